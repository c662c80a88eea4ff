/**
 * The phone shell: what the host has it do, and what its user touches (resources/docs/wire.md, "Shell").
 *
 * Written from runtime/protocol/shell.py; change it there.
 */

/**
 * How colours of the navigation bar change.
 * @typedef {object} BarAnimation
 * @property {number} duration
 * @property {string} timingFunc
 */

/**
 * `color`: black, white or the hex forms of wx.setNavigationBarColor. `home`: the button to the entry page.
 * @typedef {object} SetNavigationBar
 * @property {"setNavigationBar"} name
 * @property {string} [title]
 * @property {string} [color]
 * @property {string} [backgroundColor]
 * @property {boolean} [loading]
 * @property {boolean} [home]
 * @property {BarAnimation} [animation]
 */

/**
 * Colours of the tab bar.
 * @typedef {object} TabBarStyle
 * @property {string} [color]
 * @property {string} [selectedColor]
 * @property {string} [backgroundColor]
 * @property {string} [borderStyle]
 */

/**
 * The tab bar of one theme. `items` is `list` of app.json's `tabBar`.
 * @typedef {object} TabBarLooks
 * @property {Record<string, any>[]} items
 * @property {Record<string, any>} style
 */

/**
 * What changes of one tab.
 * @typedef {object} TabBarItem
 * @property {number} index
 * @property {string} [text]
 * @property {string} [iconPath]
 * @property {string} [selectedIconPath]
 */

/**
 * The text on a tab; empty takes it away.
 * @typedef {object} TabBadge
 * @property {number} index
 * @property {string} text
 */

/**
 * The dot on a tab.
 * @typedef {object} TabRedDot
 * @property {number} index
 * @property {boolean} visible
 */

/**
 * `items` come once, before the first page, with `dark` for programs that follow the theme; then single changes.
 * @typedef {object} SetTabBar
 * @property {"setTabBar"} name
 * @property {Record<string, any>[]} [items]
 * @property {Record<string, any>} [style]
 * @property {TabBarLooks} [dark]
 * @property {"top" | "bottom"} [position]
 * @property {boolean} [custom]
 * @property {boolean} [visible]
 * @property {boolean} [animation]
 * @property {TabBarItem} [item]
 * @property {TabBadge} [badge]
 * @property {TabRedDot} [redDot]
 */

/**
 * The window behind the page.
 * @typedef {object} SetBackground
 * @property {"setBackground"} name
 * @property {string} [backgroundColor]
 * @property {string} [backgroundColorTop]
 * @property {string} [backgroundColorBottom]
 * @property {string} [backgroundTextStyle]
 */

/**
 * A short notice. A picture takes the place of the icon. `duration`: ms.
 * @typedef {object} Toast
 * @property {"toast"} name
 * @property {string} title
 * @property {string} icon
 * @property {string} image
 * @property {number} duration
 * @property {boolean} mask
 */

/**
 * Hides toast and loading box; with `no_conflict` the toast alone.
 * @typedef {object} HideToast
 * @property {"hideToast"} name
 * @property {boolean} noConflict
 */

/**
 * The loading box, which has one place with the toast.
 * @typedef {object} Loading
 * @property {"loading"} name
 * @property {string} title
 * @property {boolean} mask
 */

/**
 * Hides toast and loading box; with `no_conflict` the loading box alone.
 * @typedef {object} HideLoading
 * @property {"hideLoading"} name
 * @property {boolean} noConflict
 */

/**
 * A dialog.
 * @typedef {object} Modal
 * @property {"modal"} name
 * @property {string} title
 * @property {string} content
 * @property {boolean} showCancel
 * @property {string} cancelText
 * @property {string} cancelColor
 * @property {string} confirmText
 * @property {string} confirmColor
 * @property {boolean} editable
 * @property {string} placeholderText
 */

/**
 * A list to choose from.
 * @typedef {object} ActionSheet
 * @property {"actionSheet"} name
 * @property {string[]} itemList
 * @property {string} itemColor
 * @property {string} alertText
 */

/**
 * `start` is as if the user had pulled: onPullDownRefresh follows.
 * @typedef {object} PullDown
 * @property {"pullDown"} name
 * @property {"start" | "stop"} state
 */

/**
 * What lies over the page and takes a step back for itself (`page-container`) closes.
 * @typedef {object} CloseLayer
 * @property {"closeLayer"} name
 */

/**
 * From now on the back button of the page asks this first; empty = it does not.
 * @typedef {object} AskBeforeLeaving
 * @property {"askBeforeLeaving"} name
 * @property {string} message
 */

/**
 * The picture viewer. `current` is one of the `urls`.
 * @typedef {object} PreviewImages
 * @property {"preview"} name
 * @property {string[]} urls
 * @property {string} current
 */

/**
 * The soft keyboard.
 * @typedef {object} Keyboard
 * @property {"keyboard"} name
 * @property {boolean} visible
 * @property {number} height
 */

/**
 * The card of a page that is forwarded.
 * @typedef {object} ShareCard
 * @property {"share"} name
 * @property {string} title
 * @property {string} path
 * @property {string} imageUrl
 */

