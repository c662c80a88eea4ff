/**
 * Components that come with the first page that has one, so that all others start without their parts. Until its class
 * is there, an element is a box with its children; what the program asks of it meanwhile waits.
 *
 * Runs in the shell page (Chromium); used by index.js. The class draws its inside in `begin`, around the children's box:
 * the element of the class `wx-<tag>-content`.
 */

import { BuiltIn, inner } from "./built_in.js";

/**
 * The class of a tag until its own is there: `component` of its folder.
 * @param {string} tag @param {string[]} [reflects] as of the class itself @param {string} [folder] if several tags share one
 */
export function late(tag, reflects = [], folder = tag) {
  return class Late extends BuiltIn {
    static reflects = reflects;

    static skeleton(element) {
      return inner(element, "div", `wx-${folder}-content`);
    }

    begin() {
      this.isThere = false;
      this.isGone = false;
      this.former = null;
      // Joined with the shell or not, a module is asked for by its place on our scheme.
      this.arrival = import(`/components/${folder}/component.js`).then(({ component }) => this.#become(component));
      super.begin();
    }

    connected() {
      this.isThere = true;
      this.actual?.connected();
    }

    async invoke(method, args) {
      await this.arrival;
      return this.actual?.invoke(method, args);
    }

    keep() {
      return this.actual?.keep();
    }

    restore(state) {
      this.former = state;
      this.actual?.restore(state);
    }

    removed() {
      this.isGone = true;
      this.actual?.removed();
    }

    hiddenChanged() {
      this.actual?.hiddenChanged();
    }

    #become(Component) {
      if (this.isGone) return;
      this.actual = new Component(this.element, this.attributes, this.tree);
      this.element.__builtIn = this.actual;
      this.actual.begin();
      if (this.former !== null) this.actual.restore(this.former);
      if (this.isThere) this.actual.connected();
    }
  };
}
