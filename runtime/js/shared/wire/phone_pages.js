/**
 * Pages of the phone itself, which lie over a whole program: the host opens them by `CallShell`, as what `shell` has.
 *
 * Written from runtime/protocol/phone_pages.py; change it there.
 */

/**
 * A permission on the settings page; `name` is its scope.
 * @typedef {object} SettingsRow
 * @property {string} name
 * @property {string} label
 * @property {boolean} isOn
 */

/**
 * The settings page of the program. Without rows it says so with `empty`.
 * @typedef {object} OpenSettings
 * @property {"settings"} name
 * @property {string} title
 * @property {SettingsRow[]} rows
 * @property {string} empty
 */

/**
 * A document: pictures of its pages, or without any a card with its `note`.
 * @typedef {object} OpenDocument
 * @property {"document"} name
 * @property {string} title
 * @property {string[]} pages
 * @property {string} note
 */

/**
 * A map over the whole phone. With `chooses` the user chooses a place on it and the call is answered with a `ChosenPlace`; without, the place is shown. Degrees; `title` is its name, `scale` as of the component `map`.
 * @typedef {object} OpenMap
 * @property {"map"} name
 * @property {number} latitude
 * @property {number} longitude
 * @property {number} scale
 * @property {string} title
 * @property {string} address
 * @property {boolean} chooses
 */

/**
 * A picture over the whole phone, of which the user keeps a part; answered with an `EditedImage`. `ratio`: width by height of the part, 0 = any. `turns`: it can be turned, too.
 * @typedef {object} EditImage
 * @property {"editImage"} name
 * @property {string} src
 * @property {number} ratio
 * @property {boolean} turns
 */

/**
 * What became of a map to choose on. `city`: the one that was chosen by its name.
 * @typedef {object} ChosenPlace
 * @property {boolean} confirm
 * @property {number} latitude
 * @property {number} longitude
 * @property {string} name
 * @property {string} address
 * @property {string} city
 */

/**
 * What became of a picture. `quarters`: turned clockwise so often by 90 degrees; the part is that of the turned picture, in shares of its width and height.
 * @typedef {object} EditedImage
 * @property {boolean} confirm
 * @property {number} quarters
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height
 */

/**
 * What the switches say now, by the names of their rows.
 * @typedef {object} SettingsAnswer
 * @property {Record<string, boolean>} rows
 */

/**
 * A film over the whole phone, of which the user keeps a part of at least and at most so many seconds; answered with an `EditedVideo`. `duration`: s.
 * @typedef {object} EditVideo
 * @property {"editVideo"} name
 * @property {string} src
 * @property {number} duration
 * @property {number} least
 * @property {number} most
 */

/**
 * What became of a film: the part from `start` to `end`, s.
 * @typedef {object} EditedVideo
 * @property {boolean} confirm
 * @property {number} start
 * @property {number} end
 */

export {};
