/**
 * What a logic process is started with: the compiled program, the phone, the host's settings, the way in.
 *
 * Written from runtime/protocol/launch.py; change it there.
 */

/**
 * One page. `window`: its effective configuration; `window_dark`: that of the dark theme, if there is one.
 * @typedef {object} PageEntry
 * @property {string} component
 * @property {Record<string, any>} window
 * @property {number} tab
 * @property {string} package
 * @property {Record<string, any>} [windowDark]
 */

/**
 * One page or component: its files, and what its JSON file says.
 * @typedef {object} ComponentEntry
 * @property {string | null} script
 * @property {string | null} template
 * @property {string | null} style
 * @property {Record<string, string>} using
 * @property {Record<string, string | null>} generics
 * @property {Record<string, string>} placeholders
 * @property {Record<string, any>} json
 * @property {boolean} page
 */

/**
 * Code and where it starts in the line space (wire.md, "Line space").
 * @typedef {object} ModuleEntry
 * @property {string} code
 * @property {number} line
 * @property {[number, number, number][][]} [columns]
 * @property {[number, number][]} [evals]
 * @property {Record<string, string>} [imports]
 */

/**
 * A compiled program (resources/docs/wire.md, "Program"). A part of one is what a `Patch` brings.
 * @typedef {object} Program
 * @property {Record<string, any>} app
 * @property {string | null} app_script
 * @property {Record<string, PageEntry>} pages
 * @property {Record<string, ComponentEntry>} components
 * @property {Record<string, ModuleEntry>} scripts
 * @property {Record<string, ModuleEntry>} templates
 * @property {Record<string, ModuleEntry>} wxs
 * @property {Record<string, string>} aliases
 * @property {string[]} npm
 */

/**
 * Where a program lives and what it is called.
 * @typedef {object} ProgramPlace
 * @property {string} storage_file
 * @property {string} files_dir
 * @property {string} package_dir
 * @property {Record<string, any>} [account]
 * @property {Record<string, any>} [ext_config]
 * @property {string} [project_dir]
 */

/**
 * The registry of wx.* for the façade (`runtime.api.table`). `quiet`: functions that the timeline leaves out.
 * @typedef {object} ApiTable
 * @property {Record<string, any[]>} functions
 * @property {Record<string, Record<string, any[]>>} objects
 * @property {Record<string, string>} returns
 * @property {string[]} quiet
 * @property {Record<string, [string, string[]][]>} required
 */

/**
 * What onSaveExitState of the former run has saved.
 * @typedef {object} ExitState
 * @property {string} path
 * @property {any} data
 */

/**
 * What a worker of wx.createWorker runs.
 * @typedef {object} WorkerScript
 * @property {string} folder
 * @property {string} script
 */

/**
 * A run that is the same each time: from its first line on random numbers follow from `seed`, and its clock stands still at this time (ms since the epoch) until `handset.clock` of the evaluator lets it go on.
 * @typedef {object} PlayedReadings
 * @property {number} seed
 * @property {number} time_ms
 */

/**
 * `below`: the folder of the package in the project. Without `apis` and `place` a program has no wx.*.
 * @typedef {object} Settings
 * @property {ApiTable} [apis]
 * @property {ProgramPlace} [place]
 * @property {string} [below]
 * @property {ExitState} [exit_state]
 * @property {string[]} [intercepted]
 * @property {boolean} [watches_set_data]
 * @property {WorkerScript} [worker]
 * @property {PlayedReadings} [readings]
 */

/**
 * As App.onLaunch and App.onShow receive them.
 * @typedef {object} LaunchOptions
 * @property {string} path
 * @property {Record<string, string>} query
 * @property {number} scene
 * @property {Record<string, any>} [referrerInfo]
 */

export {};
