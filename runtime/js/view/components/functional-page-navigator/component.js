/**
 * `functional-page-navigator`: a tap asks the host for what the functional page of a plugin would do. Runs in the shell
 * page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn } from "../built_in.js";

class FunctionalPageNavigator extends BuiltIn {
  tapped() {
    const { name, args } = this.attributes;
    this.services.openAbility(this.element, { openType: "functionalPage", name, args });
    return true;
  }
}

export const component = FunctionalPageNavigator;
