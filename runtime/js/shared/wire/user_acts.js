/**
 * What the user does on a page, told while somebody watches: real input alone, never what code or a driver does.
 *
 * Written from runtime/protocol/user_acts.py; change it there.
 */

/**
 * A finger comes down; what it does there is told when it is done.
 * @typedef {object} Pressed
 * @property {"pressed"} name
 */

/**
 * It leaves again where it was, and somebody listens. `at`: px of the first of `on`, where that matters.
 * @typedef {object} Tapped
 * @property {"tapped"} name
 * @property {[number, number][]} on
 * @property {[number, number] | null} [at]
 * @property {[number, number][]} [beyond]
 */

/**
 * It stays, and somebody listens.
 * @typedef {object} PressedLong
 * @property {"pressed-long"} name
 * @property {[number, number][]} on
 */

/**
 * It moves by px and leaves, and somebody listens.
 * @typedef {object} Dragged
 * @property {"dragged"} name
 * @property {[number, number][]} on
 * @property {number} dx
 * @property {number} dy
 */

/**
 * A control stands at another value: slider, picker, picker-view, swiper. The value is that of its `change`.
 * @typedef {object} Brought
 * @property {"brought"} name
 * @property {[number, number][]} on
 * @property {any} value
 */

/**
 * What stands in a field now.
 * @typedef {object} Typed
 * @property {"typed"} name
 * @property {[number, number][]} on
 * @property {string} value
 */

/**
 * The keyboard's button, with this in the field.
 * @typedef {object} Confirmed
 * @property {"confirmed"} name
 * @property {[number, number][]} on
 * @property {string} value
 */

/**
 * A field loses the focus, and the program listens.
 * @typedef {object} Left
 * @property {"left"} name
 * @property {[number, number][]} on
 */

/**
 * An area that the program listens to, or the page (`on` is empty), has come to rest at px.
 * @typedef {object} Scrolled
 * @property {"scrolled"} name
 * @property {[number, number][]} on
 * @property {number} top
 * @property {number} left
 */

/**
 * The page has been scrolled to its end.
 * @typedef {object} ReachedBottom
 * @property {"reached-bottom"} name
 */

/**
 * The page has been pulled down far enough.
 * @typedef {object} PulledDown
 * @property {"pulled-down"} name
 */

/** @typedef {Pressed | Tapped | PressedLong | Dragged | Brought | Typed | Confirmed | Left | Scrolled | ReachedBottom | PulledDown} UserAct */

export const userAct = Object.freeze({
  /**
   * A finger comes down; what it does there is told when it is done.
   * @returns {Pressed}
   */
  pressed: () => ({ name: "pressed" }),
  /**
   * It leaves again where it was, and somebody listens. `at`: px of the first of `on`, where that matters.
   * @type {(members: Omit<Tapped, "name">) => Tapped}
   */
  tapped: (members) => ({ name: "tapped", ...members }),
  /**
   * It stays, and somebody listens.
   * @type {(members: Omit<PressedLong, "name">) => PressedLong}
   */
  pressedLong: (members) => ({ name: "pressed-long", ...members }),
  /**
   * It moves by px and leaves, and somebody listens.
   * @type {(members: Omit<Dragged, "name">) => Dragged}
   */
  dragged: (members) => ({ name: "dragged", ...members }),
  /**
   * A control stands at another value: slider, picker, picker-view, swiper. The value is that of its `change`.
   * @type {(members: Omit<Brought, "name">) => Brought}
   */
  brought: (members) => ({ name: "brought", ...members }),
  /**
   * What stands in a field now.
   * @type {(members: Omit<Typed, "name">) => Typed}
   */
  typed: (members) => ({ name: "typed", ...members }),
  /**
   * The keyboard's button, with this in the field.
   * @type {(members: Omit<Confirmed, "name">) => Confirmed}
   */
  confirmed: (members) => ({ name: "confirmed", ...members }),
  /**
   * A field loses the focus, and the program listens.
   * @type {(members: Omit<Left, "name">) => Left}
   */
  left: (members) => ({ name: "left", ...members }),
  /**
   * An area that the program listens to, or the page (`on` is empty), has come to rest at px.
   * @type {(members: Omit<Scrolled, "name">) => Scrolled}
   */
  scrolled: (members) => ({ name: "scrolled", ...members }),
  /**
   * The page has been scrolled to its end.
   * @returns {ReachedBottom}
   */
  reachedBottom: () => ({ name: "reached-bottom" }),
  /**
   * The page has been pulled down far enough.
   * @returns {PulledDown}
   */
  pulledDown: () => ({ name: "pulled-down" }),
});
