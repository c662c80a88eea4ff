/**
 * DOM operations: what the logic layer tells a page's view to do (resources/docs/wire.md, "DOM operations").
 *
 * Written from runtime/protocol/operations.py; change it there.
 */

/**
 * How classes are written in a component. `form`: what a form around it sees of its template.
 * @typedef {object} Scope
 * @property {string} path
 * @property {string} prefix
 * @property {"shared" | "page-shared" | "isolated" | "page-isolated" | "apply-shared" | "page-apply-shared"} mode
 * @property {number | null} parent
 * @property {Record<string, any>} ext
 * @property {boolean} virtual
 * @property {boolean} [ownsStyle]
 * @property {("group" | "button")[]} [form]
 */

/**
 * Defines a block (wire.md, "Block definitions"); known in every page of this run from then on.
 * @typedef {["D", number, Record<string, any>]} Define
 */

/**
 * The text of a wxs module that the view runs.
 * @typedef {["V", string, string]} DefineWxs
 */

/**
 * Defines a style scope.
 * @typedef {["P", number, Scope]} DefineScope
 */

/**
 * The style sheet of a component is needed in this page.
 * @typedef {["S", string, string, "shared" | "page-shared" | "isolated" | "page-isolated" | "apply-shared" | "page-apply-shared"]} UseStyle
 */

/**
 * Makes the page's body; replaces an earlier one.
 * @typedef {["B", number, any[]]} Body
 */

/**
 * Inserts children into a region at `index`.
 * @typedef {["C", number, number, number, number, any[]]} Create
 */

/**
 * New values of an instance: index, value, index, value …
 * @typedef {["U", number, any[]]} Update
 */

/**
 * Removes children of a region.
 * @typedef {["R", number, number, number, number]} Remove
 */

/**
 * Moves one child: taken out at `start`, then put in at `to`.
 * @typedef {["M", number, number, number, number]} Move
 */

/**
 * Mounts the shadow block of a host node, also in place of an earlier one.
 * @typedef {["H", number, number, number, any[]]} Host
 */

/**
 * External classes of a scope have changed.
 * @typedef {["X", number, Record<string, any>]} Externals
 */

/**
 * An `input` event's handler wants another text in the field; `cursor`: where it stands then, None = at the end.
 * @typedef {["E", number, number, any, any]} SetValue
 */

/**
 * Nothing to do: `Rendered` is reported for this batch all the same.
 * @typedef {["G"]} Nothing
 */

/**
 * First of a template swap: typed text, focus and scroll positions are carried over to the new nodes.
 * @typedef {["K"]} KeepState
 */

/** @typedef {Define | DefineWxs | DefineScope | UseStyle | Body | Create | Update | Remove | Move | Host | Externals | SetValue | Nothing | KeepState} Operation */

export const operation = Object.freeze({
  /**
   * Defines a block (wire.md, "Block definitions"); known in every page of this run from then on.
   * @param {number} block
   * @param {Record<string, any>} definition
   * @returns {Define}
   */
  define: (block, definition) => ["D", block, definition],
  /**
   * The text of a wxs module that the view runs.
   * @param {string} path
   * @param {string} code
   * @returns {DefineWxs}
   */
  defineWxs: (path, code) => ["V", path, code],
  /**
   * Defines a style scope.
   * @param {number} id
   * @param {Scope} scope
   * @returns {DefineScope}
   */
  defineScope: (id, scope) => ["P", id, scope],
  /**
   * The style sheet of a component is needed in this page.
   * @param {string} path
   * @param {string} prefix
   * @param {"shared" | "page-shared" | "isolated" | "page-isolated" | "apply-shared" | "page-apply-shared"} mode
   * @returns {UseStyle}
   */
  useStyle: (path, prefix, mode) => ["S", path, prefix, mode],
  /**
   * Makes the page's body; replaces an earlier one.
   * @param {number} scope
   * @param {any[]} stream
   * @returns {Body}
   */
  body: (scope, stream) => ["B", scope, stream],
  /**
   * Inserts children into a region at `index`.
   * @param {number} id
   * @param {number} region
   * @param {number} index
   * @param {number} scope
   * @param {any[]} stream
   * @returns {Create}
   */
  create: (id, region, index, scope, stream) => ["C", id, region, index, scope, stream],
  /**
   * New values of an instance: index, value, index, value …
   * @param {number} id
   * @param {any[]} values
   * @returns {Update}
   */
  update: (id, values) => ["U", id, values],
  /**
   * Removes children of a region.
   * @param {number} id
   * @param {number} region
   * @param {number} index
   * @param {number} count
   * @returns {Remove}
   */
  remove: (id, region, index, count) => ["R", id, region, index, count],
  /**
   * Moves one child: taken out at `start`, then put in at `to`.
   * @param {number} id
   * @param {number} region
   * @param {number} start
   * @param {number} to
   * @returns {Move}
   */
  move: (id, region, start, to) => ["M", id, region, start, to],
  /**
   * Mounts the shadow block of a host node, also in place of an earlier one.
   * @param {number} id
   * @param {number} node
   * @param {number} scope
   * @param {any[]} stream
   * @returns {Host}
   */
  host: (id, node, scope, stream) => ["H", id, node, scope, stream],
  /**
   * External classes of a scope have changed.
   * @param {number} scope
   * @param {Record<string, any>} ext
   * @returns {Externals}
   */
  externals: (scope, ext) => ["X", scope, ext],
  /**
   * An `input` event's handler wants another text in the field; `cursor`: where it stands then, None = at the end.
   * @param {number} id
   * @param {number} node
   * @param {any} value
   * @param {any} cursor
   * @returns {SetValue}
   */
  setValue: (id, node, value, cursor) => ["E", id, node, value, cursor],
  /**
   * Nothing to do: `Rendered` is reported for this batch all the same.
   * @returns {Nothing}
   */
  nothing: () => ["G"],
  /**
   * First of a template swap: typed text, focus and scroll positions are carried over to the new nodes.
   * @returns {KeepState}
   */
  keepState: () => ["K"],
});
