/**
 * Messages between the host and the logic process.
 *
 * Written from runtime/protocol/logic.py; change it there.
 */

/**
 * Starts a program in a fresh logic process. Sent once, before anything else.
 * @typedef {object} Launch
 * @property {"launch"} m
 * @property {import("./launch.js").Program} program
 * @property {import("./phone_device.js").SystemInformation} device
 * @property {import("./launch.js").Settings} settings
 * @property {import("./launch.js").LaunchOptions} launch_options
 * @property {string} [version]
 */

/**
 * One life-cycle step of a route, executed in the order given.
 * @typedef {object} RouteStep
 * @property {"load" | "show" | "hide" | "unload" | "app-launch" | "app-show" | "app-hide" | "tab-tap" | "not-found"} step
 * @property {number} [page_id]
 * @property {string} [path]
 * @property {Record<string, string>} [query]
 * @property {Record<string, any>} [detail]
 */

/**
 * Carries out a route. `stack` is getCurrentPages() after it, bottom first.
 * @typedef {object} Route
 * @property {"route"} m
 * @property {string} open_type
 * @property {RouteStep[]} steps
 * @property {number[]} stack
 * @property {number} [opener_call_id]
 */

/**
 * The page's first render is on screen: `ready` lifetimes, then onReady.
 * @typedef {object} PageReady
 * @property {"page-ready"} m
 * @property {number} page_id
 */

/**
 * Events of a page's DOM, in the form described in resources/docs/wire.md.
 * @typedef {object} ViewEvents
 * @property {"view-events"} m
 * @property {number} page_id
 * @property {import("./events.js").ViewEvent[]} events
 */

/**
 * A page-level callback: onPullDownRefresh, onReachBottom, onPageScroll, onResize, onTabItemTap…
 * @typedef {object} PageEvent
 * @property {"page-event"} m
 * @property {number} page_id
 * @property {string} name
 * @property {any} [detail]
 */

/**
 * Answer of the view to a `ViewCall`. `error` is empty on success.
 * @typedef {object} ViewReply
 * @property {"view-reply"} m
 * @property {number} request_id
 * @property {any} [result]
 * @property {string} [error]
 */

/**
 * The batch has reached the screen: setData callbacks may run.
 * @typedef {object} Painted
 * @property {"painted"} m
 * @property {number} page_id
 * @property {number} batch_id
 */

/**
 * End of one API call: the object for success or fail, with `errMsg`.
 * @typedef {object} ApiResult
 * @property {"api-result"} m
 * @property {number} call_id
 * @property {boolean} ok
 * @property {any} [result]
 * @property {boolean} [goes_on]
 */

/**
 * The calls that the host wants to see first though they end in the logic process (`request`, `FileSystemManager.stat`); they replace the former ones. Those of the start are `Launch.settings["intercepted"]`.
 * @typedef {object} Intercept
 * @property {"intercept"} m
 * @property {string[]} names
 */

/**
 * An event for `wx.on…` listeners (`target` empty) or for a task object (`target` = its call id as text).
 * @typedef {object} ApiEvent
 * @property {"api-event"} m
 * @property {string} name
 * @property {any} [detail]
 * @property {string} [target]
 */

/**
 * Evaluates source text; `this` and `page` are the page, `app` is the App. Answered by `Evaluated`.
 * @typedef {object} Evaluate
 * @property {"evaluate"} m
 * @property {number} request_id
 * @property {string} code
 * @property {number} [page_id]
 * @property {boolean} [await_promise]
 * @property {number[]} [ref]
 * @property {"preview" | "handle" | "json"} [form]
 * @property {number[]} [chosen]
 * @property {boolean} [keeps]
 */

/**
 * Asks about a value kept by an earlier preview (`object_id`, its members from `start` on), a page, or its `node`.
 * @typedef {object} Inspect
 * @property {"inspect"} m
 * @property {number} request_id
 * @property {"object" | "data" | "tree" | "node" | "components" | "storage-changed" | "left-pages" | "heap"} what
 * @property {number} [page_id]
 * @property {number} [object_id]
 * @property {number} [start]
 * @property {number[]} [ref]
 */

/**
 * Calls setData of a page or, with a `ref`, of one of its components. Answered by `Evaluated`.
 * @typedef {object} SetData
 * @property {"set-data"} m
 * @property {number} request_id
 * @property {number} page_id
 * @property {any} data
 * @property {number[]} [ref]
 */

