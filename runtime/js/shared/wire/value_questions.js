/**
 * What the host asks the logic process about values: names to complete, and what clients of the debugger do with them.
 *
 * Written from runtime/protocol/value_questions.py; change it there.
 */

/**
 * An argument of `CallFunction`: the value behind a handle; else a number that JSON has no word for (`NaN`, `-0`, `10n`); else JSON.
 * @typedef {object} Argument
 * @property {number} [object_id]
 * @property {string} [number]
 * @property {any} [value]
 * @property {boolean} [is_undefined]
 */

/**
 * Calls a function that is given as source text; `this` is the value behind a handle (0: undefined).
 * @typedef {object} CallFunction
 * @property {"call-function"} m
 * @property {number} request_id
 * @property {string} declaration
 * @property {number} [object_id]
 * @property {Argument[]} [arguments]
 * @property {boolean} [await_promise]
 * @property {"preview" | "handle" | "json"} [form]
 */

/**
 * Asks for all members of the value behind a handle as they are defined; no getter runs.
 * @typedef {object} ListMembers
 * @property {"list-members"} m
 * @property {number} request_id
 * @property {number} object_id
 * @property {boolean} [inherited]
 * @property {boolean} [accessors_only]
 */

/**
 * Nobody asks for the values behind these handles any more.
 * @typedef {object} Release
 * @property {"release"} m
 * @property {number[]} object_ids
 */

/**
 * Asks what may be written after `chain` (`page.data.list[0]`) and a dot, in the context of a page.
 * @typedef {object} Names
 * @property {"names"} m
 * @property {number} request_id
 * @property {string} chain
 * @property {string} prefix
 * @property {number} [page_id]
 * @property {number} [limit]
 */

/**
 * Makes the value behind a handle a global variable of the program (`temp1`, `temp2` …).
 * @typedef {object} StoreValue
 * @property {"store-value"} m
 * @property {number} request_id
 * @property {number} object_id
 */

/**
 * Asks for the value behind a handle as indented JSON text. Answered by `Evaluated`, as `StoreValue`.
 * @typedef {object} WriteValue
 * @property {"write-value"} m
 * @property {number} request_id
 * @property {number} object_id
 */

/** @typedef {CallFunction | ListMembers | Release | Names | StoreValue | WriteValue} ValueQuestion */

export {};
