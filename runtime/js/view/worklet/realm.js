/**
 * The realm in which the worklets of a program run: one for all its pages, as there is one thread that draws on a phone.
 * It has the language and `wx.worklet`, nothing of the browser, and no way to the shell (wxs/realm_border.js).
 *
 * Runs in the shell page (Chromium); made by worklets.js.
 */

import { evaluatorOf, realmCode } from "../wxs/realm_frame.js";

const PARTS = [
  "/shared/worklet/easing.js", "/wxs/realm_border.js", "/worklet/animations.js", "/worklet/realm_values.js",
  "/worklet/shared_values.js", "/worklet/realm_glue.js",
];
const MAKE_REALM = await realmCode(PARTS, "createRealm");

/** @param {Document} document @param {object} functions see realm_glue.js @returns {any} */
export function createRealm(document, functions) {
  return evaluatorOf(document)(MAKE_REALM)(functions);
}
