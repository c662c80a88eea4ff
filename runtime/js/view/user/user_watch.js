/**
 * Whether somebody wants to know what the user does, and whether it is the user who acts: what a browser has fired for
 * real input, not what a driver dispatches. Runs in the shell page; one a phone, asked by `user_acts.js` of each page.
 * Sends: user-did.
 */

import { fromView } from "../../shared/wire/view.js";

const INPUT = ["pointerdown", "pointermove", "pointerup", "click", "keydown", "compositionend", "wheel"];

export class UserWatch {
  /** @param {(message: import("../../shared/wire/view.js").ViewToHost) => void} send */
  constructor(send) {
    this.send = send;
    this.isOn = false;
    /** The last input was a user's. */
    this.isReal = false;
  }

  /** Looks at the input of a window. @param {Window} window */
  follow(window) {
    for (const type of INPUT) {
      window.addEventListener(type, (event) => {
        this.isReal = event.isTrusted;
      }, { capture: true, passive: true });
    }
  }

  /** Whether what happens now is to be told. */
  get tells() {
    return this.isOn && this.isReal;
  }

  /** @param {number} pageId @param {import("../../shared/wire/user_acts.js").UserAct} act */
  tell(pageId, act) {
    this.send(fromView.userDid({ page_id: pageId, act }));
  }
}
