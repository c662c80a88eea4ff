/**
 * Takes each message of the host to the part of the phone that it concerns, and answers requests.
 * Runs in the shell page; called by the channel. Receives: device, open-page, show-page, dom, style, call, call-shell,
 * automate. Sends: reply, view-log.
 */

import { SHELL_METHODS } from "./shell_methods.js";

/** @param {import("./phone.js").Phone} phone @returns {(message: object) => void} */
export function createDispatch(phone) {
  const handlers = {
    "device": (message) => phone.setDevice(message.device, message.page_id || 0),
    "open-page": (message) => phone.pages.open(message),
    "show-page": (message) => phone.pages.show(message.page_id, message.animation, message.closed || []),
    "dom": (message) => phone.pages.apply(message.page_id, message.batch_id, message.ops),
    "style": (message) => phone.pages.replaceStyle(message.style),
    "call": (message) => phone.pages.call(message.page_id || 0, message.method, message.params),
    "call-shell": (message) => callShell(phone, message),
    "automate": (message) => phone.automate(message.page_id || 0, message.method, message.params),
  };
  return (message) => {
    const outcome = attempt(() => handlers[message.m](message));
    if (message.request_id) answer(phone, message.request_id, outcome);
    else outcome.catch((error) => phone.port.log("error", `${message.m}: ${describe(error)}`, "handset", "", 0));
  };
}

function callShell(phone, message) {
  const method = SHELL_METHODS[message.method];
  if (!method) throw new Error(`the phone shell has no method "${message.method}"`);
  return method(phone, message.params, message.page_id || 0);
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
    (result) => phone.send({ m: "reply", request_id: requestId, result: result === undefined ? null : result }),
    (error) => phone.send({ m: "reply", request_id: requestId, error: describe(error) }),
  );
}

function describe(error) {
  return error instanceof Error ? error.message : String(error);
}
