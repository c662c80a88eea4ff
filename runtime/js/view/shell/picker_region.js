/**
 * Columns of the picker mode region: province, city, district. Runs in the shell page.
 * The names and codes are in regions.json: {province: [code, {city: [code, {district: code}]}]}; a city without
 * districts of its own there offers one row with its own name.
 */

const LEVELS = Object.freeze({ province: 1, city: 2, region: 3, "sub-district": 3 });

/** @param {{value?: string[], customItem?: string, level?: string}} spec */
export async function regionColumns(spec) {
  const regions = await (await fetch(new URL("./regions.json", import.meta.url))).json();
  const count = LEVELS[spec.level] || 3;
  const custom = spec.customItem || "";
  const chosen = [];
  const model = {
    columns: [],
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
    let children = regions;
    model.columns = Array.from({ length: count }, (_unused, column) => {
      const entries = entriesOf(children, chosen[column - 1], custom);
      const wanted = chosen[column]?.name ?? spec.value?.[column];
      const index = Math.max(0, entries.findIndex((entry) => entry.name === wanted));
      chosen[column] = entries[index];
      children = chosen[column].children;
      return { rows: entries.map((entry) => entry.name), index, entries };
    });
  };
  draw();
  return model;
}

function entriesOf(children, parent, custom) {
  const entries = Object.entries(children || {}).map(([name, value]) => {
    const [code, below] = Array.isArray(value) ? value : [value, null];
    return { name, code: String(code), children: below };
  });
  if (custom) entries.unshift({ name: custom, code: "", children: null });
  if (entries.length === 0 && parent) entries.push({ name: parent.name, code: parent.code, children: null });
  return entries;
}
