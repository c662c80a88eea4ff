/**
 * What a page view may ask of the shell. Runs in the shell page; one object for each program run, so that page views
 * tie to it what all pages of a run share (it is not frozen for that reason). Sends: events, page-signal, files-loaded, view-log.
 */

import { fromView } from "../../shared/wire/view.js";

/** Characters of a line of the log: one with a picture in it must not hold up the window. */
const LONGEST_LOG = 10000;

function cut(text) {
  return text.length <= LONGEST_LOG ? text : `${text.slice(0, LONGEST_LOG)}… (${text.length} characters)`;
}

/** @param {import("./phone.js").Phone} phone */
export function createPort(phone) {
  let running = "";
  return {
    /** Whether what the user does is told. */
    user: phone.userWatch,
    /** A function of wxs starts. @param {string} what */
    runs(what) {
      // A drag calls the same one for every move.
      if (what === running) return;
      running = what;
      phone.runs(what);
    },
    /** What the debugger waits for in the wxs of all pages. */
    wxsDebugging: phone.wxsDebugging,
    /** @param {number} pageId @param {import("../../shared/wire/events.js").ViewEvent[]} list */
    events(pageId, list) {
      phone.send(fromView.events({ page_id: pageId, events: list }));
    },
    /** @param {import("../../shared/wire/shell.js").KeyTouched} key */
    key(key) {
      phone.shellEvent(key);
    },
    /** @param {number} pageId @param {import("../../shared/wire/view.js").PageSignal["name"]} name @param {any} detail */
    signal(pageId, name, detail) {
      // One refresh at a time.
      if (name === "onPullDownRefresh" && phone.pages.find(pageId)?.pullDown.start() === false) return;
      phone.send(fromView.pageSignal({ page_id: pageId, name, detail: detail === undefined ? null : detail }));
    },
    /**
     * @param {"log"|"warn"|"error"} level @param {string} message @param {"program"|"environment"|"handset"} source
     * @param {string} file @param {number} line
     */
    log(level, message, source = "handset", file = "", line = 0) {
      phone.send(fromView.viewLog({ level, message: cut(String(message)), source, file, line }));
    },
    /** @param {number} pageId @param {object} spec see picker.js @returns {Promise<object|null>} */
    picker(pageId, spec) {
      return phone.picker.open(spec);
    },
    /** A sheet with entries. @param {string[]} names of words @returns {Promise<string|null>} the text of the chosen one */
    async choose(names) {
      const itemList = names.map((name) => phone.words[name]);
      const { tapIndex } = await phone.actionSheet.open({ itemList });
      return itemList[tapIndex] ?? null;
    },
    /**
     * @param {boolean} visible @param {number} height px
     * @param {number|null} [reach] px from the page's upper edge down to what must stay in sight
     * @param {import("./keyboard.js").KeyboardBar|null} [bar] @returns {number} px by which the page was moved up
     */
    keyboard(visible, height, reach = null, bar = null) {
      phone.keyboard.set(visible, height, bar);
      phone.pages.visible?.raise(visible ? height : 0, reach);
      return phone.pages.visible?.raised ?? 0;
    },
    /** What page-meta says of the bar above. @param {number} pageId @param {object} params see PhoneNavigationBar.set */
    navigationBar(pageId, params) {
      phone.pages.find(pageId)?.navigationBar.set(params);
    },
    /** What page-meta says of the window behind. @param {number} pageId @param {object} colors see PageLayer.setBackground */
    background(pageId, colors) {
      phone.pages.find(pageId)?.setBackground(colors);
    },
    /** A page lies over all bars, or no more. @param {number} pageId @param {boolean} isOn */
    coverScreen(pageId, isOn) {
      phone.pages.find(pageId)?.cover(isOn);
    },
    /** What a program watches or plays beside its pages tells something. @param {object} detail */
    news(detail) {
      const page = phone.pages.visible;
      const event = { type: "observer", id: 0, node: 0, exact: true, ts: 0, detail, offsets: {}, bubbles: false };
      if (page) phone.send(fromView.events({ page_id: page.pageId, events: [event] }));
    },
    /** What plays while pages come and go, on a bar of the phone; null = nothing. @param {object|null} sound see PlayingBar.show */
    playingBar(sound) {
      phone.playingBar.show(sound);
    },
    /** Ends with the run. @param {() => void} close */
    atEnd(close) {
      phone.endings.add(close);
    },
    /** Where the user is, once that is known. */
    get place() {
      return phone.place;
    },
    /** Who is told when that changes. */
    get placeWatchers() {
      return phone.placeWatchers;
    },
    /** A video that goes on over other pages; null = none. @param {object|null} content see SmallWindow.show */
    smallWindow(content) {
      phone.smallWindow.show(content);
    },
    /** Whether one is there. */
    get hasSmallWindow() {
      return !phone.smallWindow.element.hidden;
    },
    /** Which way up page-meta wants the page, empty = as configured. @param {number} pageId @param {string} wish */
    orientation(pageId, wish) {
      phone.send(fromView.turnPage({ page_id: pageId, orientation: wish }));
    },
    /** @param {number} pageId @param {import("../../shared/wire/view.js").LoadedFile[]} files */
    filesLoaded(pageId, files) {
      phone.send(fromView.filesLoaded({ page_id: pageId, files }));
    },
    /** Whether the page takes the next step back for itself. @param {number} pageId @param {boolean} has */
    layers(pageId, has) {
      phone.send(fromView.layersChanged({ page_id: pageId, has_layer: has }));
    },
    /** The page is pulled down by `distance` px; 0 = let go. @param {number} pageId @param {number} distance */
    pull(pageId, distance) {
      phone.pages.find(pageId)?.pullDown.drag(distance);
    },
  };
}
