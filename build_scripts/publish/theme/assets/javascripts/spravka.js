// Search, light or dark, notes beside their mark, a look back to an earlier day, a timeline narrowed down, citations.
// All that the site says can be read without it.

// --- Light or dark -----------------------------------------------------------------------------------------------

const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

document.querySelector(".bar-scheme")?.addEventListener("click", () => {
  const isDark = root.dataset.mdColorScheme ? root.dataset.mdColorScheme === "slate" : systemIsDark.matches;
  const chosen = isDark ? "default" : "slate";
  // What the system wants anyway is not kept, so that the page follows the system again.
  const follows = systemIsDark.matches !== isDark;
  if (follows) delete root.dataset.mdColorScheme;
  else root.dataset.mdColorScheme = chosen;
  try {
    if (follows) localStorage.removeItem("spravka-scheme");
    else localStorage.setItem("spravka-scheme", chosen);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
});

// --- The twin page, at the same place -------------------------------------------------------------------------------

function keepPlace() {
  for (const twin of document.querySelectorAll(".bar-language a")) twin.hash = location.hash;
}

addEventListener("hashchange", keepPlace);
keepPlace();

// --- Search ------------------------------------------------------------------------------------------------------

const search = document.querySelector("dialog.search");

/** The window and the engine come when they are asked for. */
async function openSearch() {
  (await import("./search.js")).open(search);
}

if (search) {
  document.querySelector(".bar-search")?.addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
}

// --- Notes beside their mark -------------------------------------------------------------------------------------

const PATIENCE = 250; // milliseconds to move the pointer from the mark into the note
const MARGIN = 4; // rem between the column and its margin, as in spravka.css

const hasMargin = matchMedia("(min-width: 68.01rem)");
const tip = document.createElement("div");
tip.className = "tip";
tip.popover = "manual";
let leaving;
let touched = false; // whether the last press on a mark was a finger's

function show(mark) {
  clearTimeout(leaving);
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!note) return;
  tip.replaceChildren(...note.cloneNode(true).childNodes);
  for (const back of tip.querySelectorAll(".footnote-backref")) back.remove();
  mark.after(tip); // in the order of reading: the next press of Tab goes into the note
  tip.showPopover();
  const { left, top } = hasMargin.matches ? inMargin(mark) : below(mark);
  tip.style.translate = `${left + scrollX}px ${top + scrollY}px`;
}

/** On wide screens a note stands in the margin, at the height of its mark, until another one is asked for. */
function inMargin(mark) {
  tip.classList.add("in-margin");
  const column = document.querySelector(".page > h1").getBoundingClientRect();
  const rem = parseFloat(getComputedStyle(root).fontSize);
  return { left: column.right + MARGIN * rem, top: mark.getBoundingClientRect().top - 8 };
}

function below(mark) {
  tip.classList.remove("in-margin");
  const at = mark.getBoundingClientRect();
  const fits = at.bottom + tip.offsetHeight + 12 < innerHeight || at.top < tip.offsetHeight + 12;
  return {
    left: Math.max(16, Math.min(at.left - 20, innerWidth - tip.offsetWidth - 16)),
    top: fits ? at.bottom + 6 : at.top - tip.offsetHeight - 6,
  };
}

function leave() {
  clearTimeout(leaving);
  if (tip.matches(".in-margin")) return;
  leaving = setTimeout(() => tip.matches(":hover, :focus-within") || hide(), PATIENCE);
}

/** A finger cannot hover: the first tap shows the note, a second one goes to it. */
function tap(event, mark) {
  if (tip.matches(":popover-open") && mark.nextElementSibling === tip) return;
  event.preventDefault();
  show(mark);
}

function hide() {
  clearTimeout(leaving);
  if (tip.matches(":popover-open")) tip.hidePopover();
}

if ("popover" in tip) {
  for (const mark of document.querySelectorAll(".page .footnote-ref")) {
    if (mark.closest("aside")) continue; // the words stand there already
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(mark));
    mark.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    mark.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
    mark.addEventListener("click", (event) => touched && tap(event, mark));
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && show(mark));
    mark.addEventListener("blur", leave);
  }
  tip.addEventListener("pointerleave", leave);
  tip.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && !tip.contains(event.target) && !event.target.closest(".footnote-ref")) hide();
  });
  hasMargin.addEventListener("change", hide);
}

// --- As known on an earlier day ----------------------------------------------------------------------------------

const SHOWN = "dd:not([hidden], .out)"; // an earlier day hides entries, a filter leaves them out
const lookBack = document.querySelector(".as-of");
const marks = document.querySelectorAll(".page [data-known]");

