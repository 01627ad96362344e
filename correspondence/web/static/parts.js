// Pieces of a page that come as HTML: each element with `data-part` takes the place of the one with its id.

/**
 * Put the parts of `html` in place; `keep` are elements that stay as they are, wherever they now belong. A
 * part marked "same" stays while it says the same: somebody may be clicking on it or writing in it.
 * Answers what else was said: when it was saved, a sentence, the number of the block that was done.
 */
export function swap(html, keep = []) {
  const came = new DOMParser().parseFromString(html, "text/html");
  const told = {
    at: came.querySelector("[data-at]")?.dataset.at,
    words: came.querySelector("[data-said]")?.textContent,
    done: came.querySelector("[data-done]")?.dataset.done,
  };
  const focus = remember();
  for (const part of came.querySelectorAll("[data-part]")) {
    const old = document.getElementById(part.id);
    if (!old || old === part || keep.some((kept) => kept.contains(old))) continue;
    if (part.dataset.part === "same" && part.isEqualNode(old)) continue;
    for (const kept of keep.filter((element) => old.contains(element))) stay(kept, part);
    leaveOpen(old, part);
    copyScroll(old, part, () => old.replaceWith(part));
  }
  restore(focus);
  return told;
}

/** Send a form's fields to one of our addresses. Answers {status, text}; throws when nobody answers. */
export async function send(address, fields, options = {}) {
  const answer = await fetch(address, {
    method: fields ? "POST" : "GET",
    body: fields,
    headers: { "X-Fragment": "1" },
    credentials: "same-origin",
    ...options,
  });
  return { status: answer.status, text: await answer.text() };
}

/** A little form that is open stays so, with what is typed in it. */
function leaveOpen(old, part) {
  for (const open of [old, ...old.querySelectorAll("details")].filter((one) => one.matches("details[id][open]"))) {
    const twin = open === old ? part : part.querySelector(`#${CSS.escape(open.id)}`);
    if (!twin) continue;
    twin.open = true;
    for (const field of open.querySelectorAll("input[id]:not([type=hidden])")) {
      const other = twin.querySelector(`#${CSS.escape(field.id)}`);
      if (other) other.value = field.value;
    }
  }
}

function stay(kept, part) {
  const twin = part.querySelector(`#${CSS.escape(kept.id)}`);
  if (twin) twin.replaceWith(kept);
  else part.append(kept);
}

function copyScroll(old, part, put) {
  const places = [...old.querySelectorAll(".scroll")].map((area) => area.scrollTop);
  put();
  if (part.id !== "offers") part.querySelectorAll(".scroll").forEach((area, i) => (area.scrollTop = places[i] ?? 0));
}

function remember() {
  const element = document.activeElement;
  if (!element?.id) return null;
  return { id: element.id, start: element.selectionStart, end: element.selectionEnd, group: element.closest(".block")?.id };
}

function restore(focus) {
  if (!focus || document.activeElement?.id === focus.id) return;
  const element = document.getElementById(focus.id);
  const next = element ?? document.getElementById(focus.group)?.querySelector("textarea") ?? document.getElementById("reply-heading");
  next?.focus({ preventScroll: true });
  if (element && typeof focus.start === "number") element.setSelectionRange(focus.start, focus.end);
}
