/**
 * The realm in which one page runs the wxs of its event handlers and `change:` observers: the global object of a frame
 * that is no longer in any document. It has the language and nothing of the browser, and no way to the shell: what of
 * the shell's realm the glue holds are functions alone, and these take and give texts, numbers and truth values.
 *
 * Runs in the shell page (Chromium); made by page_wxs.js when the first handler runs. Sends log lines through the port.
 */

import { evaluatorOf, realmCode } from "./realm_frame.js";

const PARTS = ["/shared/wxs_modules.js", "/wxs/realm_border.js", "/wxs/realm_glue.js"];
const MAKE_REALM = await realmCode(PARTS, "createRealm");
/** In the stack of an error, where the source has been named by its file, with probes by its module in the file. */
const PLACE = /handset-wxs\/(.+?)(?:#.*?)?:(\d+):\d+/;

const LONGEST_STACK = 5000;

/**
 * @param {import("../page/page_view.js").PageView} page
 * @param {(path: string) => string|undefined} source of a module
 * @param {import("./debugging.js").WxsDebugging|undefined} debugging
 * @returns what realm_glue.js makes (handle, observer, descriptor, clear), and the debugger that lies in the realm, if any
 */
export function createRealm(page, source, debugging) {
  const evaluate = evaluatorOf(page.document);
  const debug = debugging?.code ? debuggerIn(evaluate, page, debugging) : undefined;
  const make = evaluate(MAKE_REALM);
  const realm = make({
    source,
    missing: (path) => page.log("error", `wxs module '${path}' is not found`),
    failed: (path, message, stack) => {
      const place = PLACE.exec(stack.slice(0, LONGEST_STACK));
      const file = place ? place[1] : path.split("#")[0];
      page.log("error", `wxs: ${message}`, "program", file, place ? Number(place[2]) : 0);
    },
    log: (text) => page.log("log", text),
  }, debug);
  return { realm, debug };
}

function debuggerIn(evaluate, page, debugging) {
  const log = (level, text, file, line) => page.log(level, text, "program", file, line);
  return evaluate(debugging.code).createDebugging(debugging.port(log), debugging.below);
}
