/**
 * Takes each message of the host to the part of the phone that it concerns, and answers requests.
 * Runs in the shell page; called by the channel. Sends: reply, view-log.
 */

import { SHELL_METHODS } from "./shell_methods.js";
import { fromView } from "../../shared/wire/view.js";

/** @typedef {import("../../shared/wire/view.js").HostToView} HostToView */

/** @param {import("./phone.js").Phone} phone @returns {(message: HostToView) => void} */
export function createDispatch(phone) {
  /** @type {import("../../shared/wire/view.js").Receivers} */
  const receivers = {
    "device": (message) => phone.setDevice(message.device, message.page_id || 0),
    "open-page": (message) => phone.pages.open(message),
    "show-page": (message) => phone.pages.show(message.page_id, message.animation, message.closed || []),
    "dom": (message) => phone.pages.apply(message.page_id, message.batch_id, message.ops, message.is_measured === true),
    "style": (message) => phone.pages.replaceStyle(message.style),
    "call": (message) => phone.pages.call(message.page_id || 0, message.call),
    "call-shell": (message) => callShell(phone, message),
    "inspect": (message) => phone.pages.inspect(message.page_id, message.question),
    "debug-wxs": (message) => phone.wxsDebugging.take(message),
    "watch-user": (message) => {
      phone.userWatch.isOn = message.is_on;
    },
    "automate": (message) => phone.automate(message.page_id || 0, message.action),
  };
  return (message) => {
    const outcome = attempt(() => receivers[message.m](/** @type {any} */ (message)));
    if ("request_id" in message && message.request_id) answer(phone, message.request_id, outcome);
    else outcome.catch((error) => phone.port.log("error", `${message.m}: ${describe(error)}`, "handset", "", 0));
  };
}

/** @param {import("./phone.js").Phone} phone @param {import("../../shared/wire/view.js").CallShell} message */
function callShell(phone, { call, page_id: pageId = 0 }) {
  if (!Object.hasOwn(SHELL_METHODS, call.name)) throw new Error(`the phone shell has no method "${call.name}"`);
  return SHELL_METHODS[call.name](phone, /** @type {any} */ (call), pageId);
}

function attempt(action) {
  try {
    return Promise.resolve(action());
  } catch (error) {
    return Promise.reject(error);
  }
}

function answer(phone, requestId, outcome) {
  outcome.then(
    (result) => phone.send(fromView.reply({ request_id: requestId, result: result === undefined ? null : result })),
    (error) => phone.send(fromView.reply({ request_id: requestId, error: describe(error) })),
  );
}

function describe(error) {
  return error instanceof Error ? error.message : String(error);
}