/**
 * Calls onShareAppMessage, onShareTimeline, onAddToFavorites or onSaveExitState. Answered by `Inspected`: `{isDefined, result}`, after what the page promises.
 * @typedef {object} AskPage
 * @property {"ask-page"} m
 * @property {number} request_id
 * @property {number} page_id
 * @property {string} name
 * @property {Record<string, any>} [detail]
 * @property {import("./events.js").ViewEvent} [event]
 */

/**
 * Swaps parts of the running program and keeps its state. Answered by `Patched`.
 * @typedef {object} Patch
 * @property {"patch"} m
 * @property {number} request_id
 * @property {import("./launch.js").Program} program
 * @property {string[]} templates
 * @property {string[]} scripts
 * @property {boolean} [is_rest]
 */

/**
 * The device snapshot after rotation, another model, theme or language.
 * @typedef {object} DeviceChanged
 * @property {"device-changed"} m
 * @property {import("./phone_device.js").SystemInformation} device
 */

/**
 * app.js has run (App.onLaunch comes with the first Route).
 * @typedef {object} Launched
 * @property {"launched"} m
 */

/**
 * DOM operations of one page (resources/docs/wire.md). `logic_ms`: time spent in the logic layer on it. `is_measured`: the view is to tell what its frame was spent on.
 * @typedef {object} DomBatch
 * @property {"dom"} m
 * @property {number} page_id
 * @property {number} batch_id
 * @property {(import("./operations.js").Define | import("./operations.js").DefineWxs | import("./operations.js").DefineScope | import("./operations.js").UseStyle | import("./operations.js").Body | import("./operations.js").Create | import("./operations.js").Update | import("./operations.js").Remove | import("./operations.js").Move | import("./operations.js").Host | import("./operations.js").Externals | import("./operations.js").SetValue | import("./operations.js").Nothing | import("./operations.js").KeepState)[]} ops
 * @property {number} [logic_ms]
 * @property {boolean} [is_measured]
 */

/**
 * Asks the view of a page. Answered by `ViewReply` unless `request_id` is 0.
 * @typedef {object} ViewCall
 * @property {"view-call"} m
 * @property {number} page_id
 * @property {number} request_id
 * @property {import("./view_calls.js").Query | import("./view_calls.js").Observe | import("./view_calls.js").ObserveMedia | import("./view_calls.js").Unobserve | import("./view_calls.js").PageScroll | import("./view_calls.js").PageStyle | import("./view_calls.js").SelectedText | import("./view_calls.js").ElementMethod | import("./view_calls.js").CanvasJobs | import("./view_calls.js").Audio | import("./view_calls.js").WebAudio | import("./view_calls.js").DecodeVideo | import("./view_calls.js").HasSmallWindow | import("./view_calls.js").Worklets | import("./view_calls.js").LoadFont} call
 */

/**
 * A wx.* call that the logic process carried out itself, for the timeline: sent when it has ended.
 * @typedef {object} ApiTrace
 * @property {"api-trace"} m
 * @property {number} call_id
 * @property {string} name
 * @property {any} args
 * @property {any} result
 * @property {boolean} ok
 * @property {number} began_ms
 * @property {number} duration_ms
 * @property {"works" | "simulated" | "unsupported"} state
 * @property {"arguments" | "mock" | "world" | "permission" | "handler"} ended_by
 * @property {boolean} [sync]
 * @property {import("./stacks.js").StackFrame[]} [stack]
 */

/**
 * One console message. `args` are previews (resources/docs/wire.md, "Previews").
 * @typedef {object} Log
 * @property {"log"} m
 * @property {"log" | "info" | "warn" | "error" | "debug"} level
 * @property {import("./previews.js").Preview[]} args
 * @property {import("./stacks.js").StackFrame[]} [stack]
 * @property {"program" | "handset"} [source]
 * @property {"" | "table" | "group" | "group-collapsed" | "trace" | "clear"} [form]
 * @property {number[]} [groups]
 * @property {number} [opens]
 */

