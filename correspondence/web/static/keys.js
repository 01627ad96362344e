// Keys. A page's own module adds to them with `on("n", () => …)`; Help and the `?` list name them all.

const actions = new Map();
let before = "";

/** Do `act` when `keys` ("?", "/", "g i") is typed outside a field. */
export function on(keys, act) {
  actions.set(keys, act);
}

function typing(element) {
  return element?.closest("input, textarea, select, [contenteditable]") !== null;
}

function follow(name) {
  const link = [...document.querySelectorAll(".areas a")].find((a) => a.textContent.trim() === name);
  if (link) location.assign(link.href);
}

export function listen() {
  const list = document.getElementById("keys");
  on("?", () => (list.open ? list.close() : list.showModal()));
  on("/", () => document.getElementById("search")?.focus());
  on("g i", () => follow("Inbox"));
  on("g b", () => follow("Bank"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = actions.get(before ? `${before} ${event.key}` : event.key);
    before = event.key === "g" && !before ? "g" : "";
    if (!act) return;
    event.preventDefault();
    act();
  });
}