/**
 * The overlay over the last good screen. No title and no message take it away. `close`: words of its button.
 * @typedef {object} ShowError
 * @property {"error"} name
 * @property {string} title
 * @property {string} message
 * @property {string} file
 * @property {number} line
 * @property {string} close
 */

/**
 * The phone shakes for so many milliseconds.
 * @typedef {object} Vibrate
 * @property {"vibrate"} name
 * @property {number} duration
 */

/**
 * All pages are closed by a reLaunch: what lies over them goes, open dialogs answer as cancelled.
 * @typedef {object} Clear
 * @property {"clear"} name
 */

/**
 * In a replay: the user had answered what was open over the page.
 * @typedef {object} CloseDialogs
 * @property {"closeDialogs"} name
 */

/**
 * Where the user is, for maps that show it. Degrees.
 * @typedef {object} SetPlace
 * @property {"setPlace"} name
 * @property {number} latitude
 * @property {number} longitude
 */

/**
 * The program has ended: everything goes but the picture of the last page, until the next run has one. The program of that is called `title`; empty keeps the last one.
 * @typedef {object} Reset
 * @property {"reset"} name
 * @property {string} title
 */

/**
 * What became of a dialog. `content`: what was typed, None if nothing could be.
 * @typedef {object} ModalAnswer
 * @property {boolean} confirm
 * @property {boolean} cancel
 * @property {string | null} content
 */

/**
 * Which entry was touched; -1 = cancelled.
 * @typedef {object} SheetAnswer
 * @property {number} tapIndex
 */

/**
 * The arrow in the navigation bar, or the edge of the screen.
 * @typedef {object} BackTouched
 * @property {"back"} name
 */

/**
 * The way to the entry page.
 * @typedef {object} HomeTouched
 * @property {"home"} name
 */

/**
 * A tab; counted from 0.
 * @typedef {object} TabTouched
 * @property {"tab"} name
 * @property {number} index
 */

/**
 * The sheet behind the capsule's dots.
 * @typedef {object} MenuOpened
 * @property {"capsule-menu"} name
 */

/**
 * The capsule's ring: leave for the background.
 * @typedef {object} CapsuleClosed
 * @property {"capsule-close"} name
 */

/**
 * An entry of the sheet.
 * @typedef {object} MenuChosen
 * @property {"menu"} name
 * @property {"share" | "share-timeline" | "favorite" | "copy-url" | "restart" | "settings" | "about"} entry
 */

/**
 * The place in the error overlay.
 * @typedef {object} PlaceTouched
 * @property {"open-source"} name
 * @property {string} file
 * @property {number} line
 */

/**
 * A key of the computer while nobody types into a field; names as of the browser's KeyboardEvent. `at_ms`: of the page's own clock.
 * @typedef {object} KeyTouched
 * @property {"key"} name
 * @property {boolean} is_down
 * @property {string} key
 * @property {string} code
 * @property {boolean} has_alt
 * @property {boolean} has_shift
 * @property {number} at_ms
 */

/** @typedef {SetNavigationBar | SetTabBar | SetBackground | Toast | HideToast | Loading | HideLoading | Modal | ActionSheet | PullDown | CloseLayer | AskBeforeLeaving | PreviewImages | Keyboard | ShareCard | ShowError | SetPlace | Vibrate | import("./phone_pages.js").OpenSettings | import("./phone_pages.js").OpenDocument | import("./phone_pages.js").OpenMap | import("./phone_pages.js").EditImage | import("./phone_pages.js").EditVideo | import("./films.js").MakeFilm | Clear | CloseDialogs | Reset} ShellCall */

/** @typedef {BackTouched | HomeTouched | TabTouched | MenuOpened | CapsuleClosed | MenuChosen | PlaceTouched | KeyTouched} Touched */

export const touched = Object.freeze({
  /**
   * The arrow in the navigation bar, or the edge of the screen.
   * @returns {BackTouched}
   */
  backTouched: () => ({ name: "back" }),
  /**
   * The way to the entry page.
   * @returns {HomeTouched}
   */
  homeTouched: () => ({ name: "home" }),
  /**
   * A tab; counted from 0.
   * @type {(members: Omit<TabTouched, "name">) => TabTouched}
   */
  tabTouched: (members) => ({ name: "tab", ...members }),
  /**
   * The sheet behind the capsule's dots.
   * @returns {MenuOpened}
   */
  menuOpened: () => ({ name: "capsule-menu" }),
  /**
   * The capsule's ring: leave for the background.
   * @returns {CapsuleClosed}
   */
  capsuleClosed: () => ({ name: "capsule-close" }),
  /**
   * An entry of the sheet.
   * @type {(members: Omit<MenuChosen, "name">) => MenuChosen}
   */
  menuChosen: (members) => ({ name: "menu", ...members }),
  /**
   * The place in the error overlay.
   * @type {(members: Omit<PlaceTouched, "name">) => PlaceTouched}
   */
  placeTouched: (members) => ({ name: "open-source", ...members }),
  /**
   * A key of the computer while nobody types into a field; names as of the browser's KeyboardEvent. `at_ms`: of the page's own clock.
   * @type {(members: Omit<KeyTouched, "name">) => KeyTouched}
   */
  keyTouched: (members) => ({ name: "key", ...members }),
});
