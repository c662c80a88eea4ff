/**
 * Questions of the host about the parts of a running program: its rendered trees, its scripts, its memory.
 *
 * Written from runtime/protocol/program_questions.py; change it there.
 */

/**
 * Asks for the rendered tree: of one template, or composed as on the screen. Answered by `Inspected`.
 * @typedef {object} Describe
 * @property {"describe"} m
 * @property {number} request_id
 * @property {number} page_id
 * @property {"template" | "composed" | "snapshot"} form
 * @property {number[]} [ref]
 */

/**
 * Asks which elements of a page a selector finds, in document order. Answered by `Inspected`: a list of `FoundNode`, a text that says what is wrong with the selector, or null if the page has gone.
 * @typedef {object} FindNodes
 * @property {"find-nodes"} m
 * @property {number} request_id
 * @property {number} page_id
 * @property {string} selector
 * @property {number[][]} [within]
 * @property {boolean} [is_deep]
 */

/**
 * An element around another one on the screen.
 * @typedef {object} Ancestor
 * @property {[number, number]} ref
 * @property {string} tag
 */

/**
 * An element. `attr` as of `Describe`; `text` is all that it shows, in words, `own_text` what stands in it itself. `around`: the elements around it on the screen, nearest first. `is_hidden`: by `hidden` or an inline style, its own or of one around it; what style sheets say is not looked at.
 * @typedef {object} FoundNode
 * @property {[number, number]} ref
 * @property {string} tag
 * @property {Record<string, any>} attr
 * @property {string} text
 * @property {string} own_text
 * @property {Ancestor[]} around
 * @property {boolean} [is_hidden]
 * @property {string} [is]
 */

/**
 * Asks which scripts that have been evaluated are these or require them. Answered by `Inspected`: their paths.
 * @typedef {object} Dependents
 * @property {"dependents"} m
 * @property {number} request_id
 * @property {string[]} scripts
 */

/**
 * Asks how much the engine holds. Answered by `Inspected`: `MemoryUse`, also while the program is paused.
 * @typedef {object} AskMemory
 * @property {"ask-memory"} m
 * @property {number} request_id
 * @property {boolean} [collects]
 */

export {};
