/**
 * Messages about calls of `setData`, told while somebody watches. Like those of `logic`, of which they are a part.
 *
 * Written from runtime/protocol/set_data.py; change it there.
 */

/**
 * Whether every call of `setData` is to be told by `SetDataCall`; what `Launch.settings` says counts no more.
 * @typedef {object} WatchSetData
 * @property {"watch-set-data"} m
 * @property {boolean} is_on
 */

/**
 * One key of a call of `setData`. `size`: characters on the wire, roughly. `is_unchanged`: the data had this very value. `is_unread`: no template, observer or property of its component reads it.
 * @typedef {object} SetKey
 * @property {string} key
 * @property {number} size
 * @property {boolean} [is_unchanged]
 * @property {boolean} [is_unread]
 */

/**
 * A call of `setData`, while they are watched. `path` is the page or component; `count` says how many keys it had, `keys` are the first of them. `batch_id`: the batch that will bring it to the view. `logic_ms`: what it took here, with observers and templates, from `began_ms` on (of a clock of its own). `stack`: the nearest frames of the program.
 * @typedef {object} SetDataCall
 * @property {"set-data-call"} m
 * @property {number} page_id
 * @property {number} batch_id
 * @property {string} path
 * @property {number} count
 * @property {number} size
 * @property {number} logic_ms
 * @property {SetKey[]} [keys]
 * @property {import("./stacks.js").StackFrame[]} [stack]
 * @property {number} [began_ms]
 */

export {};
