/**
 * Messages of the debugger between host and logic process. Like those of `logic`, of which they are a part.
 *
 * Written from runtime/protocol/debugging.py; change it there.
 */

/**
 * A breakpoint of the user's. `once`: it goes with the next pause.
 * @typedef {object} WantedBreakpoint
 * @property {number} id
 * @property {string} file
 * @property {number} line
 * @property {number} [column]
 * @property {string} [condition]
 * @property {string} [hit_condition]
 * @property {string} [log_message]
 * @property {boolean} [once]
 */

/**
 * The same where a script can pause.
 * @typedef {object} ArmedBreakpoint
 * @property {number} id
 * @property {string} [condition]
 * @property {string} [hit_condition]
 * @property {string} [log_message]
 * @property {boolean} [once]
 */

/**
 * All that the debugger wants; it replaces what it wanted before. May come before `Launch`. Answered by `DebugBound` as soon as the program is there. Not `is_attached`: nobody listens, nothing pauses.
 * @typedef {object} DebugSetup
 * @property {"debug-setup"} m
 * @property {boolean} [is_attached]
 * @property {WantedBreakpoint[]} [breakpoints]
 * @property {boolean} [caught]
 * @property {boolean} [uncaught]
 * @property {string[]} [apis]
 * @property {string[]} [data]
 * @property {string[]} [events]
 */

/**
 * The process around the engine tells the base library: breakpoints by script and number of the probe. `needs_wxs`: wxs modules have been evaluated without probes that are needed with them.
 * @typedef {object} DebugArmed
 * @property {"debug-armed"} m
 * @property {boolean} is_attached
 * @property {Record<string, Record<string, ArmedBreakpoint[]>>} [active]
 * @property {boolean} [caught]
 * @property {boolean} [uncaught]
 * @property {string[]} [apis]
 * @property {string[]} [data]
 * @property {string[]} [events]
 * @property {boolean} [needs_wxs]
 */

/**
 * Pause at the next statement that can.
 * @typedef {object} DebugPause
 * @property {"debug-pause"} m
 */

/**
 * Ends a pause.
 * @typedef {object} DebugGo
 * @property {"debug-go"} m
 * @property {"resume" | "over" | "into" | "out"} [kind]
 */

/**
 * Ends an evaluation that takes too long.
 * @typedef {object} DebugStop
 * @property {"debug-stop"} m
 */

/**
 * Evaluates source text in a frame of the pause. Answered by `Evaluated`.
 * @typedef {object} DebugEvaluate
 * @property {"debug-evaluate"} m
 * @property {number} request_id
 * @property {number} frame_id
 * @property {string} code
 */

/**
 * Gives a variable of a scope or a member of an object (`object_id`: a handle) the value of source text, which is evaluated in the topmost frame. Answered by `Evaluated` with the value.
 * @typedef {object} DebugAssign
 * @property {"debug-assign"} m
 * @property {number} request_id
 * @property {number} object_id
 * @property {string} name
 * @property {string} code
 */

/**
 * Asks for the members of a scope or an object; a getter that never ends is stopped. Answered by `Inspected`.
 * @typedef {object} DebugMembers
 * @property {"debug-members"} m
 * @property {number} request_id
 * @property {number} object_id
 * @property {number} [start]
 */

/**
 * Asks where breakpoints can stand in these lines. Answered by `DebugLocated`.
 * @typedef {object} DebugLocations
 * @property {"debug-locations"} m
 * @property {number} request_id
 * @property {string} file
 * @property {number} first
 * @property {number} last
 */

/**
 * A scope of a frame; its variables are those of `object_id`, a handle.
 * @typedef {object} PausedScope
 * @property {"local" | "block" | "catch" | "closure" | "module" | "global"} kind
 * @property {string} name
 * @property {number} object_id
 */

/**
 * A call; `waits`: it is not on the stack, but waits for the one above. `this`: a preview.
 * @typedef {object} PausedFrame
 * @property {number} frame_id
 * @property {string} function
 * @property {string} file
 * @property {number} [line]
 * @property {number} [column]
 * @property {boolean} [library]
 * @property {boolean} [waits]
 * @property {PausedScope[]} [scopes]
 * @property {import("./previews.js").Preview} [this]
 */

/**
 * The program stands still.
 * @typedef {object} DebugPaused
 * @property {"debug-paused"} m
 * @property {"breakpoint" | "step" | "pause" | "exception" | "debugger-statement" | "api" | "data" | "event"} reason
 * @property {PausedFrame[]} frames
 * @property {string} [description]
 * @property {number[]} [breakpoint_ids]
 * @property {import("./previews.js").Preview} [exception]
 * @property {boolean} [is_uncaught]
 */

/**
 * It goes on.
 * @typedef {object} DebugResumed
 * @property {"debug-resumed"} m
 */

/**
 * Where a breakpoint stands, or `why` not: the code of a text `debugger.<why>`.
 * @typedef {object} BoundBreakpoint
 * @property {number} id
 * @property {number} [line]
 * @property {number} [column]
 * @property {string} [why]
 */

/**
 * Where the breakpoints stand. `unarmed`: scripts that run without probes and would have to be evaluated anew.
 * @typedef {object} DebugBound
 * @property {"debug-bound"} m
 * @property {BoundBreakpoint[]} breakpoints
 * @property {string[]} [unarmed]
 */

/**
 * Answer to `DebugLocations`: lines and columns.
 * @typedef {object} DebugLocated
 * @property {"debug-located"} m
 * @property {number} request_id
 * @property {[number, number][]} places
 */

/**
 * Scripts have been evaluated (path in the program): with probes or without.
 * @typedef {object} DebugLoaded
 * @property {"debug-loaded"} m
 * @property {string[]} [debugged]
 * @property {string[]} [plain]
 */

/**
 * For the pages of the phone, which run wxs of their own; it replaces what they had. `armed`: a `DebugArmed`; `scripts`: what `EngineHost.instrumented` tells of the modules with probes, by path; none: nothing is waited for.
 * @typedef {object} DebugInView
 * @property {"debug-in-view"} m
 * @property {DebugArmed} armed
 * @property {string} [below]
 * @property {Record<string, string>} [scripts]
 */

/** @typedef {DebugArmed | DebugPause | DebugGo | DebugStop | DebugEvaluate | DebugAssign | DebugMembers} ForJavaScript */

/** @typedef {DebugSetup | DebugLocations} ForProcess */

/** @typedef {DebugPaused | DebugResumed} FromJavaScript */

/** @typedef {DebugBound | DebugLocated | DebugLoaded | DebugInView} FromProcess */

export {};
