// The list of the bank answers as one types. Without this file the Search button does the same.

import { on } from "./keys.js";
import { send } from "./parts.js";

const form = document.getElementById("bank-search");
const words = document.getElementById("bank-words");
let waiting = 0;
let asking = new AbortController();

async function look() {
  asking.abort();
  asking = new AbortController();
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = `${form.action}?${asked}`;
  const found = document.getElementById("found");
  found.setAttribute("aria-busy", "true");
  try {
    const answer = await send(address, null, { signal: asking.signal });
    if (answer.status !== 200) return form.submit();
    const came = new DOMParser().parseFromString(answer.text, "text/html").getElementById("found");
    found.replaceWith(came);
    history.replaceState(null, "", address);
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
  return undefined;
}

if (form) {
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 180);
  });
  form.addEventListener("change", (event) => event.target !== words && look());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    look();
  });
  on("/", () => words.focus());
}
