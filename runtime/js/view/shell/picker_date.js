/**
 * Columns of the picker mode date: year, month, day between `start` and `end`. Runs in the shell page.
 */

const pad = (number) => String(number).padStart(2, "0");
const FIELDS = Object.freeze({ year: 1, month: 2, day: 3 });
const FIRST = [1900, 1, 1];
const LAST = [2100, 12, 31];

/**
 * @param {{value?: string, start?: string, end?: string, fields?: string}} spec dates as "YYYY-MM-DD"
 * @param {{year: string, month: string, day: string}} words what stands behind the numbers
 */
export function dateColumns(spec, words) {
  const count = FIELDS[spec.fields ?? "day"] || 3;
  const start = parse(spec.start, FIRST) || FIRST;
  const end = parse(spec.end, LAST) || LAST;
  const today = new Date();
  let date = clamp(parse(spec.value, FIRST) || [today.getFullYear(), today.getMonth() + 1, today.getDate()], start, end);
  const model = {
    columns: /** @type {{rows: string[], index: number}[]} */ ([]),
    pick: (column, index) => {
      const next = [...date];
      next[column] = choices(column, date, start, end)[index];
      next[2] = Math.min(next[2], daysIn(next[0], next[1]));
      date = clamp(next, start, end);
      draw();
    },
    answer: () => ({ value: [String(date[0]), pad(date[1]), pad(date[2])].slice(0, count).join("-") }),
  };
  const units = [words.year, words.month, words.day];
  const draw = () => {
    model.columns = units.slice(0, count).map((unit, column) => {
      const list = choices(column, date, start, end);
      return { rows: list.map((number) => `${column ? pad(number) : number}${unit}`), index: list.indexOf(date[column]) };
    });
  };
  draw();
  return model;
}

function choices(column, [year, month], start, end) {
  const atStart = year === start[0] && (column < 2 || month === start[1]);
  const atEnd = year === end[0] && (column < 2 || month === end[1]);
  if (column === 0) return numbers(start[0], end[0]);
  const last = column === 1 ? 12 : daysIn(year, month);
  return numbers(atStart ? start[column] : 1, atEnd ? Math.min(end[column], last) : last);
}

function clamp(date, start, end) {
  if (compare(date, start) < 0) return [...start];
  return compare(date, end) > 0 ? [...end] : date;
}

function compare(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function daysIn(year, month) {
  return new Date(year, month, 0).getDate();
}

function parse(text, missing) {
  const match = /^(\d{1,4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/.exec(text || "");
  if (!match) return null;
  const year = Number(match[1]);
  const month = Math.min(12, Math.max(1, Number(match[2] || missing[1])));
  return [year, month, Math.min(daysIn(year, month), Math.max(1, Number(match[3] || missing[2])))];
}

function numbers(from, to) {
  return Array.from({ length: Math.max(1, to - from + 1) }, (_unused, index) => from + index);
}
