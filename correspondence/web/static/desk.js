// The page of a reply: each button does its work without leaving the page. Without this file all of it
// works as plain forms.

import { Autosave } from "./autosave.js";
import { copied, download } from "./away.js";
import { on } from "./keys.js";
import { send, swap } from "./parts.js";
import { isSignedOut, newToken, sentence, stopped } from "./trouble.js";

const form = document.getElementById("reply");
const said = document.getElementById("saved");
const saver = new Autosave(form, tell);
const here = new URL(form.action).pathname.replace(/\/save$/, "");
let last = Promise.resolve(); // one button at a time, in the order they were pressed
const waiting = new Set(); // those on their way: a second click on the same one does nothing
if (location.pathname !== here) history.replaceState(null, "", here); // it came as the answer to a button

function tell(words, trouble = false) {
  if (said.textContent !== words) said.textContent = words;
  said.classList.toggle("saved-trouble", trouble);
}

// Buttons

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  const key = button?.id ?? "";
  if (waiting.has(key)) return;
  waiting.add(key);
  last = last
    .then(() => press(document.getElementById(key) ?? button))
    .catch(() => tell("The app does not answer. Nothing you wrote is lost; try again.", true))
    .finally(() => waiting.delete(key));
});

async function press(button) {
  if (button?.dataset.choose) return choose(button.dataset.choose, button.dataset.go !== undefined);
  if (button?.id === "find" || document.activeElement?.id === "find-words") return find();
  const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const clash = button?.dataset.drop;
  const known = form.querySelectorAll("[name=csrf_token], [name=read-out]"); // what is to put right, as it was read
  if (button?.id === "mine-subject") saver.choose("subject");
  if (button?.id === "theirs-subject") saver.choose("subject", button.value);
  if (!clash && !(await saver.settle())) return unsettled();
  if (button?.dataset.file !== undefined) return download(address, [...known]);
  if (button?.id === "copy") return copy(address, known);
  if (button?.dataset.leave) return location.assign(button.dataset.leave);
  return show(await send(address, fields(button)), button);
}

/** What could not be saved is in sight; nothing else is done until it is settled. */
function unsettled() {
  const clash = form.querySelector(".clash button");
  clash?.focus();
  if (clash) tell("First choose which of the two texts stays.", true);
}

function show(answer, button) {
  if (![200, 409].includes(answer.status) || !answer.text.includes("data-part")) return fail(answer);
  if (button?.dataset.page !== undefined && answer.status === 200) return location.reload();
  if (button?.dataset.drop && answer.status === 200) saver.release(button.dataset.drop);
  const { at, words, done } = swap(answer.text, saver.held(button?.dataset.drop));
  saver.take();
  const saved = saver.dirty().length === 0 && (at ? `Saved ${at}` : "All saved");
  if (answer.status !== 200) tell(stopped(form), true);
  else if (words || saved) tell([words, saved].filter(Boolean).join(" "));
  if (button?.dataset.then === "own" && done) document.getElementById(`text-${done}`)?.focus();
}

/** All that is on the page but what was typed a moment ago: that is the autosave's, which counts the edits. */
function fields(button) {
  const all = button?.isConnected ? new FormData(form, button) : new FormData(form); // a save may have renewed it
  for (const text of saver.dirty()) if (text.id !== button?.dataset.drop) all.delete(text.area.name);
  return all;
}

async function fail(answer) {
  if (!isSignedOut(answer.status)) return tell(sentence(answer.text) || "That did not work. Try again.", true);
  await newToken();
  return tell("You are signed out. Sign in in another tab, then try again. Your text is kept here.", true);
}

async function copy(address, known) {
  const all = new FormData();
  for (const one of known) all.append(one.name, one.value);
  const answer = await send(address, all);
  if (answer.status !== 200) return show(answer);
  if (await copied(answer.text)) tell("The reply is on the clipboard.");
}

// The letter's points and what is on offer for them

async function choose(point, go) {
  await look(new URLSearchParams({ point }));
  if (go || matchMedia("(max-width: 75rem)").matches) document.getElementById("offers").focus();
  if (go) document.getElementById("offers").scrollIntoView({ block: "nearest" });
  document.getElementById(`point-${point}`)?.scrollIntoView({ block: "nearest" });
}

async function find() {
  const chosen = form.querySelector("input[name=point]");
  const asked = new URLSearchParams({ words: document.getElementById("find-words").value });
  if (chosen) asked.set("point", chosen.value);
  await look(asked);
}

async function look(asked) {
  const answer = await send(`${location.pathname}/offers?${asked}`);
  if (answer.status !== 200) return fail(answer);
  swap(answer.text);
  history.replaceState(null, "", `${location.pathname}?${asked}`);
  return undefined;
}

form.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-point]");
  if (mark && getSelection().isCollapsed) choose(mark.dataset.point, false).catch(() => {});
});

// Keys

function step(by) {
  const buttons = [...form.querySelectorAll(".point-button")];
  const here = buttons.findIndex((button) => button.hasAttribute("aria-current"));
  const next = buttons[(here + by + buttons.length) % buttons.length];
  if (next) choose(next.value, false).then(() => document.getElementById(next.id)?.focus()).catch(() => {});
}

const near = (what) => document.activeElement?.closest(".block")?.querySelector(what) ?? form.querySelector(what);
on("j", () => step(1));
on("k", () => step(-1));
on("i", () => form.querySelector("#offers .insert")?.click());
on("/", () => document.getElementById("find-words").focus());
on("e", () => near(".block:not(.block-salutation) textarea")?.focus());
on("p", () => near(".answers > summary")?.focus());
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input, #subject")) {
    event.preventDefault();
    const why = event.target.id.startsWith("why-") && event.target.id.replace("why-", "use-");
    const button = why || (event.target.id === "find-words" ? "find" : "save-all");
    form.requestSubmit(document.getElementById(button));
  }
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const block = event.target.closest(".block");
  if (!event.altKey || !way || !block) return;
  event.preventDefault();
  document.getElementById(`${way}-${block.dataset.block}`)?.click();
});
