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
