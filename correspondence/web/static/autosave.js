// Saves each paragraph of a reply, and its subject line, while somebody writes in it. What is typed stays
// on the page until the app has said that it is stored, however long the app is away or the person signed out.

import { send, swap } from "./parts.js";
import { isSignedOut, newToken, pause, sentence, why } from "./trouble.js";

const PAUSE = 900; // ms of no typing before a save
const AGAIN = [1000, 2000, 4000, 8000]; // ms before the next try when the app is away

const around = ({ area }) => area.closest(".block, .subject");

/** Watch the texts of `form`. `tell(words, trouble)` shows how things stand. */
export class Autosave {
  constructor(form, tell) {
    this.form = form;
    this.tell = tell;
    this.texts = new Map(); // block id or "subject" -> {stored, timer, saving, clash, refused}
    this.take();
    form.addEventListener("input", (event) => this.#typed(event.target));
    form.addEventListener("focusout", (event) => this.#now(event.target));
    addEventListener("beforeunload", (event) => this.dirty().length && event.preventDefault());
    addEventListener("pagehide", () => this.#lastTry());
  }

  /** Know the texts that are on the page now; those already known keep what is known of them. */
  take() {
    for (const area of this.form.querySelectorAll("textarea.written, #subject")) {
      const id = area.dataset.key ?? (area.dataset.key = area.name.replace("text-", ""));
      const clash = around({ area }).querySelector(".clash") !== null;
      const known = this.texts.get(id);
      if (known && known.area === area) known.clash = clash;
      else this.texts.set(id, { id, area, stored: area.defaultValue, clash, timer: 0, saving: null, refused: null });
    }
  }

  dirty() {
    return this.#here().filter((text) => text.area.value !== text.stored);
  }

  /** What a new list must not replace, but for `dropped`: somebody is writing in it, or has to choose. */
  held(dropped) {
    return this.#here().filter((text) => text.id !== dropped && (text.clash || text.area.value !== text.stored)).map(around);
  }

  /** Save all that is not saved. Whether all of it is; waits `limit` ms at most. */
  async settle(limit = 5000) {
    const all = Promise.all(this.dirty().map((text) => this.#save(text)));
    await Promise.race([all, pause(limit)]);
    return this.dirty().length === 0 && !this.#here().some((text) => text.clash);
  }

  /** Forget what was typed here for this block: somebody chose the other text, or it was stored as theirs. */
  release(id) {
    this.texts.delete(String(id));
  }

  /** Of two texts one was chosen, which from now on is saved over the other. */
  choose(id, words) {
    const text = this.texts.get(id);
    text.clash = false;
    text.area.value = words ?? text.area.value;
    text.area.focus();
  }

  #here() {
    return [...this.texts.values()].filter((text) => text.area.isConnected);
  }

  #typed(area) {
    const text = this.texts.get(area.dataset?.key);
    if (!text) return;
    text.refused = null;
    clearTimeout(text.timer);
    if (text.clash) return;
    this.tell("Writing…");
    text.timer = setTimeout(() => this.#save(text), PAUSE);
  }

  #now(area) {
    const text = this.texts.get(area.dataset?.key);
    if (text && area.value !== text.stored) this.#save(text);
  }

  #save(text) {
    clearTimeout(text.timer);
    text.saving ??= this.#loop(text).finally(() => (text.saving = null));
    return text.saving;
  }

  async #loop(text) {
    let tries = 0;
    let same = null; // an answer that was lost may have been a yes, so the same words are sent first
    while (text.area.isConnected && !text.clash && text.area.value !== text.stored && text.area.value !== text.refused) {
      const words = same ?? text.area.value;
      this.tell("Saving…");
      const answer = await this.#send(text, words);
      if (answer.status === 200) {
        text.stored = words;
        same = null;
        tries = 0;
        this.#stored(answer.text);
      } else if (answer.status === 409) {
        this.#clashed(text, answer.text);
      } else if (answer.status === 422 || answer.status === 413 || answer.status === 404) {
        text.refused = text.area.value;
        this.tell(`Not saved. ${sentence(answer.text)}`, true);
      } else {
        same = answer.status === 0 ? words : null;
        this.tell(why(answer.status), true);
        await pause(AGAIN[Math.min(tries++, AGAIN.length - 1)]);
        if (isSignedOut(answer.status)) await newToken();
      }
    }
  }

  #send(text, words) {
    return send(this.form.action, this.#fields(text, words)).catch(() => ({ status: 0, text: "" }));
  }

  #fields(text, words) {
    const fields = new FormData();
    fields.set("csrf_token", this.form.elements.csrf_token.value);
    fields.set(text.area.name, words);
    for (const mark of document.querySelectorAll(`#marks-${text.id} input`)) fields.set(mark.name, mark.value);
    return fields;
  }

  #stored(html) {
    const { at } = swap(html, this.#clashing());
    if (this.dirty().length === 0) this.tell(`Saved ${at ?? ""}`.trim());
  }

  #clashed(text, html) {
    text.clash = true;
    swap(html, this.#clashing(text));
    if (!around(text).querySelector(".clash")) text.refused = text.area.value;
    this.tell("Not saved: two texts to choose from", true);
  }

  #clashing(except) {
    return this.#here().filter((text) => text !== except && text.clash).map(around);
  }

  #lastTry() {
    for (const text of this.dirty().filter((one) => !one.clash)) {
      send(this.form.action, this.#fields(text, text.area.value), { keepalive: true }).catch(() => {});
    }
  }
}
