/** What is selected in the field that is typed into. Runs in the shell page; called by `calls.js`. */

/** @param {Document} document @returns {[number, number]} where it begins and ends; throws if no field has the focus */
export function selectedText(document) {
  const field = /** @type {HTMLInputElement|null} */ (document.activeElement);
  if (field === null || !field.matches("input, textarea")) throw new Error("no input is focused");
  const { selectionStart, selectionEnd, value } = field;
  return [selectionStart ?? value.length, selectionEnd ?? value.length];
}
