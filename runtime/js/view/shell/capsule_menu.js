/**
 * The sheet behind •••. Runs in the shell page. Sends the shell events share, share-timeline, favorite, copy-url,
 * restart, settings, about.
 */

import { h, icon } from "./element.js";
import { Sheet } from "./sheet.js";
import { touched } from "../../shared/wire/shell.js";

const ENTRIES = Object.freeze([
  ["share", "menu-share", '<path d="M14 5.500 21 12l-7 6.500v-4c-5.500 0-8.500 1.500-11 4.500.600-5.500 4-9 11-9.500z" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linejoin="round"/>'],
  ["share-timeline", "menu-timeline", '<g fill="none" stroke="currentColor" stroke-width="1.500"><circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.500"/><path d="M12 3v5.500M21 12h-5.500M12 21v-5.500M3 12h5.500"/></g>'],
  ["favorite", "menu-favorite", '<path d="m12 3 8 4.500v9L12 21l-8-4.500v-9zM4 7.500l8 4.500 8-4.500M12 12v9" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linejoin="round"/>'],
  ["copy-url", "menu-copy", '<g fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round"><path d="M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700L11.500 6.800"/><path d="M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1.500-1.500"/></g>'],
  ["restart", "menu-restart", '<path d="M19.500 12a7.500 7.500 0 1 1-2.300-5.400M19.500 3v4.500H15" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" stroke-linejoin="round"/>'],
  ["settings", "menu-settings", '<g fill="none" stroke="currentColor" stroke-width="1.500"><circle cx="12" cy="12" r="3"/><path d="m12 2.800 8 4.600v9.200l-8 4.600-8-4.600V7.400z" stroke-linejoin="round"/></g>'],
  ["about", "menu-about", '<g fill="none" stroke="currentColor" stroke-width="1.500"><circle cx="12" cy="12" r="9"/><path d="M12 11v5.500M12 7.500v.3" stroke-linecap="round"/></g>'],
]);

export class CapsuleMenu extends Sheet {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("capsule-sheet");
    this._phone = phone;
  }

  /** @param {{hidden?: string[]}} [params] hidden: names of entries that are not offered */
  open({ hidden = [] } = {}) {
    const { words } = this._phone;
    const entries = ENTRIES.filter(([name]) => !hidden.includes(name)).map(([name, word, picture]) =>
      h("button.menu-entry", { "data-name": name, onclick: () => this._choose(name) },
        h("span.menu-icon", {}, icon(picture)), h("span.menu-text", { text: words[word] })));
    this.raise([
      h("div.menu-title", { text: this._phone.programName || words.app }),
      h("div.menu-entries", {}, ...entries),
      h("button.sheet-cancel", { text: words.cancel, onclick: () => this.close() }),
    ], () => {});
  }

  _choose(name) {
    this.close();
    this._phone.shellEvent(touched.menuChosen({ entry: name }));
  }
}
