/**
 * The frame whose global object is a realm for code of a program, and the code that goes into it as text: a frame
 * without a document loads no modules.
 *
 * Runs in the shell page (Chromium); used by wxs/realm.js and worklet/realm.js.
 */

/** `eval` of a frame that is in no document any more. @param {Document} document @returns {(code: string) => any} */
export function evaluatorOf(document) {
  const frame = document.createElement("iframe");
  document.documentElement.append(frame);
  const evaluate = /** @type {Window & typeof globalThis} */ (frame.contentWindow).eval;
  frame.remove();
  return evaluate;
}

/**
 * Modules as one script, each in a scope of its own, that gives what the last one exports.
 * @param {string[]} paths each after those that it imports @param {string} result the name of the export
 */
export async function realmCode(paths, result) {
  const texts = await Promise.all(paths.map(textOf));
  const last = /** @type {string} */ (texts.pop());
  const parts = texts.map((text) => {
    const names = [...text.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name).join(", ");
    return `const { ${names} } = (function () {${body(text)}\nreturn { ${names} };})();\n`;
  });
  return `(function () {"use strict";\n${parts.join("")}${body(last)}\nreturn ${result};})()`;
}

/** @param {string} path */
async function textOf(path) {
  const answer = await fetch(path);
  return answer.text();
}

/** The text of a module as that of a function's body. @param {string} text */
function body(text) {
  return text.replace(/^import [^;]*;$/gm, "").replace(/^export /gm, "");
}
