// Search while somebody types, and keys to walk through what was found. Without scripts the form does the same.
const form = document.getElementById("search");
const box = document.getElementById("q");
const found = document.getElementById("found");
const said = document.getElementById("said");
const wide = matchMedia("(min-width: 60rem)");
const WAIT = 180; // ms after the last letter
const PAUSE = 2000; // ms, after which new letters are a new step of the history

let asking = null;
let timer = 0;
let typedAt = 0;
let shown = location.pathname + location.search;

document.documentElement.classList.add("scripts");

function fold() {
  // On a wide page the filters stand at the side, always open; a phone has them under a fold.
  const filters = document.getElementById("fold");
  if (filters) filters.open = wide.matches;
}

function address() {
  const values = [...new FormData(form)].filter(([name, value]) => name !== "go" && value.trim() !== "");
  const query = new URLSearchParams(values).toString();
  return query ? `/search?${query}` : "/";
}

async function show(url) {
  asking?.abort();
  const mine = (asking = new AbortController());
  const opened = [...found.querySelectorAll("details[id]")].map((one) => [one.id, one.open]);
  found.setAttribute("aria-busy", "true");
  try {
    const asked = new URL(url, location.href);
    asked.searchParams.set("part", "results");
    const answer = await fetch(asked, { signal: mine.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine.signal.aborted) return false;
    const inside = found.contains(document.activeElement);
    found.replaceChildren(...page.body.childNodes);
    for (const [id, open] of opened) {
      const one = document.getElementById(id);
      if (one) one.open = open;
    }
    if (!opened.length || wide.matches) fold();
    if (inside) box.focus();
    said.textContent = document.getElementById("count")?.textContent ?? "";
    document.title = (box.value.trim() ? box.value.trim() : document.querySelector("h1").textContent) + " · nhiemvu";
    document.querySelector("h1").classList.toggle("hidden", Boolean(document.getElementById("count")));
    for (const back of document.querySelectorAll("input[name=back]")) back.value = url;
    shown = url;
    return true;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
    return false;
  } finally {
    if (asking === mine) found.removeAttribute("aria-busy");
  }
}

function typed() {
  const url = address();
  if (url === shown) return;
  const goesOn = Date.now() - typedAt < PAUSE && history.state?.typed;
  typedAt = Date.now();
  history[goesOn ? "replaceState" : "pushState"]({ typed: true }, "", url);
  show(url);
}

box.addEventListener("input", (event) => {
  if (event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(typed, WAIT);
});
box.addEventListener("compositionend", () => {
  clearTimeout(timer);
  timer = setTimeout(typed, WAIT);
});
form.addEventListener("submit", () => {
  clearTimeout(timer);
  asking?.abort();
});

addEventListener("popstate", () => {
  typedAt = 0;
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  show(location.pathname + location.search);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const inBox = event.target === box;
  if (!inBox && event.target.closest("input, textarea, select, button, summary, [contenteditable]")) return;
  const step = { ArrowDown: 1, ArrowUp: -1, ...(inBox ? {} : { j: 1, k: -1 }) }[event.key];
  const hits = [...found.querySelectorAll("a.hit")];
  const at = hits.indexOf(document.activeElement);
  if (!step || !hits.length || (!inBox && at < 0 && event.key.startsWith("Arrow"))) return;
  event.preventDefault();
  if (at + step < 0 || (at < 0 && step < 0)) box.focus();
  else hits[Math.min(at + step, hits.length - 1)].focus();
});

fold();
wide.addEventListener("change", fold);