/** Hide what was not known on a day, and every section of which then nothing is left. */
function showAsOf(day) {
  const days = [...lookBack.querySelectorAll("option")].map((option) => option.value);
  const isLatest = day >= days.at(-1);
  for (const mark of marks) {
    // An empty mark speaks for the row or entry in which it stands.
    const box = mark.hasChildNodes() ? mark : mark.closest("tr, dd, li");
    box.hidden = mark.dataset.known > day;
    if (box.localName === "dd") box.previousElementSibling.hidden = box.hidden;
  }
  for (const heading of document.querySelectorAll(".page > :is(h2, h3)")) {
    const parts = under(heading);
    const known = parts.flatMap((part) => [...(part.matches("[data-known]") ? [part] : []), ...part.querySelectorAll("[data-known]")]);
    const isEmpty = known.length > 0 && known.every((mark) => mark.closest("[hidden]:not(.later)"));
    for (const part of [heading, ...parts]) part.classList.toggle("later", isEmpty);
  }
  lookBack.querySelector("select").value = days.findLast((each) => each <= day) ?? days[0];
  const chosen = lookBack.querySelector(":checked");
  const status = lookBack.querySelector("[role=status]");
  status.textContent = isLatest ? "" : status.dataset.said.replace("{date}", chosen.textContent);
  for (const back of document.querySelectorAll(".footnote-backref")) {
    back.hidden = Boolean(document.getElementById(decodeURIComponent(back.hash.slice(1)))?.closest("[hidden], .later, .out"));
  }
  followList();
  const address = new URL(location);
  if (isLatest) address.searchParams.delete("as-of");
  else address.searchParams.set("as-of", day);
  history.replaceState(null, "", address);
  for (const twin of document.querySelectorAll(".bar-language a")) twin.search = address.search;
}

/** Return what stands under a heading, up to the next one of its rank. */
function under(heading) {
  const parts = [];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.localName === "h2" || next.localName === heading.localName) break;
    parts.push(next);
  }
  return parts;
}

if (lookBack) {
  lookBack.querySelector("select").addEventListener("change", (event) => showAsOf(event.target.value));
  const asked = new URL(location).searchParams.get("as-of");
  if (/^\d{4}-\d{2}-\d{2}$/.test(asked)) showAsOf(asked);
}

// --- A timeline narrowed down ------------------------------------------------------------------------------------

const filters = document.querySelector(".filters");
const entries = [...document.querySelectorAll(".timeline [data-kind]")];

/** Hide a mark of the picture, a link to a year and a line above entries where the list has nothing left of them. */
function followList() {
  for (const stated of document.querySelectorAll(".timeline > .as-stated")) {
    stated.hidden = !stated.nextElementSibling.querySelector(SHOWN);
  }
  for (const link of document.querySelectorAll(".time a, .years a")) {
    const target = document.getElementById(link.getAttribute("href").slice(1));
    link.toggleAttribute("hidden", Boolean(target?.closest("[hidden], .later, .out")));
  }
}

/** Show the entries that have everything that is asked for; what is asked for stands in the address. */
function narrow() {
  const asked = [...filters.querySelectorAll("select")].filter((select) => select.value);
  let shown = 0;
  for (const mark of entries) {
    const entry = mark.closest("dd");
    const isOut = !asked.every((select) => mark.dataset[select.name].split(" ").includes(select.value));
    for (const part of [entry, entry.previousElementSibling]) part.classList.toggle("out", isOut);
    shown += entry.matches(SHOWN);
  }
  for (const lane of document.querySelectorAll(".timeline")) {
    const heading = lane.previousElementSibling;
    if (heading.matches(".lane")) heading.hidden = !lane.querySelector(SHOWN);
  }
  // Counts are of the whole; single marks go with their entries.
  document.querySelector(".time:has(.counts)")?.classList.toggle("later", asked.length > 0);
  followList();
  const status = filters.querySelector("[role=status]");
  status.textContent = asked.length ? status.dataset.shown.replace("{n}", shown).replace("{of}", entries.length) : "";
}

/** Take what is asked for from the address; a value that is no choice asks for nothing. */
function fromAddress() {
  const asked = new URL(location).searchParams;
  for (const select of filters.querySelectorAll("select")) {
    const value = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  narrow();
}

if (filters) {
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("change", () => {
    const address = new URL(location);
    for (const select of filters.querySelectorAll("select")) {
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
    }
    history.pushState(null, "", address);
    narrow();
    for (const twin of document.querySelectorAll(".bar-language a")) twin.search = address.search;
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
}

// --- Citations ---------------------------------------------------------------------------------------------------

/** How to cite is loaded when somebody asks for it. */
const citing = () => import("./citing.js");

document.addEventListener("click", async (event) => {
  const asked = event.target.closest?.(".take a[href*='cite/#']");
  if (!asked || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // another tab or window
  event.preventDefault();
  try {
    await (await citing()).show(asked);
  } catch {
    location.href = asked.href;
  }
});
if (document.querySelector(".page-cite")) citing().then(({ offer }) => offer(document.querySelector(".page"), document));
