/**
 * `action-sheet` as a tag: gone from the reference, alive in old projects. Runs in the shell page (Chromium). Its
 * children are `action-sheet-item` and `action-sheet-cancel`; the program shows and hides it by `hidden`.
 */

import { BuiltIn } from "../built_in.js";

export class ActionSheet extends BuiltIn {
  /** Beside the items, and on the item that cancels, a tap asks the program to close the sheet. */
  tapped(target) {
    const isAway = target === this.element || target.closest("wx-action-sheet-cancel") !== null;
    if (isAway) this.emit("change");
    return isAway;
  }
}
