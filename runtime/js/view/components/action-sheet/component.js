/**
 * `action-sheet` as a tag: gone from the reference, alive in old projects. Runs in the shell page (Chromium). Its
 * children are `action-sheet-item` and `action-sheet-cancel`; the program shows and hides it by `hidden`.
 */

import { BuiltIn } from "../built_in.js";

export class ActionSheet extends BuiltIn {
  static css() {
    return `
wx-action-sheet:not([is]) {
  position: fixed; inset: 0; z-index: 1000; display: flex; flex-direction: column; justify-content: flex-end;
  background: rgba(0, 0, 0, 0.6);
}
wx-action-sheet-item:not([is]), wx-action-sheet-cancel:not([is]) {
  position: relative; display: block; padding: 10px 0; background: #FFFFFF; box-shadow: inset 0 0.5px 0 #D9D9D9; font-size: 18px;
  line-height: 1.4; text-align: center; color: #000000;
}
wx-action-sheet-item:not([is]):active, wx-action-sheet-cancel:not([is]):active { background: #ECECEC; }
wx-action-sheet-cancel:not([is]) { border-top: 6px solid #EFEFF4; padding-bottom: calc(10px + var(--safe-area-inset-bottom, 0px)); box-shadow: none; }
`;
  }

  /** Beside the items, and on the item that cancels, a tap asks the program to close the sheet. */
  tapped(target) {
    const isAway = target === this.element || target.closest("wx-action-sheet-cancel") !== null;
    if (isAway) this.emit("change");
    return isAway;
  }
}
