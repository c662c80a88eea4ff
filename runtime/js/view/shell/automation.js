/**
 * Input and questions of tests and of the command line. Runs in the shell page; called by `dispatch.js`.
 * With a page, the page view answers; without one, selectors mean elements of the shell (".modal-confirm").
 */

export class PhoneAutomation {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
  }

  /**
   * @param {number} pageId 0 = the shell
   * @param {import("../../shared/wire/automation.js").AutomationAction} action
   */
  run(pageId, action) {
    const { name } = action;
    if (name === "frame") return this._frame(pageId);
    if (name === "painted") return this._phone.pages.painted();
    if (name === "settled") return this._phone.pages.settled(action.with_files === true);
    if (pageId) return this._phone.pages.automate(pageId, action);
    if (!Object.hasOwn(SHELL_ACTIONS, name)) throw new Error(`the phone shell cannot "${name}"`);
    const { selector = "*", index = 0 } = /** @type {{selector?: string, index?: number}} */ (action);
    const element = shownFirst(document.querySelectorAll(selector))[index];
    if (!element) throw new Error(`the phone shell has no "${selector}"`);
    return SHELL_ACTIONS[name](element, action);
  }

  /** Where a page lies on the phone's screen. */
  _frame(pageId) {
    const layer = pageId ? this._phone.pages.find(pageId) : this._phone.pages.visible;
    if (!layer) throw new Error("no page is open");
    const rect = layer.rect();
    // A page with a way of its own may stay where that has led it.
    const { left, top } = layer.hasOwnWay ? layer.element.getBoundingClientRect() : { left: 0, top: 0 };
    return { pageId: layer.pageId, path: layer.path, ...rect, left: rect.left + left, top: rect.top + top - layer.raised };
  }
}

/** Covered pages have bars, too: what can be seen is meant; if nothing of it can, then what there is. */
function shownFirst(elements) {
  const all = [...elements];
  const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true }));
  return shown.length ? shown : all;
}

const SHELL_ACTIONS = Object.freeze({
  tap: (element) => element.click(),
  text: (element) => element.textContent,
  input: (element, { value }) => {
    element.value = value;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  },
  turn: (element, { rows }) => {
    for (let left = Math.abs(rows); left > 0; left--) {
      element.dispatchEvent(new WheelEvent("wheel", { deltaY: Math.sign(rows), cancelable: true }));
    }
  },
  rect: (element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return { left, top, right, bottom, width, height, visible: width > 0 && height > 0 };
  },
});
