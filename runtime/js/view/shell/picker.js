/**
 * The picker sheet of the `picker` component, all modes. Runs in the shell page; page views open it by `port.picker`.
 *
 * spec: {mode, range, rangeKey, value, start, end, fields, customItem, level, headerText} as the component's
 * properties, and optionally `columnChange(column, index)`, called while a multiSelector turns, and
 * `opened({update(spec)})`, which hands over the way to new `range` and `value` for the open sheet.
 * Answer: {value} with `code` and `postcode` for regions; null = cancelled.
 */

import { h } from "./element.js";
import { dateColumns } from "./picker_date.js";
import { listColumns, multiColumns } from "./picker_list.js";
import { regionColumns } from "./picker_region.js";
import { timeColumns } from "./picker_time.js";
import { Sheet } from "./sheet.js";
import { Wheel } from "./wheel.js";

const MODES = Object.freeze({
  selector: listColumns, multiSelector: multiColumns, time: timeColumns, date: dateColumns, region: regionColumns,
});

export class PhonePicker extends Sheet {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("picker-sheet");
    this._phone = phone;
  }

  /** @param {object} spec see above @returns {Promise<object|null>} */
  open(spec) {
    if (this.isOpen) this.dismiss();
    const { words } = this._phone;
    const model = (MODES[spec.mode] || listColumns)(spec, words);
    return new Promise((resolve) => {
      const wheels = model.columns.map((column, number) => new Wheel(column.rows, column.index, (index) => {
        model.pick(number, index);
        refresh(wheels, model);
        if (spec.columnChange) spec.columnChange(number, index);
      }));
      const done = (answer) => {
        this.close();
        resolve(answer);
      };
      this.raise([
        h("div.picker-bar", {},
          h("button.picker-cancel", { text: words.cancel, onclick: () => done(null) }),
          h("div.picker-title", { text: spec.headerText || "" }),
          h("button.picker-confirm", { text: words.confirm, onclick: () => done(model.answer()) })),
        h("div.picker-wheels", {}, ...wheels.map((wheel) => wheel.element)),
      ], () => resolve(null));
      if (spec.opened) {
        spec.opened({
          update: (change) => {
            if (!model.update) return;
            model.update(change);
            refresh(wheels, model);
          },
        });
      }
    });
  }
}

function refresh(wheels, model) {
  model.columns.forEach((column, number) => wheels[number]?.set(column.rows, column.index));
}
