// Runs before the first paint: a chosen scheme must not flash, and what needs scripts may show itself.
document.documentElement.classList.replace("no-js", "js") || document.documentElement.classList.add("js");
try {
  const chosen = localStorage.getItem("spravka-scheme");
  if (chosen) document.documentElement.dataset.mdColorScheme = chosen;
} catch {
  // Storage may be forbidden; the page then follows the system.
}
