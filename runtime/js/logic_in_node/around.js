/**
 * What is around the base library in Node.js: the module for tests puts it where the library is about to be loaded.
 *
 * @typedef {object} Around
 * @property {(path: string) => void} loadScript runs the script of a component
 * @property {(component: any) => any} elementOf the element of a component
 * @property {(error: any, where: string) => void} thrown a function of the program has thrown
 * @property {(level: string, values: any[]) => void} say writes to the console
 */

const holder = /** @type {any} */ (globalThis);

/** @type {Around & import('../logic/base/host.js').Host} */
export const around = holder.handsetHost;
delete holder.handsetHost;
