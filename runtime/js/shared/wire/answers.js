/**
 * What the logic layer answers to some questions.
 *
 * Written from runtime/protocol/answers.py; change it there.
 */

/**
 * Answer to `AskPage`: whether the page has the callback, and what it gave.
 * @typedef {object} PageAnswer
 * @property {boolean} isDefined
 * @property {Record<string, any>} result
 */

/**
 * Why a running program cannot take up a script: a code of the host's messages (`reload.…`), the file, a name.
 * @typedef {object} SwapObstacle
 * @property {string} code
 * @property {string} file
 * @property {string} [name]
 */

export {};
