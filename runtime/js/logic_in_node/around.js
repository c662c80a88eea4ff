/**
 * What is around the base library in Node.js: the module for tests puts it where the library is about to be loaded.
 *
 * @typedef {object} Around
 * @property {(path: string) => void} loadScript runs the script of a component
 * @property {(component: any) => any} elementOf the element of a component
 * @property {(pageId: number) => void} changed what a page shows may have changed
 * @property {(pageId: number, call: any) => any} answerOf answers a question to the view
 * @property {(pageId: number, call: any, requestId: number) => void} askLater the same by the message ViewReply
 * @property {(error: any, where: string) => void} thrown a function of the program has thrown
 * @property {(level: string, values: any[]) => void} say writes to the console
 */

const holder = /** @type {any} */ (globalThis);

/** @type {Around & import('../logic/base/host.js').Host} */
export const around = holder.handsetHost;
delete holder.handsetHost;
