/**
 * Messages between the host and the phone view (Chromium).
 *
 * Written from runtime/protocol/view.py; change it there.
 */

/**
 * The phone: sizes, insets, capsule, theme.
 * @typedef {object} SetDevice
 * @property {"device"} m
 * @property {import("./phone_device.js").PhoneDevice} device
 * @property {number} [page_id]
 */

/**
 * One compiled WXSS file (resources/docs/wire.md, "Styles").
 * @typedef {object} StyleSheet
 * @property {string} path
 * @property {any} parts
 * @property {"app" | "component" | "page"} kind
 */

/**
 * Creates the iframe of a page. It shows once `ShowPage` names it.
 * @typedef {object} OpenPage
 * @property {"open-page"} m
 * @property {number} page_id
 * @property {string} path
 * @property {Record<string, any>} window
 * @property {StyleSheet[]} styles
 * @property {number} [tab_index]
 * @property {boolean} [can_go_back]
 * @property {boolean} [home_button]
 * @property {Record<string, any>} [window_dark]
 */

/**
 * Makes a page the visible one. `animation`: how. `closed` pages are destroyed when it has ended.
 * @typedef {object} ShowPages
 * @property {"show-page"} m
 * @property {number} page_id
 * @property {"none" | "push" | "pop" | "fade"} animation
 * @property {number[]} [closed]
 */

/**
 * A batch of DOM operations of one page. `is_measured`: its `Rendered` tells what the frame was spent on.
 * @typedef {object} Dom
 * @property {"dom"} m
 * @property {number} page_id
 * @property {number} batch_id
 * @property {(import("./operations.js").Define | import("./operations.js").DefineWxs | import("./operations.js").DefineScope | import("./operations.js").UseStyle | import("./operations.js").Body | import("./operations.js").Create | import("./operations.js").Update | import("./operations.js").Remove | import("./operations.js").Move | import("./operations.js").Host | import("./operations.js").Externals | import("./operations.js").SetValue | import("./operations.js").Nothing | import("./operations.js").KeepState)[]} ops
 * @property {boolean} [is_measured]
 */

/**
 * Replaces one style sheet in every open page that has it.
 * @typedef {object} ReplaceStyle
 * @property {"style"} m
 * @property {StyleSheet} style
 */

/**
 * A request from the logic layer to a page (`logic.ViewCall`). Answered by `Reply` unless `request_id` is 0.
 * @typedef {object} CallView
 * @property {"call"} m
 * @property {number} page_id
 * @property {number} request_id
 * @property {import("./view_calls.js").Query | import("./view_calls.js").Observe | import("./view_calls.js").ObserveMedia | import("./view_calls.js").Unobserve | import("./view_calls.js").PageScroll | import("./view_calls.js").PageStyle | import("./view_calls.js").SelectedText | import("./view_calls.js").ElementMethod | import("./view_calls.js").CanvasJobs | import("./view_calls.js").Audio | import("./view_calls.js").WebAudio | import("./view_calls.js").DecodeVideo | import("./view_calls.js").HasSmallWindow | import("./view_calls.js").Worklets | import("./view_calls.js").LoadFont} call
 */

/**
 * Has the phone shell do something. Answered by `Reply` when the user has acted, if `request_id` is not 0.
 * @typedef {object} CallShell
 * @property {"call-shell"} m
 * @property {import("./shell.js").SetNavigationBar | import("./shell.js").SetTabBar | import("./shell.js").SetBackground | import("./shell.js").Toast | import("./shell.js").HideToast | import("./shell.js").Loading | import("./shell.js").HideLoading | import("./shell.js").Modal | import("./shell.js").ActionSheet | import("./shell.js").PullDown | import("./shell.js").CloseLayer | import("./shell.js").AskBeforeLeaving | import("./shell.js").PreviewImages | import("./shell.js").Keyboard | import("./shell.js").ShareCard | import("./shell.js").ShowError | import("./shell.js").SetPlace | import("./shell.js").Vibrate | import("./phone_pages.js").OpenSettings | import("./phone_pages.js").OpenDocument | import("./phone_pages.js").OpenMap | import("./phone_pages.js").EditImage | import("./phone_pages.js").EditVideo | import("./films.js").MakeFilm | import("./shell.js").Clear | import("./shell.js").CloseDialogs | import("./shell.js").Reset} call
 * @property {number} [request_id]
 * @property {number} [page_id]
 */

