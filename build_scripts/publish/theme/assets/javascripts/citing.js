// How a record is cited: a window with what the page of citations says of it, and a button to copy each form.
// Words come from that page, so that the others need not carry them.

let dialog;

/** Open the window for a link to a record on a page of citations; throws where that page cannot be had. */
export async function show(asked) {
  if (dialog?.isConnected) return; // a second click while the first is being answered
  dialog = document.createElement("dialog");
  dialog.className = "search citing";
  document.body.append(dialog);
  try {
    const answer = await fetch(asked.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    fill(page, page.getElementById(decodeURIComponent(asked.hash.slice(1))), asked.href);
  } catch (fault) {
    dialog.remove();
    throw fault;
  }
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    asked.focus(); // by hand: Safari gives a clicked link no focus that could be given back
  });
  dialog.showModal();
}

/** Put into the window what stands under a heading of the page of citations. */
function fill(page, heading, address) {
  const form = document.createElement("form");
  form.method = "dialog";
  form.append(heading.cloneNode(true), button(words(page).close));
  const parts = [];
  for (let next = heading.nextElementSibling; next && /^(H3|PRE|P)$/.test(next.tagName); next = next.nextElementSibling) parts.push(next);
  dialog.append(form, ...parts);
  for (const link of dialog.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address);
  for (const named of dialog.querySelectorAll("[id]")) named.removeAttribute("id"); // the page has them, too
  dialog.setAttribute("aria-label", heading.textContent);
  offer(dialog, page);
  dialog.querySelector(".copy").autofocus = true;
}

/** Give each citation inside a place its button, and the place a line that says what was copied. */
export function offer(place, page) {
  const said = words(page);
  const status = document.createElement("p");
  status.className = "copied";
  status.role = "status";
  place.append(status);
  for (const text of place.querySelectorAll("pre")) {
    const name = text.previousElementSibling;
    const copying = button(said.copy);
    copying.className = "copy";
    copying.setAttribute("aria-label", `${said.copy}: ${name.textContent}`);
    copying.addEventListener("click", async () => {
      status.textContent = "";
      status.textContent = (await copied(text) ? said.copied : said.selected).replace("{form}", name.textContent);
    });
    text.before(copying);
  }
}

/** Copy a text and tell whether that was allowed; if not, select it, so that a key can copy it. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(text);
    return false;
  }
}

const words = (page) => page.querySelector("[data-copy]").dataset;

function button(label) {
  const made = document.createElement("button");
  made.append(label);
  return made;
}
