/**
 * `form`: collects the values of the named controls inside. Runs in the shell page (Chromium). Custom components with
 * `wx://form-field` are added by the logic layer. What stands in the template of a component belongs to the form only
 * if the component says so, with `wx://form-field-group` or `wx://form-field-button`.
 */

import { BuiltIn } from "../built_in.js";

export class Form extends BuiltIn {

  submit() {
    const value = this.#values();
    const target = { id: this.element.id, dataset: {} };
    this.emit("submit", this.is("reportSubmit") ? { value, target, formId: "the formId is a mock one" } : { value, target });
  }

  /** To the chat that the program was opened from; there is nobody in it here. */
  submitToGroup() {
    this.emit("submitToGroup", { value: this.#values(), target: { id: this.element.id, dataset: {} } });
  }

  reset() {
    for (const control of this.#controls()) control.reset();
    this.emit("reset", { target: { id: this.element.id, dataset: {} } });
  }

  #values() {
    const named = this.#controls().filter((control) => control.text("name"));
    return Object.fromEntries(named.map((control) => [control.text("name"), control.formValue()]));
  }

  /** Controls inside that have a value of their own. */
  #controls() {
    return this.all("*")
      .filter((builtIn) => builtIn?.formValue !== undefined && isOpen(this, builtIn.element, "group"));
  }
}

/**
 * The form that a button belongs to.
 * @param {BuiltIn} button @returns {Form|null}
 */
export function formAround(button) {
  const form = /** @type {Form|undefined} */ (button.element.parentElement?.closest("wx-form")?.__builtIn);
  return form && isOpen(form, button.element, "button") ? form : null;
}

/** Whether all components between the form and an element in their templates let the form see such elements. */
function isOpen(form, element, part) {
  const { tree } = form;
  for (let host = tree.ownerOf(element); host && form.element.contains(host); host = tree.ownerOf(host)) {
    if (!tree.shadowOf(host).scope.form.includes(part)) return false;
  }
  return true;
}