/**
 * Real input for tests and commands, or a question. Answered by `Reply`.
 * @typedef {object} Automate
 * @property {"automate"} m
 * @property {number} request_id
 * @property {import("./automation.js").Tap | import("./automation.js").LongPress | import("./automation.js").Swipe | import("./automation.js").Pinch | import("./automation.js").Touch | import("./automation.js").Dispatch | import("./automation.js").Operate | import("./automation.js").Bring | import("./automation.js").Input | import("./automation.js").Scroll | import("./automation.js").Turn | import("./automation.js").Focus | import("./automation.js").Blur | import("./automation.js").Rect | import("./automation.js").Text | import("./automation.js").Value | import("./automation.js").Count | import("./automation.js").Exists | import("./automation.js").Place | import("./automation.js").DomProperties | import("./automation.js").Properties | import("./automation.js").Styles | import("./automation.js").Extent | import("./automation.js").WindowProperties | import("./automation.js").CallInPage | import("./automation.js").At | import("./automation.js").Tree | import("./automation.js").Frame | import("./automation.js").PaintedNow | import("./automation.js").Settled} action
 * @property {number} [page_id]
 */

/**
 * A panel's question about an element of a page. Answered by `Reply`.
 * @typedef {object} InspectPage
 * @property {"inspect"} m
 * @property {number} page_id
 * @property {number} request_id
 * @property {import("./inspection.js").ElementStyle | import("./inspection.js").TryRule | import("./inspection.js").TryInline | import("./inspection.js").TryClass | import("./inspection.js").ForceStates | import("./inspection.js").Reveal} question
 */

/**
 * How wxs in pages is debugged from now on, as of `DebugInView`. `pauses`: at the next statement that can.
 * @typedef {object} DebugWxs
 * @property {"debug-wxs"} m
 * @property {import("./debugging.js").DebugArmed} armed
 * @property {string} [below]
 * @property {Record<string, string>} [scripts]
 * @property {boolean} [pauses]
 */

/**
 * From now on tell what the user does (`UserDid`), or no more.
 * @typedef {object} WatchUser
 * @property {"watch-user"} m
 * @property {boolean} is_on
 */

/**
 * The shell page is loaded and can receive messages. `version`: of the wire that it speaks.
 * @typedef {object} ViewReady
 * @property {"ready"} m
 * @property {string} [version]
 */

/**
 * DOM events of a page for the logic layer.
 * @typedef {object} Events
 * @property {"events"} m
 * @property {number} page_id
 * @property {import("./events.js").ViewEvent[]} events
 */

/**
 * Something that a page's callback is called for. onRouteDone: the transition of a `ShowPages` has ended.
 * @typedef {object} PageSignal
 * @property {"page-signal"} m
 * @property {number} page_id
 * @property {"onPullDownRefresh" | "onReachBottom" | "onPageScroll" | "onResize" | "onRouteDone"} name
 * @property {any} [detail]
 */

/**
 * page-meta wants the page this way up; empty = as configured.
 * @typedef {object} TurnPage
 * @property {"turn-page"} m
 * @property {number} page_id
 * @property {string} orientation
 */

/**
 * Whether something over the page takes the next step back for itself.
 * @typedef {object} LayersChanged
 * @property {"layers-changed"} m
 * @property {number} page_id
 * @property {boolean} has_layer
 */

