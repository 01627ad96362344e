// What is said, and done, when the app does not take what was sent.

export function pause(ms) {
  return new Promise((go) => setTimeout(go, ms));
}

/** Why something is not saved yet, by the status of the answer; 0 where none came. */
export function why(status) {
  if (status === 0) return "Not saved: the app does not answer. Your text is kept here; trying again.";
  if (isSignedOut(status)) return "Not saved: you are signed out. Sign in in another tab; your text is kept here.";
  return "Not saved: the app is busy. Trying again.";
}

/** A page's token is of no use after its person signed out, or signed in again. */
export function isSignedOut(status) {
  return status === 401 || status === 400;
}

/** The sentence of an error that came as a piece of a page. */
export function sentence(html) {
  const came = new DOMParser().parseFromString(html, "text/html");
  return (came.querySelector(".problem span, .problem")?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Why a button did nothing: said at the field it is about, which is brought into sight, else to be told. */
export function stopped(form) {
  const wrong = form.querySelector("[aria-invalid]");
  wrong?.focus();
  return wrong ? "Not done." : `Not done. ${form.querySelector("#trouble .problem span")?.textContent ?? ""}`.trim();
}

/** Take up the token of this page as it would come now, if somebody has signed in again in another tab. */
export async function newToken() {
  try {
    const answer = await fetch(location.pathname, { credentials: "same-origin" });
    if (answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("[name=csrf_token]")?.value;
    if (token) document.querySelectorAll("[name=csrf_token]").forEach((input) => (input.value = token));
  } catch {
    // still away; the next try says so
  }
}