/**
 * An exception that nobody caught, or a promise rejection that nobody handled.
 * @typedef {object} Uncaught
 * @property {"uncaught"} m
 * @property {string} message
 * @property {import("./stacks.js").StackFrame[]} stack
 * @property {"program" | "environment" | "handset"} [kind]
 * @property {string} [where]
 * @property {number} [page_id]
 */

/**
 * Answer to `Evaluate`, `CallFunction` and `SetData`: the value in the form that was asked for, or the error.
 * @typedef {object} Evaluated
 * @property {"evaluated"} m
 * @property {number} request_id
 * @property {import("./previews.js").Preview | null} [value]
 * @property {string} [error]
 * @property {import("./stacks.js").StackFrame[]} [stack]
 * @property {string} [json]
 */

/**
 * Answer to `Inspect`, `Names`, `ListMembers`, `Describe`, `FindNodes`, `Dependents`, `AskMemory` and `AskPage`.
 * @typedef {object} Inspected
 * @property {"inspected"} m
 * @property {number} request_id
 * @property {import("./previews.js").Preview | import("./previews.js").Members | (string | import("./previews.js").Element)[] | import("./previews.js").Component[] | string[] | import("./previews.js").NodeFacts | import("./previews.js").MemoryUse | import("./previews.js").HeapCensus | import("./program_questions.js").FoundNode[] | string | null | import("./answers.js").PageAnswer} [value]
 */

/**
 * Answer to `Patch`: whether the state could be kept, or why not: an `obstacle`, or the text of an error.
 * @typedef {object} Patched
 * @property {"patched"} m
 * @property {number} request_id
 * @property {boolean} ok
 * @property {string} [reason]
 * @property {boolean} [is_broken]
 * @property {import("./stacks.js").StackFrame[]} [stack]
 * @property {import("./answers.js").SwapObstacle | null} [obstacle]
 */

/**
 * All steps of the last `Route` have run.
 * @typedef {object} RouteDone
 * @property {"route-done"} m
 * @property {number[]} stack
 */

/**
 * @typedef {{
 *   "launch": (message: Launch) => any,
 *   "route": (message: Route) => any,
 *   "page-ready": (message: PageReady) => any,
 *   "view-events": (message: ViewEvents) => any,
 *   "page-event": (message: PageEvent) => any,
 *   "view-reply": (message: ViewReply) => any,
 *   "painted": (message: Painted) => any,
 *   "api-result": (message: ApiResult) => any,
 *   "api-event": (message: ApiEvent) => any,
 *   "evaluate": (message: Evaluate) => any,
 *   "inspect": (message: Inspect) => any,
 *   "call-function": (message: import("./value_questions.js").CallFunction) => any,
 *   "list-members": (message: import("./value_questions.js").ListMembers) => any,
 *   "release": (message: import("./value_questions.js").Release) => any,
 *   "names": (message: import("./value_questions.js").Names) => any,
 *   "store-value": (message: import("./value_questions.js").StoreValue) => any,
 *   "write-value": (message: import("./value_questions.js").WriteValue) => any,
 *   "read-data": (message: import("./driving.js").ReadData) => any,
 *   "call-method": (message: import("./driving.js").CallMethod) => any,
 *   "trigger-event": (message: import("./driving.js").TriggerEvent) => any,
 *   "call-wx": (message: import("./driving.js").CallWx) => any,
 *   "mock-wx": (message: import("./driving.js").MockWx) => any,
 *   "restore-wx": (message: import("./driving.js").RestoreWx) => any,
 *   "expose": (message: import("./driving.js").Expose) => any,
 *   "forget-driver": (message: import("./driving.js").ForgetDriver) => any,
 *   "set-data": (message: SetData) => any,
 *   "describe": (message: import("./program_questions.js").Describe) => any,
 *   "find-nodes": (message: import("./program_questions.js").FindNodes) => any,
 *   "dependents": (message: import("./program_questions.js").Dependents) => any,
 *   "ask-page": (message: AskPage) => any,
 *   "patch": (message: Patch) => any,
 *   "device-changed": (message: DeviceChanged) => any,
 *   "intercept": (message: Intercept) => any,
 *   "watch-set-data": (message: import("./set_data.js").WatchSetData) => any,
 *   "debug-armed": (message: import("./debugging.js").DebugArmed) => any,
 *   "debug-pause": (message: import("./debugging.js").DebugPause) => any,
 *   "debug-go": (message: import("./debugging.js").DebugGo) => any,
 *   "debug-stop": (message: import("./debugging.js").DebugStop) => any,
 *   "debug-evaluate": (message: import("./debugging.js").DebugEvaluate) => any,
 *   "debug-assign": (message: import("./debugging.js").DebugAssign) => any,
 *   "debug-members": (message: import("./debugging.js").DebugMembers) => any,
 * }} Receivers
 */

