/**
 * The realm in which one page runs the wxs of its event handlers and `change:` observers: the global object of a frame
 * that is no longer in any document. It has the language and nothing of the browser, and no way to the shell: what of
 * the shell's realm the glue holds are functions alone, and these take and give texts, numbers and truth values.
 *
 * Runs in the shell page (Chromium); made by page_wxs.js when the first handler runs. Sends log lines through the port.
 */

const [MODULES, GLUE] = await Promise.all(["/shared/wxs_modules.js", "/wxs/realm_glue.js"].map(bodyOf));
/** Both as one script: a frame without a document loads no modules. */
const MAKE_REALM = `(function () {"use strict";
const { createWxsModules, visibleInWxs } = (function () {${MODULES}
return { createWxsModules, visibleInWxs };})();
${GLUE}
return createRealm;})()`;
/** In the stack of an error, where realm_glue.js has named the source. */
const PLACE = /handset-wxs\/(.+?):(\d+):\d+/;

const LONGEST_STACK = 5000;

/** The text of a module as that of a function's body. @param {string} path */
async function bodyOf(path) {
  const answer = await fetch(path);
  const text = await answer.text();
  return text.replace(/^import [^;]*;$/gm, "").replace(/^export /gm, "");
}

/**
 * @param {import("../page/page_view.js").PageView} page
 * @param {(path: string) => string|undefined} source of a module
 * @returns what realm_glue.js makes: handle, observer, descriptor, clear
 */
export function createRealm(page, source) {
  const frame = page.document.createElement("iframe");
  page.document.documentElement.append(frame);
  const evaluate = /** @type {Window & typeof globalThis} */ (frame.contentWindow).eval;
  frame.remove();
  const make = evaluate(MAKE_REALM);
  return make({
    source,
    missing: (path) => page.log("error", `wxs module '${path}' is not found`),
    failed: (path, message, stack) => {
      const place = PLACE.exec(stack.slice(0, LONGEST_STACK));
      const file = place ? place[1] : path.split("#")[0];
      page.log("error", `wxs: ${message}`, "program", file, place ? Number(place[2]) : 0);
    },
    log: (text) => page.log("log", text),
  });
}
