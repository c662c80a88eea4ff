/**
 * `button`. Runs in the shell page (Chromium). A tap submits or resets the form around it, or asks the host for an
 * open ability: the event `opentype`, which the host answers with the simulated outcome.
 */

import { BuiltIn } from "../built_in.js";
import { formAround } from "../form/component.js";

const FORM_TYPES = ["submit", "reset", "submitToGroup"];

export class Button extends BuiltIn {
  static reflects = ["type", "size"];
  static switches = ["plain", "disabled", "loading"];

  tapped() {
    if (this.is("disabled")) return true;
    const formType = this.text("formType");
    const openType = this.text("openType");
    if (FORM_TYPES.includes(formType)) formAround(this)?.[formType]();
    if (openType) this.services.openAbility(this.element, { ...this.attributes, openType });
    return formType !== "" || openType !== "";
  }

  /** A label around the button or for it was tapped. */
  labelled() {
    this.page.gestures.tap(this.element, centre(this.element));
  }
}

function centre(element) {
  const box = element.getBoundingClientRect();
  return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
}
