/**
 * `action-sheet`, `loading` and `toast` as tags: gone from the reference, alive in old projects. Runs in the shell page
 * (Chromium). Projects also name components so; an element that shows one carries `is` and is left alone.
 */

import { BuiltIn } from "./built_in.js";

export class ActionSheet extends BuiltIn {
  static css() {
    return `
wx-modal:not([is]) { display: none; }
wx-action-sheet:not([is]) {
  position: fixed; inset: 0; z-index: 1000; display: flex; flex-direction: column; justify-content: flex-end;
  background: rgba(0, 0, 0, 0.6);
}
wx-action-sheet-item:not([is]), wx-action-sheet-cancel:not([is]) {
  display: block; padding: 12px 0; background: #FFFFFF; border-bottom: 1px solid #E5E5E5; font-size: 18px; text-align: center;
}
wx-action-sheet-cancel:not([is]) { margin-top: 6px; border-bottom: 0; }
wx-loading:not([is]), wx-toast:not([is]) {
  position: fixed; left: 50%; top: 40%; z-index: 1000; min-width: 100px; padding: 16px; box-sizing: border-box;
  transform: translate(-50%, -50%); border-radius: 5px; background: rgba(17, 17, 17, 0.7); color: #FFFFFF;
  text-align: center;
}
`;
  }

  /** Beside the items, and on the item that cancels, a tap asks the program to close the sheet. */
  tapped(target) {
    if (this.element.hasAttribute("is")) return false;
    const isAway = target === this.element || target.closest("wx-action-sheet-cancel") !== null;
    if (isAway) this.emit("change");
    return isAway;
  }
}
