// The checklist in place: filtering, ticking and editing without a new page. What the server answers is the same page
// that a browser without scripts gets; of it only the parts that changed are taken over.
const list = document.getElementById("list");
const filter = document.getElementById("filter");
const tick = document.getElementById("tick");
const news = document.getElementById("news");

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

function tell(text, wrong = false) {
  document.querySelector("main > .note, main > .fault.told")?.remove();
  const shown = document.createElement("p");
  shown.className = wrong ? "fault told" : "note";
  shown.textContent = text;
  document.getElementById("main").prepend(shown);
  news.textContent = text;
}

async function answered(url, options) {
  try {
    const answer = await fetch(url, options);
    return { ok: answer.ok, page: parsed(await answer.text()) };
  } catch {
    tell(tick.dataset.failed, true);
    return null;
  }
}

// Filtering: the list is taken from the page that the address names, and the address bar follows.
async function show(url, remember = true) {
  const answer = await answered(url);
  if (!answer) return;
  if (!answer.ok || !answer.page.getElementById("list")) return location.assign(url);
  list.replaceChildren(...answer.page.getElementById("list").childNodes);
  document.getElementById("take").replaceChildren(...answer.page.getElementById("take").childNodes);
  const back = answer.page.querySelector("#tick [name=back]").value;
  tick.elements.back.value = back;
  for (const name of ["status"]) {
    filter.querySelector(`[type=hidden][name=${name}]`)?.remove();
    const kept = answer.page.querySelector(`#filter [type=hidden][name=${name}]`);
    if (kept) filter.append(kept);
  }
  news.textContent = list.querySelector("caption")?.textContent ?? list.querySelector(".empty")?.textContent.trim() ?? "";
  if (remember) history.pushState(null, "", url);
}

const address = () => {
  const kept = [...new FormData(filter)].filter(([, value]) => value);
  return filter.getAttribute("action") + (kept.length ? `?${new URLSearchParams(kept)}` : "");
};

filter.addEventListener("submit", (event) => { event.preventDefault(); show(address()); });
filter.addEventListener("change", () => show(address()));
list.addEventListener("click", (event) => {
  const chip = event.target.closest(".chips a");
  if (!chip || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const at = [...chip.parentElement.children].findIndex((one) => one === chip);
  show(chip.getAttribute("href")).then(() => list.querySelectorAll(".chips a")[at]?.focus());
});
addEventListener("popstate", () => location.reload());

// After a change: the rows of the task as they are now, and all that counts.
function takeOver(page, task) {
  const fresh = page.getElementById("list");
  if (!fresh) return null;
  const rows = [...list.querySelectorAll(`tr[data-task="${task}"]`)];
  const now = [...fresh.querySelectorAll(`tr[data-task="${task}"]`)];
  if (rows.length && rows.length === now.length) {
    rows.forEach((row, at) => row.replaceWith(now[at]));
    for (const part of [".progress", ".chips"]) list.querySelector(part)?.replaceWith(fresh.querySelector(part));
    return now[0];
  }
  list.replaceChildren(...fresh.childNodes);
  return list.querySelector(`tr[data-task="${task}"]`);
}

function close() {
  list.querySelector("tr.editing")?.remove();
}

function open(row, editor) {
  close();
  const cell = document.createElement("td");
  cell.colSpan = 8;
  cell.append(editor);
  const line = document.createElement("tr");
  line.className = "editing";
  line.append(cell);
  row.after(line);
  const wrong = line.querySelector("[role=alert]");
  (line.querySelector("input[name=name][value='']") ?? line.querySelector("textarea, input:not([type=hidden]), a"))?.focus();
  if (wrong) news.textContent = wrong.textContent.trim();
}

async function keepName(form) {
  const name = form.elements.name?.value.trim();
  if (!name) return;
  const body = new URLSearchParams({ csrf: form.elements.csrf.value, name, back: "/static/icon.svg" });
  await fetch("/choices", { method: "POST", body });
  document.getElementById("sign")?.remove();
}

async function send(form, url, submitter, row) {
  const body = new URLSearchParams(new FormData(form, submitter));
  await keepName(form);
  const answer = await answered(url, { method: "POST", body });
  if (!answer) return;
  const { ok, page } = answer;
  const editor = page.getElementById("edit");
  if (!ok) {
    if (editor && row) return open(row, editor);
    return tell(page.querySelector("[role=alert]")?.textContent.trim() ?? tick.dataset.failed, true);
  }
  close();
  const now = takeOver(page, row?.dataset.task);
  if (page.querySelector(".note")) tell(page.querySelector(".note").textContent);
  const acts = submitter?.closest("#edit") ? ".acts .edit" : ".acts button";
  (now?.querySelector(acts) ?? document.getElementById("main")).focus();
}

const rowOf = (element) => {
  const row = element.closest("tr");
  return row?.classList.contains("editing") ? row.previousElementSibling : row;
};

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (form.method !== "post" || !(form === tick || form.closest("#edit"))) return;
  event.preventDefault();
  send(form, submitter?.getAttribute("formaction") ?? form.getAttribute("action"), submitter, rowOf(submitter ?? form));
});

list.addEventListener("click", async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const edit = event.target.closest("a.edit");
  if (edit) {
    event.preventDefault();
    const row = rowOf(edit);
    if (row.nextElementSibling?.classList.contains("editing")) return close();
    const answer = await answered(edit.href);
    if (answer?.ok) open(row, answer.page.getElementById("edit"));
    else location.assign(edit.href);
  }
  const away = event.target.closest("#edit a.close");
  if (away) {
    event.preventDefault();
    const row = rowOf(away);
    close();
    row?.querySelector(".acts .edit")?.focus();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else {
    list.querySelector("#edit a.close")?.click();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
