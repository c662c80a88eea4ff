/**
 * What is said about media that a decoder of the host plays: by the page to the host, by the host to the decoder's process, and back (`simulator/media`). Pictures and pieces of files are no messages: they follow as bytes.
 *
 * Written from runtime/protocol/media.py; change it there.
 */

/**
 * Plays from where it is.
 * @typedef {object} Play
 * @property {"play"} name
 */

/**
 * Stays where it is.
 * @typedef {object} Pause
 * @property {"pause"} name
 */

/**
 * Goes to a place.
 * @typedef {object} Seek
 * @property {"seek"} name
 * @property {number} position_ms
 */

/**
 * Speed, 1 as recorded; loudness, 0 to 1.
 * @typedef {object} Tune
 * @property {"tune"} name
 * @property {number} rate
 * @property {number} volume
 */

/**
 * Pictures need not be larger, px of the screen.
 * @typedef {object} Fit
 * @property {"fit"} name
 * @property {number} width
 * @property {number} height
 */

/**
 * Nobody wants it any more.
 * @typedef {object} Close
 * @property {"close"} name
 */

/**
 * What it is; 0 where it has none of that, or nobody knows. `turn`: degrees by which its pictures are turned to be shown; width and height are those of what is shown.
 * @typedef {object} Opened
 * @property {"opened"} name
 * @property {number} duration_ms
 * @property {number} width
 * @property {number} height
 * @property {number} rate
 * @property {number} turn
 */

/**
 * How far it has come, and which share of it is there, 0 to 1.
 * @typedef {object} Time
 * @property {"time"} name
 * @property {number} position_ms
 * @property {number} buffered_share
 */

/**
 * What has happened to it, in the words of media elements.
 * @typedef {object} Said
 * @property {"said"} name
 * @property {"play" | "playing" | "pause" | "ended" | "waiting" | "seeked"} what
 */

/**
 * It does not go on. `code`: as media elements name their errors.
 * @typedef {object} Failed
 * @property {"failed"} name
 * @property {string} code
 */

/**
 * To the decoder: the source has so many bytes; -1 = nobody knows.
 * @typedef {object} Open
 * @property {"open"} name
 * @property {number} size
 */

/**
 * To the decoder, in the place of `Open`: the sound of the source is wanted as samples, all at once. They follow as bytes, then it says that it has ended.
 * @typedef {object} Unpack
 * @property {"unpack"} name
 * @property {number} size
 */

/**
 * Of the decoder: what its samples are. `width`: bytes of one; whole numbers (with a sign from two bytes on) or, with `is_float`, others.
 * @typedef {object} Sampled
 * @property {"sampled"} name
 * @property {number} rate
 * @property {number} channels
 * @property {number} width
 * @property {boolean} is_float
 */

/**
 * To the decoder: the page has drawn the last picture.
 * @typedef {object} Next
 * @property {"next"} name
 */

/**
 * Of the decoder: wants bytes of its source. They come as a piece with the same offset; an empty one is the end.
 * @typedef {object} Need
 * @property {"need"} name
 * @property {number} offset
 * @property {number} size
 */

/** @typedef {Play | Pause | Seek | Tune | Fit | Close} MediaOrder */

/** @typedef {Opened | Time | Said | Failed} MediaNews */

/** @typedef {Play | Pause | Seek | Tune | Fit | Close | Open | Unpack | Next} ToDecoder */

/** @typedef {Opened | Time | Said | Failed | Need | Sampled} FromDecoder */

export const mediaOrder = Object.freeze({
  /**
   * Plays from where it is.
   * @returns {Play}
   */
  play: () => ({ name: "play" }),
  /**
   * Stays where it is.
   * @returns {Pause}
   */
  pause: () => ({ name: "pause" }),
  /**
   * Goes to a place.
   * @type {(members: Omit<Seek, "name">) => Seek}
   */
  seek: (members) => ({ name: "seek", ...members }),
  /**
   * Speed, 1 as recorded; loudness, 0 to 1.
   * @type {(members: Omit<Tune, "name">) => Tune}
   */
  tune: (members) => ({ name: "tune", ...members }),
  /**
   * Pictures need not be larger, px of the screen.
   * @type {(members: Omit<Fit, "name">) => Fit}
   */
  fit: (members) => ({ name: "fit", ...members }),
  /**
   * Nobody wants it any more.
   * @returns {Close}
   */
  close: () => ({ name: "close" }),
});
