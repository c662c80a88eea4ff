/**
 * Columns of the picker mode time: hours and minutes between `start` and `end`. Runs in the shell page.
 */

const pad = (number) => String(number).padStart(2, "0");

/** @param {{value?: string, start?: string, end?: string}} spec times as "hh:mm" */
export function timeColumns(spec) {
  const start = parse(spec.start) ?? 0;
  const end = Math.max(start, parse(spec.end) ?? 23 * 60 + 59);
  const now = new Date();
  const clamp = (minutes) => Math.min(end, Math.max(start, minutes));
  let time = clamp(parse(spec.value) ?? now.getHours() * 60 + now.getMinutes());
  const model = {
    columns: /** @type {{rows: string[], index: number}[]} */ ([]),
    pick: (column, index) => {
      const hour = column === 0 ? hours()[index] : Math.floor(time / 60);
      const minute = column === 1 ? minutes()[index] : time % 60;
      time = clamp(hour * 60 + minute);
      draw();
    },
    answer: () => ({ value: `${pad(Math.floor(time / 60))}:${pad(time % 60)}` }),
  };
  const hours = () => numbers(Math.floor(start / 60), Math.floor(end / 60));
  const minutes = () => {
    const hour = Math.floor(time / 60);
    return numbers(Math.max(0, start - hour * 60), Math.min(59, end - hour * 60));
  };
  const draw = () => {
    const column = (list, value) => ({ rows: list.map(pad), index: list.indexOf(value) });
    model.columns = [column(hours(), Math.floor(time / 60)), column(minutes(), time % 60)];
  };
  draw();
  return model;
}

function parse(text) {
  const match = /^(\d{1,2}):(\d{1,2})/.exec(text || "");
  return match ? Math.min(23, Number(match[1])) * 60 + Math.min(59, Number(match[2])) : null;
}

function numbers(from, to) {
  return Array.from({ length: Math.max(1, to - from + 1) }, (_unused, index) => from + index);
}
