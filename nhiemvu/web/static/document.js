// The text of a document: switches that hide marks, links that lead into another part, the page that follows the text.
const text = document.querySelector(".document-text");
const legend = document.querySelector(".legend");
document.documentElement.classList.add("has-script");

// A link such as #task-t12 whose task stands in another part of the text.
function goToPart() {
  const found = /^#task-(t\d+)$/.exec(location.hash);
  if (!found || text.querySelector(`[id="task-${found[1]}"]`)) return;
  const asked = new URLSearchParams(location.search).get("task");
  if (asked !== found[1]) location.replace(`${text.dataset.base}?task=${found[1]}#task-${found[1]}`);
}

// Kinds that the server has marked are hidden and shown at once; for others it is asked again.
legend?.addEventListener("change", (event) => {
  const box = event.target;
  if (box.name !== "show") return;
  if (!("there" in box.dataset)) legend.submit();
  else text.classList.toggle(`hide-${box.value}`, !box.checked);
});

// The page of the file beside the text.
const pane = document.querySelector(".page-pane");
let wanted = pane ? Number(pane.dataset.number) : 0;
let waiting = 0;
let held = false; // the page of a task that was asked for stays until somebody scrolls

async function show(number, task = "") {
  const address = `${pane.dataset.address}${number}${task ? `?task=${task}` : ""}`;
  const answer = await fetch(address);
  if (!answer.ok || number !== wanted) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sheet = page.querySelector(".sheet");
  if (!sheet) return;
  pane.querySelector(".sheet").replaceWith(sheet);
  pane.dataset.number = number;
  const said = pane.querySelector(".page-nav .numbers");
  said.textContent = page.querySelector("h1").textContent;
  for (const [rel, at] of [["prev", number - 1], ["next", number + 1]]) {
    const link = pane.querySelector(`.page-nav [rel=${rel}]`);
    const to = new URL(link.href);
    to.searchParams.set("page", at);
    link.href = to.href;
    link.hidden = at < 1 || at > Number(pane.dataset.pages);
  }
  pane.querySelector(".page-nav .larger").href = `${pane.dataset.address}${number}`;
}

function light(name) {
  for (const box of pane.querySelectorAll(".box")) box.classList.toggle("lit", box.dataset.task === name);
}

function pageAt(top) {
  let number = 0;
  for (const mark of text.querySelectorAll(".page-mark")) {
    if (number && mark.getBoundingClientRect().top > top) break;
    number = Number(mark.dataset.page);
  }
  return number;
}

function follow() {
  if (held) return;
  const number = pageAt(window.innerHeight / 3);
  if (!number || number === wanted) return;
  wanted = number;
  clearTimeout(waiting);
  waiting = setTimeout(() => show(number), 150);
}

async function lightTarget() {
  const found = /^#task-(t\d+)$/.exec(location.hash);
  if (!found) return;
  const line = document.getElementById(`task-${found[1]}`);
  if (!line) return;
  held = true;
  wanted = pageAt(line.getBoundingClientRect().top + 4) || wanted;
  clearTimeout(waiting);
  if (wanted !== Number(pane.dataset.number)) await show(wanted, found[1]);
  light(found[1]);
}

goToPart();
addEventListener("hashchange", goToPart);
if (pane && text.querySelector(".page-mark")) {
  addEventListener("scroll", follow, { passive: true });
  for (const moved of ["wheel", "touchmove", "keydown", "mousedown"]) {
    addEventListener(moved, (event) => { if (!pane.contains(event.target)) held = false; }, { passive: true });
  }
  addEventListener("hashchange", lightTarget);
  // A box leads to its words without loading the page again, if they stand in this part.
  pane.addEventListener("click", (event) => {
    const name = event.target.closest(".box")?.dataset.task;
    if (!name || !text.querySelector(`[id="task-${name}"]`)) return;
    event.preventDefault();
    location.hash = `#task-${name}`;
    light(name);
  });
  lightTarget();
}
