/**
 * What drivers ask the logic process: automation clients, tests, agents. They do what a user or a debugger does.
 *
 * Written from runtime/protocol/driving.py; change it there.
 */

/**
 * Asks for the data of a page or, with a `ref`, of one of its components: all of it, or what is at a path.
 * @typedef {object} ReadData
 * @property {"read-data"} m
 * @property {number} request_id
 * @property {number} page_id
 * @property {string} [path]
 * @property {number[]} [ref]
 */

/**
 * Calls a method of a page or component; answered with what it returns, or what its promise comes to.
 * @typedef {object} CallMethod
 * @property {"call-method"} m
 * @property {number} request_id
 * @property {number} page_id
 * @property {string} method
 * @property {any[]} [arguments]
 * @property {number[]} [ref]
 */

/**
 * An event of a node: of a component as its `triggerEvent` makes it, of any other as if the view had told it.
 * @typedef {object} TriggerEvent
 * @property {"trigger-event"} m
 * @property {number} request_id
 * @property {number} page_id
 * @property {number[]} ref
 * @property {string} type
 * @property {any} [detail]
 * @property {boolean} [bubbles]
 */

/**
 * Calls a function of `wx` as the program would: answered with what it returns, or with what success gets.
 * @typedef {object} CallWx
 * @property {"call-wx"} m
 * @property {number} request_id
 * @property {string} method
 * @property {any[]} [arguments]
 * @property {string} [plugin]
 */

/**
 * From now on a function of `wx` is answered by a driver: with `result`, or by a function given as source text.
 * @typedef {object} MockWx
 * @property {"mock-wx"} m
 * @property {number} request_id
 * @property {number} driver
 * @property {string} method
 * @property {any} [result]
 * @property {string} [declaration]
 * @property {any[]} [arguments]
 * @property {string} [plugin]
 */

/**
 * Takes back what a driver has put in the place of a function of `wx`.
 * @typedef {object} RestoreWx
 * @property {"restore-wx"} m
 * @property {number} request_id
 * @property {number} driver
 * @property {string} method
 * @property {string} [plugin]
 */

/**
 * From now on there is a global function `name`, whose calls are told by `ExposedCalled`.
 * @typedef {object} Expose
 * @property {"expose"} m
 * @property {number} request_id
 * @property {number} driver
 * @property {string} name
 */

/**
 * A driver has gone: mocks and global functions of its own go with it.
 * @typedef {object} ForgetDriver
 * @property {"forget-driver"} m
 * @property {number} driver
 */

/**
 * The program has called a function that a driver has put there.
 * @typedef {object} ExposedCalled
 * @property {"exposed-called"} m
 * @property {string} name
 * @property {any} arguments
 */

/** @typedef {ReadData | CallMethod | TriggerEvent | CallWx | MockWx | RestoreWx | Expose | ForgetDriver} DriverQuestion */

export {};