/**
 * A batch is on screen. `first` marks the first one of the page.
 * @typedef {object} Rendered
 * @property {"rendered"} m
 * @property {number} page_id
 * @property {number} batch_id
 * @property {boolean} [first]
 * @property {number} [view_ms]
 * @property {number} [paint_ms]
 * @property {number} [wait_ms]
 * @property {number} [style_ms]
 * @property {number} [layout_ms]
 */

/**
 * Answer to `CallView`, `CallShell`, `Automate` or `InspectPage`.
 * @typedef {object} Reply
 * @property {"reply"} m
 * @property {number} request_id
 * @property {any} [result]
 * @property {string} [error]
 */

/**
 * The user has touched the phone shell.
 * @typedef {object} ShellEvent
 * @property {"shell-event"} m
 * @property {import("./shell.js").BackTouched | import("./shell.js").HomeTouched | import("./shell.js").TabTouched | import("./shell.js").MenuOpened | import("./shell.js").CapsuleClosed | import("./shell.js").MenuChosen | import("./shell.js").PlaceTouched | import("./shell.js").KeyTouched} event
 */

/**
 * A file of the web that a page has got, or has not. `kind` is what asked for it, as `PerformanceResourceTiming` has it; `start_ms` is Unix time. `size_bytes` and `status` are 0 where the server does not let pages know; what came of a picture its element knows all the same (`outcome`).
 * @typedef {object} LoadedFile
 * @property {string} url
 * @property {string} kind
 * @property {number} start_ms
 * @property {number} duration_ms
 * @property {number} size_bytes
 * @property {number} status
 * @property {"unknown" | "loaded" | "failed"} outcome
 */

/**
 * What the user does on a page, before its events.
 * @typedef {object} UserDid
 * @property {"user-did"} m
 * @property {number} page_id
 * @property {import("./user_acts.js").Pressed | import("./user_acts.js").Tapped | import("./user_acts.js").PressedLong | import("./user_acts.js").Dragged | import("./user_acts.js").Brought | import("./user_acts.js").Typed | import("./user_acts.js").Confirmed | import("./user_acts.js").Left | import("./user_acts.js").Scrolled | import("./user_acts.js").ReachedBottom | import("./user_acts.js").PulledDown} act
 */

/**
 * What a page has loaded from the web: pictures, fonts, media.
 * @typedef {object} FilesLoaded
 * @property {"files-loaded"} m
 * @property {number} page_id
 * @property {LoadedFile[]} files
 */

/**
 * A frame of the phone that took more than 50 ms (`long-animation-frame` of the browser). `start_ms` is Unix time; `script_ms` went on functions, the longest of which `invoker` called, `render_ms` on styles, layout and paint.
 * @typedef {object} LongFrame
 * @property {"long-frame"} m
 * @property {number} start_ms
 * @property {number} duration_ms
 * @property {number} script_ms
 * @property {number} render_ms
 * @property {string} invoker
 */

/**
 * Something went wrong in the view. `source` says whether the project (wxs, an image) or Handset is at fault.
 * @typedef {object} ViewLog
 * @property {"view-log"} m
 * @property {"log" | "warn" | "error"} level
 * @property {string} message
 * @property {"program" | "environment" | "handset"} [source]
 * @property {string} [file]
 * @property {number} [line]
 */

/**
 * What the debugger in the wxs of a page says: `message` is one of those by which it speaks in the logic layer.
 * @typedef {object} WxsSpoke
 * @property {"wxs-spoke"} m
 * @property {any} message
 */

/** @typedef {SetDevice | OpenPage | ShowPages | Dom | ReplaceStyle | CallView | CallShell | Automate | InspectPage | WatchUser | DebugWxs} HostToView */

/** @typedef {ViewReady | Events | PageSignal | TurnPage | LayersChanged | Rendered | Reply | ShellEvent | UserDid | FilesLoaded | LongFrame | ViewLog | WxsSpoke} ViewToHost */

