/**
 * Shapes of what the logic process answers about values and trees (resources/docs/wire.md, "Previews").
 *
 * Written from runtime/protocol/previews.py; change it there.
 */

/**
 * A value as far as it is shown (wire.md, "Previews"). `t`: its type; `v`: what stands for it; `id`: its handle.
 * @typedef {object} Preview
 * @property {string} t
 * @property {string | number | boolean} [v]
 * @property {number} [n]
 * @property {Preview[]} [items]
 * @property {[string, Preview][]} [props]
 * @property {number} [id]
 * @property {number} [start]
 * @property {boolean} [more]
 * @property {string} [cls]
 * @property {import("./stacks.js").StackFrame[]} [stack]
 */

/**
 * A member as it is defined. It has a `value`, or is an accessor (`get`, `set`); `symbol`: that is its key.
 * @typedef {object} Member
 * @property {string} name
 * @property {Preview} [value]
 * @property {Preview} [get]
 * @property {Preview} [set]
 * @property {Preview} [symbol]
 * @property {boolean} [writable]
 * @property {boolean} [enumerable]
 * @property {boolean} [configurable]
 * @property {boolean} [own]
 */

/**
 * What `ListMembers` asks for. `inner`: what is no member of it (its prototype, entries of a Map).
 * @typedef {object} Members
 * @property {Member[]} members
 * @property {[string, Preview][]} [inner]
 */

/**
 * What the engine holds, and how much it may.
 * @typedef {object} MemoryUse
 * @property {number} used_bytes
 * @property {number} limit_bytes
 */

/**
 * Values of one constructor: how many, about how many bytes they take themselves, the way to the largest.
 * @typedef {object} HeapKind
 * @property {string} name
 * @property {number} count
 * @property {number} size
 * @property {string} way
 */

/**
 * The values that a program's App, pages, components, modules and globals reach. `is_cut`: there are more.
 * @typedef {object} HeapCensus
 * @property {number} values
 * @property {boolean} is_cut
 * @property {HeapKind[]} kinds
 */

/**
 * A node of the rendered tree; `ref` is its number in the page, slots have none.
 * @typedef {object} Element
 * @property {string} tag
 * @property {Record<string, any>} attr
 * @property {[number, number]} [ref]
 * @property {string} [file]
 * @property {number} [line]
 * @property {string} [is]
 * @property {[number, number]} [in]
 * @property {(string | Element)[]} [children]
 */

/**
 * A component of a page: where its host is, and what it is.
 * @typedef {object} Component
 * @property {[number, number]} ref
 * @property {string} is
 */

/**
 * What one node carries. `owner`: the page or component whose template it stands in, and where its host is; `file`, `line` and `tag` say where it is written, as the program names its files.
 * @typedef {object} NodeFacts
 * @property {string} owner
 * @property {number[]} owner_ref
 * @property {string} file
 * @property {number} line
 * @property {string} tag
 * @property {Preview} dataset
 * @property {Preview} mark
 * @property {[string, string][]} handlers
 * @property {Preview[]} [loop]
 * @property {Preview} [given]
 * @property {string} [is]
 * @property {[string, string, Preview][]} [properties]
 * @property {[string, string][]} [relations]
 * @property {Preview} [data]
 */

/** @typedef {Preview | Members | (string | Element)[] | Component[] | string[] | NodeFacts | MemoryUse | HeapCensus | import("./program_questions.js").FoundNode[] | string | null} Looked */

export {};
