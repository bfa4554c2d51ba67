// The search window: a field, what results are narrowed down by, and the results. Loaded when it is opened first.

const AT_ONCE = 12; // results shown, and added by "more"
const MOST_SECTIONS = 3; // of one page
const PAUSE = 150; // milliseconds between the last key stroke and the answer
const INVISIBLE = "\u2063"; // around names that find a page and are not shown, as in publish/pagefind.py

let dialog, input, list, count, more, facets, engine;

/** Show the window; set it up and load the engine at the first time. */
export function open(window) {
  if (!dialog) setUp(window);
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  load();
}

function setUp(window) {
  dialog = window;
  input = dialog.querySelector("input");
  list = dialog.querySelector("ol");
  count = dialog.querySelector("[role=status]");
  more = dialog.querySelector(".search-more");
  facets = [...dialog.querySelectorAll("select")];
  dialog.addEventListener("input", search);
  dialog.addEventListener("keydown", step);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    if (event.submitter?.matches(":focus")) return; // the button closes; Enter in the field goes to the first result
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
}

/** Load Pagefind once; it chooses the index by the language of the page. */
function load() {
  engine ??= import(new URL(dialog.dataset.engine, document.baseURI)).then(async (pagefind) => {
    await pagefind.init();
    offer(await pagefind.filters());
    return pagefind;
  });
  return engine;
}

/** Fill the choices with what there is, years from the latest. */
function offer(found) {
  for (const select of facets) {
    const labels = Object.keys(found[select.name] ?? {}).sort((one, two) => one.localeCompare(two, document.documentElement.lang));
    if (select.name === "year") labels.reverse();
    select.append(...labels.map((label) => new Option(label, label)));
    select.disabled = labels.length === 0;
  }
}

/** Say behind each choice how many results it leaves; without a question, how many there are of it. */
function tell(left) {
  for (const select of facets) {
    for (const option of [...select.options].slice(1)) {
      const number = left[select.name]?.[option.value] ?? 0;
      option.textContent = select.value ? option.value : `${option.value} (${number})`;
      option.hidden = !select.value && number === 0;
    }
  }
}

async function search() {
  const asked = question();
  const pagefind = await load();
  const { wanted, filters } = asked;
  const isAsked = wanted || Object.keys(filters).length > 0;
  const found = await pagefind.debouncedSearch(wanted || null, { filters }, PAUSE);
  if (found === null || JSON.stringify(question()) !== JSON.stringify(asked)) return; // a later one is being answered
  tell(found.filters);
  const results = isAsked ? found.results : [];
  count.textContent = !isAsked ? "" : results.length ? `${dialog.dataset.found}: ${results.length}` : dialog.dataset.none;
  list.replaceChildren();
  await add(results, asked);
}

function question() {
  const filters = Object.fromEntries(facets.filter((select) => select.value).map((select) => [select.name, select.value]));
  return { wanted: input.value.trim(), filters };
}

/** Add the next results to the list, and offer those that are left. */
async function add(results, asked) {
  const pages = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
  if (JSON.stringify(question()) !== JSON.stringify(asked)) return;
  list.append(...pages.map(entry));
  const left = results.slice(AT_ONCE);
  more.hidden = left.length === 0;
  more.onclick = async () => {
    const at = list.childElementCount;
    await add(left, asked);
    list.children[at]?.querySelector("a").focus();
  };
}

/** Make the list entry of a result: a record with the line that says whose it is, or a page with its sections. */
function entry({ meta, url, excerpt, sub_results }) {
  if (meta.address) return record(meta);
  const isSection = ({ anchor, excerpt }) => anchor && anchor.id !== "title" && !excerpt.includes(INVISIBLE);
  const sections = sub_results.filter(isSection).slice(0, MOST_SECTIONS);
  const item = link(url, meta.title, meta.kind, sections.length || excerpt.includes(INVISIBLE) ? "" : excerpt);
  if (sections.length) {
    const inner = document.createElement("ol");
    inner.append(...sections.map((section) => link(section.url, section.title, "", section.excerpt)));
    item.append(inner);
  }
  return item;
}

/** Make the list entry of a single record, which opens at its place. */
function record({ address, title, language, kind, about }) {
  const item = link(new URL(dialog.dataset.home + address, document.baseURI), title, kind, about);
  item.className = "record";
  item.querySelector("b").lang = language;
  return item;
}

function link(url, title, kind, excerpt) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.append(line("b", [title]));
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
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((text, index) => (index % 2 === 0 ? plain(text) : line("mark", [plain(text)])));
}

/** Move between the field and the results with the arrow keys. */
function step(event) {
  if (event.key === "Escape") {
    event.preventDefault(); // a search field would take the key for itself, to empty itself
    dialog.close();
  }
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!way || event.target.localName === "select") return; // there the arrows choose
  const stops = [input, ...list.querySelectorAll("a"), more].filter((stop) => !stop.hidden);
  const next = stops[stops.indexOf(document.activeElement) + way];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
