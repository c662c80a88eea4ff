/**
 * What surrounds the debugger in the realm of wxs, as the process around the engine does in the logic layer
 * (logic/base/host.js). Evaluated in the realm (../realm_debugging.js). Texts alone cross the border.
 */

const TELLING = ['post', 'log', 'script', 'command', 'watched'];
const port = { __proto__: null };

/** A function of the page view as it is called here: nothing that it throws, and no object, gets in. */
function told(fn) {
  return (first, second, third, fourth) => {
    try {
      const value = fn(first, second, third, fourth);
      return typeof value === 'string' ? value : '';
    } catch {
      return '';
    }
  };
}

/** `given`: the functions of wxs/debugging.js. Called once, before any wxs runs. */
export function connect(given) {
  for (const name of TELLING) port[name] = told(given[name]);
}

/** A line for the console. */
export const log = (level, text, file, line) => port.log(level, text, file, line);

export const host = {
  __proto__: null,
  post: (text) => port.post(text),
  instrumented: (path) => port.script(path),
  /** Running wxs hears nothing: the page is busy with it. A pause that nobody serves is over. */
  debugCommand: (isPaused) => (isPaused ? port.command() || '{"m":"debug-go"}' : ''),
  watchLoops(code) {
    const text = port.watched(code);
    if (text === '' && code !== '') throw new RangeError('the text is too long');
    return text;
  },
  running: () => '',
  /** The engine of the page knows no time limit; loops with probes end by themselves. */
  limited: (read) => read(),
};
