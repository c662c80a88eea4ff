/**
 * One frame of a stack trace.
 *
 * Written from runtime/protocol/stacks.py; change it there.
 */

/**
 * One frame of a stack trace, in the user's source. `line` and `column` start at 1; 0 = unknown.
 * @typedef {object} StackFrame
 * @property {string} function
 * @property {string} file
 * @property {number} [line]
 * @property {number} [column]
 * @property {boolean} [library]
 */

export {};
