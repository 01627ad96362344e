// The reply on its way out of the page.

/** A file comes as an answer to a form of its own, so that the page stays. */
export function download(address, inputs) {
  const sending = document.createElement("form");
  sending.method = "post";
  sending.action = address;
  sending.append(...inputs.map((input) => input.cloneNode()));
  sending.hidden = true;
  document.body.append(sending);
  sending.submit();
  sending.remove();
}

/** Put text on the clipboard; where the browser will not, show it chosen. Whether it is on the clipboard. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.getElementById("copied-text");
    area.value = text;
    document.getElementById("copied").showModal();
    area.select();
    return false;
  }
}