export const toHost = Object.freeze({
  /**
   * app.js has run (App.onLaunch comes with the first Route).
   * @returns {Launched}
   */
  launched: () => ({ m: "launched" }),
  /**
   * DOM operations of one page (resources/docs/wire.md). `logic_ms`: time spent in the logic layer on it. `is_measured`: the view is to tell what its frame was spent on.
   * @type {(members: Omit<DomBatch, "m">) => DomBatch}
   */
  domBatch: (members) => ({ m: "dom", ...members }),
  /**
   * Asks the view of a page. Answered by `ViewReply` unless `request_id` is 0.
   * @type {(members: Omit<ViewCall, "m">) => ViewCall}
   */
  viewCall: (members) => ({ m: "view-call", ...members }),
  /**
   * A wx.* call that the logic process carried out itself, for the timeline: sent when it has ended.
   * @type {(members: Omit<ApiTrace, "m">) => ApiTrace}
   */
  apiTrace: (members) => ({ m: "api-trace", ...members }),
  /**
   * An event for `wx.on…` listeners (`target` empty) or for a task object (`target` = its call id as text).
   * @type {(members: Omit<ApiEvent, "m">) => ApiEvent}
   */
  apiEvent: (members) => ({ m: "api-event", ...members }),
  /**
   * One console message. `args` are previews (resources/docs/wire.md, "Previews").
   * @type {(members: Omit<Log, "m">) => Log}
   */
  log: (members) => ({ m: "log", ...members }),
  /**
   * An exception that nobody caught, or a promise rejection that nobody handled.
   * @type {(members: Omit<Uncaught, "m">) => Uncaught}
   */
  uncaught: (members) => ({ m: "uncaught", ...members }),
  /**
   * Answer to `Evaluate`, `CallFunction` and `SetData`: the value in the form that was asked for, or the error.
   * @type {(members: Omit<Evaluated, "m">) => Evaluated}
   */
  evaluated: (members) => ({ m: "evaluated", ...members }),
  /**
   * Answer to `Inspect`, `Names`, `ListMembers`, `Describe`, `FindNodes`, `Dependents`, `AskMemory` and `AskPage`.
   * @type {(members: Omit<Inspected, "m">) => Inspected}
   */
  inspected: (members) => ({ m: "inspected", ...members }),
  /**
   * Answer to `Patch`: whether the state could be kept, or why not: an `obstacle`, or the text of an error.
   * @type {(members: Omit<Patched, "m">) => Patched}
   */
  patched: (members) => ({ m: "patched", ...members }),
  /**
   * All steps of the last `Route` have run.
   * @type {(members: Omit<RouteDone, "m">) => RouteDone}
   */
  routeDone: (members) => ({ m: "route-done", ...members }),
  /**
   * A call of `setData`, while they are watched. `path` is the page or component; `count` says how many keys it had, `keys` are the first of them. `batch_id`: the batch that will bring it to the view. `logic_ms`: what it took here, with observers and templates, from `began_ms` on (of a clock of its own). `stack`: the nearest frames of the program.
   * @type {(members: Omit<import("./set_data.js").SetDataCall, "m">) => import("./set_data.js").SetDataCall}
   */
  setDataCall: (members) => ({ m: "set-data-call", ...members }),
  /**
   * The program has called a function that a driver has put there.
   * @type {(members: Omit<import("./driving.js").ExposedCalled, "m">) => import("./driving.js").ExposedCalled}
   */
  exposedCalled: (members) => ({ m: "exposed-called", ...members }),
  /**
   * The program stands still.
   * @type {(members: Omit<import("./debugging.js").DebugPaused, "m">) => import("./debugging.js").DebugPaused}
   */
  debugPaused: (members) => ({ m: "debug-paused", ...members }),
  /**
   * It goes on.
   * @returns {import("./debugging.js").DebugResumed}
   */
  debugResumed: () => ({ m: "debug-resumed" }),
});
