/**
 * Block definitions: pieces of markup of fixed structure (resources/docs/wire.md, "Block definitions").
 *
 * Written from runtime/protocol/blocks.py; change it there.
 */

/**
 * One element. `host`: it may be a custom component. Attribute names are camelCase; a bare attribute is true.
 * @typedef {object} Node
 * @property {string} tag
 * @property {number} parent
 * @property {number} line
 * @property {boolean} [host]
 * @property {string} [id]
 * @property {string} [class]
 * @property {string} [style]
 * @property {any} [hidden]
 * @property {string} [slot]
 * @property {Record<string, any>} [attrs]
 * @property {Record<string, any>} [data]
 * @property {Record<string, any>} [mark]
 * @property {[string, string, string, number][]} [events]
 * @property {Record<string, string>} [generics]
 * @property {Record<string, any>} [model]
 * @property {Record<string, [string, string]>} [change]
 * @property {Record<string, [string, string]>} [wxsEvents]
 * @property {Record<string, string>} [wxs]
 * @property {string} [file]
 * @property {number[]} [content]
 */

/**
 * Where children stand that come and go. `node`: the element that holds the anchor, -1 = the block's top level.
 * @typedef {object} Region
 * @property {"if" | "for" | "slot" | "template" | "content" | "part"} kind
 * @property {number} node
 * @property {number[]} [blocks]
 * @property {string} [key]
 * @property {string} [name]
 * @property {string} [slot]
 * @property {number} [at]
 * @property {string} [is]
 * @property {number} [line]
 * @property {string} [from]
 */

/**
 * One block. The first `wire` values travel to the view.
 * @typedef {object} Definition
 * @property {string} file
 * @property {any[]} tree
 * @property {Node[]} nodes
 * @property {number} wire
 * @property {[number, string, string, number][]} binds
 * @property {Region[]} regions
 * @property {number[]} hosts
 * @property {string[]} [slotVars]
 * @property {boolean} [divided]
 * @property {Record<string, string>} [wxs]
 */

export {};