/**
 * @typedef {{
 *   "device": (message: SetDevice) => any,
 *   "open-page": (message: OpenPage) => any,
 *   "show-page": (message: ShowPages) => any,
 *   "dom": (message: Dom) => any,
 *   "style": (message: ReplaceStyle) => any,
 *   "call": (message: CallView) => any,
 *   "call-shell": (message: CallShell) => any,
 *   "automate": (message: Automate) => any,
 *   "inspect": (message: InspectPage) => any,
 *   "watch-user": (message: WatchUser) => any,
 *   "debug-wxs": (message: DebugWxs) => any,
 * }} Receivers
 */

export const fromView = Object.freeze({
  /**
   * The shell page is loaded and can receive messages. `version`: of the wire that it speaks.
   * @type {(members: Omit<ViewReady, "m">) => ViewReady}
   */
  viewReady: (members) => ({ m: "ready", ...members }),
  /**
   * DOM events of a page for the logic layer.
   * @type {(members: Omit<Events, "m">) => Events}
   */
  events: (members) => ({ m: "events", ...members }),
  /**
   * Something that a page's callback is called for. onRouteDone: the transition of a `ShowPages` has ended.
   * @type {(members: Omit<PageSignal, "m">) => PageSignal}
   */
  pageSignal: (members) => ({ m: "page-signal", ...members }),
  /**
   * page-meta wants the page this way up; empty = as configured.
   * @type {(members: Omit<TurnPage, "m">) => TurnPage}
   */
  turnPage: (members) => ({ m: "turn-page", ...members }),
  /**
   * Whether something over the page takes the next step back for itself.
   * @type {(members: Omit<LayersChanged, "m">) => LayersChanged}
   */
  layersChanged: (members) => ({ m: "layers-changed", ...members }),
  /**
   * A batch is on screen. `first` marks the first one of the page.
   * @type {(members: Omit<Rendered, "m">) => Rendered}
   */
  rendered: (members) => ({ m: "rendered", ...members }),
  /**
   * Answer to `CallView`, `CallShell`, `Automate` or `InspectPage`.
   * @type {(members: Omit<Reply, "m">) => Reply}
   */
  reply: (members) => ({ m: "reply", ...members }),
  /**
   * The user has touched the phone shell.
   * @type {(members: Omit<ShellEvent, "m">) => ShellEvent}
   */
  shellEvent: (members) => ({ m: "shell-event", ...members }),
  /**
   * What the user does on a page, before its events.
   * @type {(members: Omit<UserDid, "m">) => UserDid}
   */
  userDid: (members) => ({ m: "user-did", ...members }),
  /**
   * What a page has loaded from the web: pictures, fonts, media.
   * @type {(members: Omit<FilesLoaded, "m">) => FilesLoaded}
   */
  filesLoaded: (members) => ({ m: "files-loaded", ...members }),
  /**
   * A frame of the phone that took more than 50 ms (`long-animation-frame` of the browser). `start_ms` is Unix time; `script_ms` went on functions, the longest of which `invoker` called, `render_ms` on styles, layout and paint.
   * @type {(members: Omit<LongFrame, "m">) => LongFrame}
   */
  longFrame: (members) => ({ m: "long-frame", ...members }),
  /**
   * Something went wrong in the view. `source` says whether the project (wxs, an image) or Handset is at fault.
   * @type {(members: Omit<ViewLog, "m">) => ViewLog}
   */
  viewLog: (members) => ({ m: "view-log", ...members }),
  /**
   * What the debugger in the wxs of a page says: `message` is one of those by which it speaks in the logic layer.
   * @type {(members: Omit<WxsSpoke, "m">) => WxsSpoke}
   */
  wxsSpoke: (members) => ({ m: "wxs-spoke", ...members }),
});

/** Of both sides. */
export const WIRE_VERSION = "78b389532035";
