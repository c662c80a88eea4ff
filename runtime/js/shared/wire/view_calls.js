/**
 * What the logic layer asks of a page's view (resources/docs/wire.md, "View calls").
 *
 * Written from runtime/protocol/view_calls.py; change it there.
 */

/**
 * What is asked about an element; id, dataset and mark are added by the logic layer.
 * @typedef {object} QueryFields
 * @property {boolean} [rect]
 * @property {boolean} [size]
 * @property {boolean} [scrollOffset]
 * @property {string[]} [properties]
 * @property {string[]} [computedStyle]
 * @property {boolean} [node]
 * @property {boolean} [context]
 */

/**
 * One part of a selector query; None = nothing matches.
 * @typedef {object} QueryRequest
 * @property {[number, number][] | "viewport" | null} nodes
 * @property {QueryFields} fields
 * @property {boolean} [all]
 */

/**
 * A selector query.
 * @typedef {object} Query
 * @property {"query"} name
 * @property {QueryRequest[]} requests
 */

/**
 * px by which a reference grows.
 * @typedef {object} Margins
 * @property {number} [left]
 * @property {number} [top]
 * @property {number} [right]
 * @property {number} [bottom]
 */

/**
 * What elements are watched against.
 * @typedef {object} Reference
 * @property {[number, number][] | "viewport"} nodes
 * @property {Margins} margins
 */

/**
 * Watches how much of elements can be seen; events of type `observer` with the key tell.
 * @typedef {object} Observe
 * @property {"observe"} name
 * @property {number} key
 * @property {[number, number][]} nodes
 * @property {number[]} thresholds
 * @property {number} initialRatio
 * @property {Reference[]} relative
 */

/**
 * Watches whether the window fits a description (lengths in px).
 * @typedef {object} ObserveMedia
 * @property {"mediaQuery"} name
 * @property {number} key
 * @property {Record<string, any>} descriptor
 */

/**
 * Ends watching.
 * @typedef {object} Unobserve
 * @property {"unobserve"} name
 * @property {number} key
 */

/**
 * Scrolls the page to a height or to an element; answered when it has ended. px and ms.
 * @typedef {object} PageScroll
 * @property {"pageScroll"} name
 * @property {number} duration
 * @property {number} [scrollTop]
 * @property {[number, number] | null} [rectOf]
 * @property {number} [offsetTop]
 */

/**
 * Properties of the style of the page's root, by their names in CSS or in JavaScript.
 * @typedef {object} PageStyle
 * @property {"pageStyle"} name
 * @property {Record<string, string>} style
 */

/**
 * Which part of the field that is typed into is selected: `[start, end]`, the place of the cursor twice if none is. There must be such a field.
 * @typedef {object} SelectedText
 * @property {"selectedText"} name
 */

/**
 * Calls a method of an element.
 * @typedef {object} ElementMethod
 * @property {"element"} name
 * @property {number} id
 * @property {number} node
 * @property {import("./element_calls.js").Animate | import("./element_calls.js").ClearAnimation | import("./element_calls.js").ScrollTo | import("./element_calls.js").ScrollIntoView | import("./element_calls.js").SetSwitch | import("./element_calls.js").Invoke} call
 */

/**
 * Jobs in order, each an array with its name in front (wire.md, "Canvas"); the answer is that of the last one.
 * @typedef {object} CanvasJobs
 * @property {"canvas"} name
 * @property {any[][]} jobs
 */

/**
 * An order to what plays sound without an element, by its number; `set` gives properties. `kind` is its name in the catalogue. What happens to it comes as an event of type `observer` with that number.
 * @typedef {object} Audio
 * @property {"audio"} name
 * @property {number} audio
 * @property {"InnerAudioContext" | "BackgroundAudioManager"} kind
 * @property {"set" | "play" | "pause" | "stop" | "seek" | "destroy"} what
 * @property {any} value
 */

/**
 * Jobs for the graphs of `wx.createWebAudioContext` in order, each an array with its name in front (`runtime/js/view/media/web_audio.js`); the answer is that of the last one. What happens comes as an event of type `observer` with the key of its context.
 * @typedef {object} WebAudio
 * @property {"webAudio"} name
 * @property {any[][]} jobs
 */

/**
 * Orders to the worklets of the run, whatever the page (`logic/api/worklets.js` says which). What happens comes as an event of type `observer` with `worklet` in its detail.
 * @typedef {object} Worklets
 * @property {"worklets"} name
 * @property {Record<string, any>[]} jobs
 */

/**
 * An order to what decodes a film picture by picture, by its number. `start` gets `{source, isPaced}` and is answered with what the film is; `next` with a picture (`width`, `height`, base64 `pixels`, `position` ms) or with None, after the last one; `seek` gets ms.
 * @typedef {object} DecodeVideo
 * @property {"decodeVideo"} name
 * @property {number} decoder
 * @property {"start" | "next" | "seek" | "remove"} what
 * @property {any} value
 */

