/**
 * The process around the engine. Logic process. simulator/worker/engine.py puts these as globals where the base library
 * is about to be loaded; here they are taken away, so that the program never sees them.
 *
 * @typedef {object} Host
 * @property {(text: string) => void} post sends one message, as JSON text
 * @property {(name: string, args: string, callId: number, isSync: boolean, pageId: number, isInTap: boolean,
 *   stack: string) => string} callApi carries out a call of wx.*; the answer as JSON, empty if it comes later; `stack` has
 *   the frames that led to it, as JSON
 * @property {(call: string, requestId: number) => string} askView sends a ViewCall and waits for `{error, result}` as JSON
 * @property {(what: string, where: string) => void} running a handler of the program starts, or has ended (empty)
 * @property {(script: string, line: number, column: number) => string} sourcePlace what is known of a place in a script
 * @property {(code: string, line: number, column: number, message: string) => string} describeError an error of the engine
 *   in words that name the expression
 * @property {(path: string, asksForPauses: boolean) => string} instrumented a script is about to run: the code with
 *   probes, and what is known of them, as JSON; empty if it runs as it is
 * @property {(isPaused: boolean) => string} debugCommand the next message for the debugger; while paused it is waited for
 * @property {(code: string) => string} watchLoops source text whose loops and functions call `__tick()`
 * @property {(read: () => string) => string} limited what a function returns; empty if it does not end
 * @property {(noted: string) => string} readings takes readings of a run that is recorded, brings those of one that is
 *   replayed
 * @property {number} libraryStart first line of the line space that the base library uses
 * @property {number} libraryEnd last line that it uses
 */

/** @type {Host} */
export const host = taken(['post', 'callApi', 'askView', 'running', 'sourcePlace', 'describeError', 'instrumented',
  'debugCommand', 'watchLoops', 'limited', 'readings', 'libraryStart', 'libraryEnd']);

function taken(names) {
  const found = /** @type {any} */ ({});
  for (const name of names) {
    found[name] = globalThis[name];
    delete globalThis[name];
  }
  return found;
}
