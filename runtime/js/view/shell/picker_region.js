/**
 * Columns of the picker mode region: province, city, district. Runs in the shell page; called by `picker.js`.
 * Where `regions.js` ends, one row repeats the name above.
 */

import { regions } from "./regions.js";

const LEVELS = Object.freeze({ province: 1, city: 2, region: 3, "sub-district": 3 });

/** @typedef {{name: string, code: string, children: any[]}} Region */

/** @param {{value?: string[], customItem?: string, level?: string}} spec */
export function regionColumns(spec) {
  const provinces = regions();
  const count = LEVELS[spec.level ?? "region"] || 3;
  /** @type {Region[]} */
  const chosen = [];
  const model = {
    columns: /** @type {{rows: string[], index: number, entries: Region[]}[]} */ ([]),
    pick: (column, index) => {
      chosen[column] = model.columns[column].entries[index];
      chosen.length = column + 1;
      draw();
    },
    answer: () => ({
      value: chosen.map((entry) => entry.name),
      code: chosen.map((entry) => entry.code).filter(Boolean),
      postcode: "",
    }),
  };
  const draw = () => {
    let below = provinces;
    model.columns = Array.from({ length: count }, (_unused, column) => {
      const entries = entriesOf(below, chosen[column - 1], spec.customItem);
      const wanted = chosen[column]?.name ?? spec.value?.[column];
      const index = Math.max(0, entries.findIndex((entry) => entry.name === wanted));
      chosen[column] = entries[index];
      below = chosen[column].children;
      return { rows: entries.map((entry) => entry.name), index, entries };
    });
  };
  draw();
  return model;
}

function entriesOf(below, above, customItem) {
  const entries = below.length || !above || above.name === customItem ? below : [{ ...above, children: [] }];
  return customItem ? [{ name: customItem, code: "", children: [] }, ...entries] : entries;
}
