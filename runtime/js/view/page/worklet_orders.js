/**
 * The way of a page to the worklets of the program's run (worklet/worklets.js), which are loaded when the first are there.
 *
 * Runs in the shell page (Chromium); called by shell/pages.js, and by components whose elements have handlers that are
 * worklets. The handlers of an element are asked for with an event of type `worklet`.
 */

const WORKLETS = Symbol("worklets");
/** Joined with the shell or not, a module is asked for by its place on our scheme. */
const PLACE = "/worklet/worklets.js";

/** @param {import("../shell/phone.js").Phone} phone @param {any[]} jobs */
export function orderWorklets(phone, jobs) {
  const { port } = phone;
  const held = /** @type {any} */ (port);
  held[WORKLETS] ??= { ready: null, arrival: import(PLACE).then(({ Worklets }) => (held[WORKLETS].ready = new Worklets(phone))) };
  const { ready, arrival } = held[WORKLETS];
  // All wait for the same arrival, so they keep their order.
  if (ready) ready.carryOut(jobs);
  else arrival.then((worklets) => worklets.carryOut(jobs));
}

/**
 * The movement of a page that has a way of its own to come or go; null if it has none.
 * @param {import("../shell/phone.js").Phone} phone @param {{before: any, after: any, isPush: boolean, isAnimated: boolean}} step
 */
export async function routeFor(phone, step) {
  const held = /** @type {any} */ (phone.port)[WORKLETS];
  if (!held) return null;
  const { routes } = await held.arrival;
  const route = routes.of((step.isPush ? step.after : step.before).pageId);
  return route ? routes.run(route, step) : null;
}

/** A page ends. @param {import("./page_view.js").PageView} page */
export function leaveWorklets(page) {
  /** @type {any} */ (page.port)[WORKLETS]?.ready?.leave(page);
}

/** The handlers of an element that are worklets. */
export class ElementWorklets {
  /** @param {import("./page_view.js").PageView} page @param {Element} element @param {Record<string, string>} given event → method */
  constructor(page, element, given) {
    this.element = /** @type {any} */ (element);
    this.page = page;
    this.given = given;
    page.events.request(element, "worklet", { handlers: given });
  }

  /** Whether there is a handler, known yet or not. @param {string} name */
  has(name) {
    return Object.hasOwn(this.given, name);
  }

  /** What a handler returns; undefined if there is none, or none yet. @param {string} name @param {unknown} event */
  call(name, event) {
    const handler = this.element.__worklets?.[name];
    const worklets = handler && /** @type {any} */ (this.page.port)[WORKLETS]?.ready;
    return worklets ? worklets.call(handler, event) : undefined;
  }
}
