/**
 * The debugger in the wxs of all pages of the phone: what it waits for, and how it speaks with the host. Each realm has
 * one of its own (debugging/realm_debugging.js), made when something is waited for; else wxs runs as it is.
 *
 * Runs in the shell page (Chromium); one object of the phone, which port.js hands to the pages. Receives debug-wxs, sends
 * wxs-spoke. While wxs stands still, so does the whole page: the host's next command is the answer to a request that is
 * waited for (simulator/phone/standstill.py), as nothing else reaches a page that runs.
 */

import { fromView } from "../../shared/wire/view.js";

const Request = XMLHttpRequest;
const SCRIPT = "/wxs/debugging/script.js";
const QUESTIONS = "/debug";

export class WxsDebugging {
  /** @param {import("../shell/phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    /** The text of realm_debugging.js and all that it imports; empty: nothing is waited for. */
    this.code = "";
    this.scripts = new Map();
    this.below = "";
    /** A `DebugArmed` as JSON text. */
    this.armed = "";
    this.pauses = false;
    /** Counts the changes of what is waited for, and of the modules with probes. */
    this.version = 0;
    this.edition = 0;
    this._loaded = "";
    this._asked = 0;
  }

  /** @param {import("../../shared/wire/view.js").DebugWxs} message */
  take(message) {
    const scripts = new Map(Object.entries(message.scripts ?? {}));
    // Waited for, so that what is tapped from now on stops.
    if (scripts.size > 0 && this._loaded === "") this._loaded = textAt(SCRIPT);
    const isSame = scripts.size === this.scripts.size && [...scripts].every(([path, text]) => this.scripts.get(path) === text);
    if (!isSame) this.edition += 1;
    this.scripts = scripts;
    this.code = scripts.size > 0 ? this._loaded : "";
    this.below = message.below ?? "";
    this.armed = JSON.stringify(message.armed);
    this.pauses = message.pauses === true;
    this.version += 1;
  }

  /** What the debugger of a realm calls; texts alone go to and fro. @param {(level: string, text: string, file: string, line: number) => void} log */
  port(log) {
    return {
      post: (text) => this._phone.send(fromView.wxsSpoke({ message: JSON.parse(text) })),
      log,
      script: (path) => this.scripts.get(path) ?? "",
      command: () => this.#ask("command"),
      watched: (code) => this.#ask("watched", code),
    };
  }

  /** Waits for the host, and nothing moves meanwhile. */
  #ask(what, text = "") {
    this._asked += 1;
    return textAt(`${QUESTIONS}/${what}?n=${this._asked}&text=${encodeURIComponent(text)}`);
  }
}

/** @param {string} path */
function textAt(path) {
  const request = new Request();
  request.open("GET", path, false);
  request.send();
  return request.responseText;
}