/**
 * Whether a picture goes on in the phone's small window; answered with a truth value.
 * @typedef {object} HasSmallWindow
 * @property {"hasSmallWindow"} name
 */

/**
 * A font from an address (`url(…)` or plain), for the page or for all pages; answered when it is there. `descriptors`: style, weight, variant as CSS has them.
 * @typedef {object} LoadFont
 * @property {"loadFont"} name
 * @property {string} family
 * @property {string} source
 * @property {Record<string, any>} descriptors
 * @property {boolean} isGlobal
 */

/** @typedef {Query | Observe | ObserveMedia | Unobserve | PageScroll | PageStyle | SelectedText | ElementMethod | CanvasJobs | Audio | WebAudio | DecodeVideo | HasSmallWindow | Worklets | LoadFont} ViewRequest */

export const viewCall = Object.freeze({
  /**
   * A selector query.
   * @type {(members: Omit<Query, "name">) => Query}
   */
  query: (members) => ({ name: "query", ...members }),
  /**
   * Watches how much of elements can be seen; events of type `observer` with the key tell.
   * @type {(members: Omit<Observe, "name">) => Observe}
   */
  observe: (members) => ({ name: "observe", ...members }),
  /**
   * Watches whether the window fits a description (lengths in px).
   * @type {(members: Omit<ObserveMedia, "name">) => ObserveMedia}
   */
  observeMedia: (members) => ({ name: "mediaQuery", ...members }),
  /**
   * Ends watching.
   * @type {(members: Omit<Unobserve, "name">) => Unobserve}
   */
  unobserve: (members) => ({ name: "unobserve", ...members }),
  /**
   * Scrolls the page to a height or to an element; answered when it has ended. px and ms.
   * @type {(members: Omit<PageScroll, "name">) => PageScroll}
   */
  pageScroll: (members) => ({ name: "pageScroll", ...members }),
  /**
   * Properties of the style of the page's root, by their names in CSS or in JavaScript.
   * @type {(members: Omit<PageStyle, "name">) => PageStyle}
   */
  pageStyle: (members) => ({ name: "pageStyle", ...members }),
  /**
   * Which part of the field that is typed into is selected: `[start, end]`, the place of the cursor twice if none is. There must be such a field.
   * @returns {SelectedText}
   */
  selectedText: () => ({ name: "selectedText" }),
  /**
   * Calls a method of an element.
   * @type {(members: Omit<ElementMethod, "name">) => ElementMethod}
   */
  elementMethod: (members) => ({ name: "element", ...members }),
  /**
   * Jobs in order, each an array with its name in front (wire.md, "Canvas"); the answer is that of the last one.
   * @type {(members: Omit<CanvasJobs, "name">) => CanvasJobs}
   */
  canvasJobs: (members) => ({ name: "canvas", ...members }),
  /**
   * An order to what plays sound without an element, by its number; `set` gives properties. `kind` is its name in the catalogue. What happens to it comes as an event of type `observer` with that number.
   * @type {(members: Omit<Audio, "name">) => Audio}
   */
  audio: (members) => ({ name: "audio", ...members }),
  /**
   * Jobs for the graphs of `wx.createWebAudioContext` in order, each an array with its name in front (`runtime/js/view/media/web_audio.js`); the answer is that of the last one. What happens comes as an event of type `observer` with the key of its context.
   * @type {(members: Omit<WebAudio, "name">) => WebAudio}
   */
  webAudio: (members) => ({ name: "webAudio", ...members }),
  /**
   * An order to what decodes a film picture by picture, by its number. `start` gets `{source, isPaced}` and is answered with what the film is; `next` with a picture (`width`, `height`, base64 `pixels`, `position` ms) or with None, after the last one; `seek` gets ms.
   * @type {(members: Omit<DecodeVideo, "name">) => DecodeVideo}
   */
  decodeVideo: (members) => ({ name: "decodeVideo", ...members }),
  /**
   * Whether a picture goes on in the phone's small window; answered with a truth value.
   * @returns {HasSmallWindow}
   */
  hasSmallWindow: () => ({ name: "hasSmallWindow" }),
  /**
   * Orders to the worklets of the run, whatever the page (`logic/api/worklets.js` says which). What happens comes as an event of type `observer` with `worklet` in its detail.
   * @type {(members: Omit<Worklets, "name">) => Worklets}
   */
  worklets: (members) => ({ name: "worklets", ...members }),
  /**
   * A font from an address (`url(…)` or plain), for the page or for all pages; answered when it is there. `descriptors`: style, weight, variant as CSS has them.
   * @type {(members: Omit<LoadFont, "name">) => LoadFont}
   */
  loadFont: (members) => ({ name: "loadFont", ...members }),
});
