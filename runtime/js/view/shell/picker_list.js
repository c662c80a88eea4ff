/**
 * Columns of the picker modes selector and multiSelector. Runs in the shell page; called by `picker.js`.
 */

/** @param {object} spec @returns {{columns: object[], pick: Function, update: Function, answer: Function}} */
export function listColumns(spec) {
  const model = {
    columns: [],
    pick: (_column, index) => { model.columns[0].index = index; },
    update: ({ range = spec.range, value = model.columns[0].index }) => {
      model.columns = [{ rows: rowsOf(range, spec.rangeKey), index: Number(value) || 0 }];
    },
    answer: () => ({ value: model.columns[0].index }),
  };
  model.columns = [{ index: 0 }];
  model.update({ value: spec.value || 0 });
  return model;
}

/** @param {object} spec @returns {{columns: object[], pick: Function, update: Function, answer: Function}} */
export function multiColumns(spec) {
  const model = {
    columns: [],
    pick: (column, index) => { model.columns[column].index = index; },
    update: ({ range = spec.range, value = model.columns.map((column) => column.index) }) => {
      model.columns = (range || []).map((column, number) => {
        const rows = rowsOf(column, spec.rangeKey);
        return { rows, index: Math.max(0, Math.min(rows.length - 1, Number(value[number]) || 0)) };
      });
    },
    answer: () => ({ value: model.columns.map((column) => column.index) }),
  };
  model.update({ value: Array.isArray(spec.value) ? spec.value : [] });
  return model;
}

function rowsOf(range, rangeKey) {
  if (!Array.isArray(range)) return [];
  return range.map((row) => String(rangeKey && row !== null && typeof row === "object" ? row[rangeKey] ?? "" : row ?? ""));
}
