// How far the reading of a file is, asked once a second until it ends.
const shown = document.getElementById("reading");
const said = document.getElementById("said");
const bar = document.getElementById("bar");

const filled = (phrase, values) => phrase.replace(/{(\w+)}/g, (_, name) => values[name]);

function words(one) {
  if (one.state === "waiting") return one.ahead ? filled(shown.dataset.ahead, { number: one.ahead }) : shown.dataset.next;
  return one.pages ? filled(shown.dataset.page, one) : shown.dataset.reading;
}

function show(one) {
  if (said.textContent.trim() !== words(one)) said.textContent = words(one);
  if (one.pages) {
    bar.max = one.pages;
    bar.value = one.page;
  }
}

async function look() {
  try {
    const answer = await fetch(`${location.pathname}.json`, { headers: { Accept: "application/json" } });
    if (answer.ok) {
      const one = await answer.json();
      if (!one.under_way) return one.document_id ? location.replace(`/documents/${one.document_id}/checklist`) : location.reload();
      show(one);
    }
  } catch {
    // The server is away for a moment: ask again.
  }
  setTimeout(look, 1000);
}

if (shown?.dataset.underWay) setTimeout(look, 400);
