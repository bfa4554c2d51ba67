// Search, light or dark, notes beside their mark, a look back to an earlier day, a timeline narrowed down. All that the
// site says can be read without it.

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

// --- Search ------------------------------------------------------------------------------------------------------

const MOST_RESULTS = 12;
const MOST_SECTIONS = 3;

const dialog = document.querySelector("dialog.search");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("ol");
const count = dialog?.querySelector("[role=status]");
let engine;

/** Load Pagefind once; it chooses the index by the language of the page. */
function load() {
  engine ??= import(new URL(dialog.dataset.engine, document.baseURI)).then(async (pagefind) => {
    await pagefind.init();
    return pagefind;
  });
  return engine;
}

function open() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  load();
}

async function search() {
  const wanted = input.value.trim();
  const pagefind = await load();
  const found = wanted ? await pagefind.debouncedSearch(wanted, {}, 150) : { results: [] };
  if (found === null) return; // a later key stroke is being answered
  const pages = await Promise.all(found.results.slice(0, MOST_RESULTS).map((result) => result.data()));
  if (input.value.trim() !== wanted) return;
  count.textContent = !wanted ? "" : pages.length ? `${dialog.dataset.found}: ${found.results.length}` : dialog.dataset.none;
  list.replaceChildren(...pages.map(entry));
}

/** Make the list entry of a page: title and excerpt, and under it the sections with the words. */
function entry(page) {
  const isSection = ({ anchor }) => anchor && anchor.id !== "title";
  const sections = page.sub_results.filter(isSection).slice(0, MOST_SECTIONS);
  const item = link(page.url, page.meta.title, page.meta.kind, sections.length ? "" : page.excerpt);
  if (sections.length) {
    const inner = document.createElement("ol");
    inner.append(...sections.map((section) => link(section.url, section.title, "", section.excerpt)));
    item.append(inner);
  }
  return item;
}

function link(url, title, kind, excerpt) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  const name = document.createElement("b");
  anchor.href = url;
  name.textContent = title;
  anchor.append(name);
  if (kind) anchor.append(line("small", [kind]));
  if (excerpt) anchor.append(line("span", marked(excerpt)));
  item.append(anchor);
  return item;
}

function line(tag, parts) {
  const element = document.createElement(tag);
  element.append(...parts);
  return element;
}

/** Turn an excerpt into nodes. Only the marks of the found words are taken for markup, whatever else the text holds. */
function marked(excerpt) {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((text, index) => {
    if (index % 2 === 0) return plain(text);
    const mark = document.createElement("mark");
    mark.textContent = plain(text);
    return mark;
  });
}

/** Move between the field and the results with the arrow keys. */
function step(event) {
  if (event.key === "Escape") {
    event.preventDefault(); // a search field would take the key for itself, to empty itself
    dialog.close();
  }
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!way) return;
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + way];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

if (dialog) {
  document.querySelector(".bar-search")?.addEventListener("click", open);
  input.addEventListener("input", search);
  dialog.addEventListener("keydown", step);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    if (event.submitter?.matches(":focus")) return; // the button closes; Enter in the field goes to the first result
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
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

function hide() {
  clearTimeout(leaving);
  if (tip.matches(":popover-open")) tip.hidePopover();
}

if ("popover" in tip) {
  for (const mark of document.querySelectorAll(".page .footnote-ref")) {
    if (mark.closest("aside")) continue; // the words stand there already
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(mark));
    mark.addEventListener("pointerleave", leave);
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && show(mark));
    mark.addEventListener("blur", leave);
  }
  tip.addEventListener("pointerleave", leave);
  tip.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  hasMargin.addEventListener("change", hide);
}

// --- As known on an earlier day ----------------------------------------------------------------------------------

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
    back.hidden = Boolean(document.getElementById(decodeURIComponent(back.hash.slice(1)))?.closest("[hidden], .later"));
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

/** Hide a mark of the picture and a link to a year where the list has nothing to which they lead. */
function followList() {
  for (const link of document.querySelectorAll(".time a, .years a")) {
    const target = document.getElementById(link.getAttribute("href").slice(1));
    link.toggleAttribute("hidden", Boolean(target?.closest("[hidden], .later")));
  }
}

/** Show the entries that have everything that is asked for; what is asked for stands in the address. */
function narrow() {
  const asked = [...filters.querySelectorAll("select")].filter((select) => select.value);
  let shown = 0;
  for (const mark of entries) {
    const entry = mark.closest("dd");
    entry.hidden = !asked.every((select) => mark.dataset[select.name].split(" ").includes(select.value));
    entry.previousElementSibling.hidden = entry.hidden;
    shown += !entry.hidden;
  }
  for (const lane of document.querySelectorAll(".timeline")) {
    const heading = lane.previousElementSibling;
    if (heading.matches(".lane")) heading.hidden = !lane.querySelector("dd:not([hidden])");
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
