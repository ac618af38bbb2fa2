// Pan and zoom of a picture that scrolls in its box anyway: pointer, wheel with Ctrl, two fingers, keys + - 0, buttons.
const canvas = document.getElementById("canvas");
const svg = canvas?.querySelector("svg");
if (svg) {
  const tools = document.getElementById("tools");
  const width = svg.width.baseVal.value, height = svg.height.baseVal.value;
  let scale = 1;

  const zoom = (wanted, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) => {
    const next = Math.min(4, Math.max(0.2, wanted));
    const left = (canvas.scrollLeft + x) * next / scale - x, top = (canvas.scrollTop + y) * next / scale - y;
    scale = next;
    svg.setAttribute("width", width * scale);
    svg.setAttribute("height", height * scale);
    canvas.scrollTo({ left, top, behavior: "instant" });
  };
  const fit = () => zoom(Math.min(1, canvas.clientWidth / width, canvas.clientHeight / height));
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  tools.firstElementChild.hidden = false;
  tools.title = tools.dataset.hint;
  canvas.classList.add("live");
  tools.addEventListener("click", (event) => {
    const asked = event.target.closest("button")?.dataset.zoom;
    if (asked === "fit") fit();
    else if (asked === "0") zoom(1);
    else if (asked) zoom(scale * Number(asked));
  });
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
    if (factor) zoom(scale * factor);
    else if (event.key === "0") zoom(1);
    else return;
    event.preventDefault();
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(scale * Math.exp(-event.deltaY / 300), ...at(event));
  }, { passive: false });

  const fingers = new Map();
  let moved = 0, apart = 0;
  const spread = () => {
    const [one, two] = [...fingers.values()];
    return [Math.hypot(one[0] - two[0], one[1] - two[1]), (one[0] + two[0]) / 2, (one[1] + two[1]) / 2];
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, at(event));
    moved = 0;
    if (fingers.size === 2) apart = spread()[0];
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    fingers.set(event.pointerId, now);
    if (fingers.size === 2) {
      const [wide, x, y] = spread();
      if (apart) zoom(scale * wide / apart, x, y);
      apart = wide;
    } else if (event.pointerType === "mouse") {
      moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
      if (moved > 4 && !canvas.classList.contains("held")) {
        canvas.classList.add("held");
        canvas.setPointerCapture(event.pointerId);
      }
      canvas.scrollBy({ left: before[0] - now[0], top: before[1] - now[1], behavior: "instant" });
    }
  });
  for (const over of ["pointerup", "pointercancel", "pointerleave"]) {
    canvas.addEventListener(over, (event) => {
      if (over === "pointerleave" && canvas.hasPointerCapture(event.pointerId)) return;
      fingers.delete(event.pointerId);
      canvas.classList.remove("held");
    });
  }
  // Two fingers zoom the picture, and not the page.
  canvas.addEventListener("touchmove", (event) => { if (event.touches.length === 2) event.preventDefault(); }, { passive: false });
  // A drag that ends on a box is no click on it; a box is no thing to be carried away.
  canvas.addEventListener("click", (event) => { if (moved > 4) event.preventDefault(); }, true);
  canvas.addEventListener("dragstart", (event) => event.preventDefault());

  // The work that was asked for is what is seen first.
  const root = svg.querySelector(".root");
  if (root) {
    const box = root.getBBox();
    canvas.scrollTo({ left: box.x + box.width / 2 - canvas.clientWidth / 2, top: box.y + box.height / 2 - canvas.clientHeight / 2, behavior: "instant" });
  }
}
