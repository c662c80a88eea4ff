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
/** In the stack of an error, where realm_glue.js has named the source. */
const PLACE = /handset-wxs\/(.+?):(\d+):\d+/;

const LONGEST_STACK = 5000;

/**
 * @param {import("../page/page_view.js").PageView} page
 * @param {(path: string) => string|undefined} source of a module
 * @returns what realm_glue.js makes: handle, observer, descriptor, clear
 */
export function createRealm(page, source) {
  const make = evaluatorOf(page.document)(MAKE_REALM);
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
