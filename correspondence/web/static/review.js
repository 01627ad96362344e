// The review of a cut-up: each button does its work without leaving the page, and has a key.
// Without this file all of it works as plain forms.

import { on } from "./keys.js";
import { send } from "./parts.js";

const review = document.getElementById("review");
const pieces = document.getElementById("pieces");
const sent = new Map(); // what the server last sent for each part, so that one being typed in is left alone
const waiting = []; // keys pressed while the one before is on its way
let busy = false;

const plain = (part) => part.outerHTML.replace(/name="csrf_token" value="[^"]*"/g, "");
for (const part of review.querySelectorAll("[data-part]")) sent.set(part.id, plain(part));

function tell(words, trouble = false) {
  const said = document.getElementById("said");
  said.textContent = words;
  said.classList.toggle("is-trouble", trouble);
}

/** The part as it stands on the page where the server says nothing new of it, else the new one. */
function current(part) {
  const old = document.getElementById(part.id);
  const html = plain(part);
  const same = old && sent.get(part.id) === html;
  sent.set(part.id, html);
  return same ? old : part;
}

function put(html) {
  const came = new DOMParser().parseFromString(html, "text/html");
  if (!came.getElementById("pieces")) return false;
  const rows = [...came.getElementById("pieces").children].map(current);
  const place = scrollY;
  pieces.replaceChildren(...rows);
  for (const id of ["review-side", "review-tools", "said", "undo"]) {
    const part = current(came.getElementById(id));
    if (part !== document.getElementById(id)) document.getElementById(id).replaceWith(part);
  }
  document.getElementById("topic-names").replaceWith(came.getElementById("topic-names"));
  scrollTo({ top: place, behavior: "instant" });
  return true;
}

const items = () => [...pieces.querySelectorAll(":scope > .piece, :scope > .piece-dropped")];
const here = () => document.activeElement?.closest("#pieces > li") ?? null;

function go(piece) {
  piece?.focus({ preventScroll: true });
  piece?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = items();
  const at = all.indexOf(here());
  go(at < 0 ? all[0] : all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

/** After a paragraph is approved or dropped, the next one that waits. */
function onward(id) {
  const all = items();
  const at = all.findIndex((piece) => piece.id === id);
  go(all.slice(at + 1).find((piece) => piece.dataset.state === "proposed") ?? all[at]);
}

function after(button, id) {
  const act = button?.dataset.key ?? button?.dataset.as;
  if (act === "a" || ("dbr".includes(act ?? " ") && document.getElementById(id)?.dataset.state === "retired")) return onward(id);
  const wrong = review.querySelector("[aria-invalid]");
  if (wrong) return wrong.focus();
  if (id) return go(document.getElementById(id));
  return button?.closest(".review-tools") && go(items().find((piece) => piece.dataset.state === "proposed"));
}

review.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (busy) return;
  const [form, button] = [event.target, event.submitter];
  const row = (button ?? form).closest("#pieces > li");
  const id = button?.dataset.key === "m" ? row.id.replace("between", "paragraph") : (row?.id ?? form.dataset.at);
  busy = true;
  review.setAttribute("aria-busy", "true");
  try {
    const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
    const answer = await send(address, new FormData(form, button));
    close(form, answer.status);
    if (put(answer.text)) after(button, id);
    else tell(sentence(answer), true);
  } catch {
    tell("The app does not answer. Nothing you wrote is lost; try again.", true);
  } finally {
    busy = false;
    review.removeAttribute("aria-busy");
  }
  while (waiting.length && !busy) waiting.shift()();
});

/** What was saved may be replaced by what came of it; what was not stays open with its words. */
function close(form, status) {
  const part = form.closest("[data-part]");
  if (status === 200 && part) sent.delete(part.id);
}

function sentence(answer) {
  if (answer.status === 401) return "You are signed out. Sign in in another tab, then try again.";
  const came = new DOMParser().parseFromString(answer.text, "text/html");
  const words = came.querySelector(".problem span, .problem a")?.textContent.trim() || "That did not work. Try again.";
  return answer.status === 409 ? `${words} Reload the page to see it.` : words;
}

// Keys

function press(key) {
  const row = here() ?? items()[0];
  const button = row?.querySelector(`[data-key="${key}"]`);
  if (button?.localName === "summary") return open(button.parentElement);
  return button?.click();
}

function open(details) {
  details.open = true;
  const inside = details.matches(".piece-decide") ? details.closest(".piece").querySelector(".decide") : details;
  inside.querySelector('textarea, .sentence, [name="why"]')?.focus();
}

function join() {
  const row = here() ?? items()[0];
  document.querySelector(`#${CSS.escape(row?.id.replace("paragraph", "between") ?? "")} [data-key="m"]`)?.click();
}

function ask() {
  const answers = [...document.querySelectorAll(".answer input")];
  const next = answers[(answers.indexOf(document.activeElement) + 1) % answers.length];
  if (next) next.focus();
  else tell("No question is open.");
}

const acts = { j: () => step(1), k: () => step(-1), m: join, n: ask, x: () => here()?.querySelector(".piece-tick input")?.click(),
  w: () => document.querySelector(".all-same [data-key]")?.click(), z: () => document.querySelector("#undo button")?.click() };
for (const key of "adesbrv") acts[key] = () => press(key);
for (const [key, act] of Object.entries(acts)) on(key, () => (busy ? waiting.push(act) : act()));

review.addEventListener("keydown", (event) => {
  const details = event.target.closest(".piece-edit[open], .split[open]");
  if (event.key !== "Escape" || !details) return;
  details.open = false;
  go(details.closest("#pieces > li"));
});
