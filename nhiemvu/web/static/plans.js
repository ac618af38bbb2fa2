// Files dropped on the form, or chosen in it, are sent one by one, so that each has a progress of its own.
const form = document.getElementById("drop");
const input = form?.querySelector("input[type=file]");
const list = form?.querySelector(".sending");

const filled = (phrase, values) => phrase.replace(/{(\w+)}/g, (_, name) => values[name]);

function line() {
  return list.appendChild(document.createElement("li"));
}

function send(file) {
  const shown = line();
  const say = (text, wrong = false) => { shown.textContent = text; shown.classList.toggle("wrong", wrong); };
  const most = Number(form.dataset.most);
  if (file.size > most) {
    say(filled(form.dataset.large, { name: file.name, size: Math.round(most / 1e6) }), true);
    return Promise.resolve(null);
  }
  const body = new FormData();
  body.append("files", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let last = -1;
    const failed = (why) => { say([filled(form.dataset.failed, { name: file.name }), why].filter(Boolean).join(": "), true); resolve(null); };
    request.open("POST", "/plans.json");
    request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      const part = Math.floor((100 * event.loaded) / event.total / 10) * 10;
      if (part !== last) say(filled(form.dataset.sending, { name: file.name, part }));
      last = part;
    });
    request.addEventListener("load", () => {
      const answer = request.response;
      if (request.status === 200) return resolve(answer.readings[0]);
      failed(answer?.error ? `${answer.error.cause}; ${answer.error.remedy}` : "");
    });
    request.addEventListener("error", () => failed(""));
    request.send(body);
  });
}

async function handIn(files) {
  list.replaceChildren();
  form.querySelector("button").disabled = true;
  const taken = [];
  for (const file of files) {
    const one = await send(file);
    if (one) taken.push(one);
  }
  form.querySelector("button").disabled = false;
  if (!taken.length || list.querySelector(".wrong")) return;
  const [one] = taken;
  if (taken.length > 1) location.assign("/readings");
  else location.assign(one.document_id ? `/documents/${one.document_id}/checklist` : `/readings/${one.id}`);
}

if (form) {
  const brings = (event) => event.dataTransfer?.types.includes("Files");
  form.addEventListener("submit", (event) => { event.preventDefault(); handIn([...input.files]); });
  document.addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    handIn([...event.dataTransfer.files]);
  });
}
