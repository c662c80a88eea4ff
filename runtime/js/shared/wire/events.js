/**
 * Events of a page's DOM (resources/docs/wire.md, "Events").
 *
 * Written from runtime/protocol/events.py; change it there.
 */

/**
 * One finger. px of the page, `client` of what is seen of it. `x`, `y`: in the canvas that was touched.
 * @typedef {object} Touch
 * @property {number} identifier
 * @property {number} [pageX]
 * @property {number} [pageY]
 * @property {number} [clientX]
 * @property {number} [clientY]
 * @property {number} [force]
 * @property {number} [x]
 * @property {number} [y]
 */

/**
 * One event. `id`, `node`: the nearest numbered node; `exact`: it is the target itself. `ts`: ms since page open.
 * @typedef {object} ViewEvent
 * @property {string} type
 * @property {number} id
 * @property {number} node
 * @property {boolean} exact
 * @property {number} ts
 * @property {boolean} bubbles
 * @property {any} [detail]
 * @property {Touch[]} [touches]
 * @property {Touch[]} [changedTouches]
 * @property {Record<string, [number, number]>} [offsets]
 * @property {[number, number, boolean]} [stop]
 */

export {};
