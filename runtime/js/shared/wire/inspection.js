/**
 * What a panel asks of a page's view about its style, and what it tries out there.
 *
 * Written from runtime/protocol/inspection.py; change it there.
 */

/**
 * Which rules style an element, and what comes of them?
 * @typedef {object} ElementStyle
 * @property {"style"} name
 * @property {number} id
 * @property {number} node
 */

/**
 * Puts other declarations into a rule: `body` in place of all that stands between its braces, rpx and all.
 * @typedef {object} TryRule
 * @property {"tryRule"} name
 * @property {number} id
 * @property {number} node
 * @property {string} sheet
 * @property {number} rule
 * @property {string} [body]
 */

/**
 * Another inline style; null takes it back.
 * @typedef {object} TryInline
 * @property {"tryInline"} name
 * @property {number} id
 * @property {number} node
 * @property {string} [style]
 */

/**
 * Other classes, as a template would have them; null takes them back.
 * @typedef {object} TryClass
 * @property {"tryClass"} name
 * @property {number} id
 * @property {number} node
 * @property {string} [classes]
 */

/**
 * Shows the element as if it were in these states, and in no others that were forced before.
 * @typedef {object} ForceStates
 * @property {"forceStates"} name
 * @property {number} id
 * @property {number} node
 * @property {("active" | "hover" | "focus")[]} [states]
 */

/**
 * Scrolls the element into view.
 * @typedef {object} Reveal
 * @property {"reveal"} name
 * @property {number} id
 * @property {number} node
 */

/**
 * A declaration as the sheet has it for this phone.
 * @typedef {object} Declared
 * @property {string} property
 * @property {string} value
 * @property {boolean} [important]
 * @property {string[]} [longhands]
 * @property {string[]} [inherited]
 * @property {"" | "property" | "value"} [problem]
 * @property {number} [line]
 */

/**
 * A rule that matches. `sheet` is its kind and path, `page:pages/a/a.wxss`, and `rule` its number among the rules of that sheet; `phone:` are the looks of built-in components, whose rules have no source.
 * @typedef {object} MatchedRule
 * @property {string} sheet
 * @property {number} rule
 * @property {string} selector
 * @property {string[]} parts
 * @property {Declared[]} declarations
 * @property {string} [pseudo]
 * @property {string[]} [conditions]
 * @property {number} [layer]
 * @property {boolean} [isDropped]
 */

/**
 * What styles one element: its own rules, and its inline style as text and as declarations.
 * @typedef {object} StyledElement
 * @property {string} tag
 * @property {[number, number] | null} ref
 * @property {MatchedRule[]} rules
 * @property {Declared[]} [inline]
 * @property {string} [style]
 * @property {Declared[]} [added]
 * @property {string} [classes]
 */

/**
 * px of the four sides.
 * @typedef {object} Sides
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number} left
 */

/**
 * px; `width` and `height` are those of the content.
 * @typedef {object} BoxModel
 * @property {number} width
 * @property {number} height
 * @property {Sides} padding
 * @property {Sides} border
 * @property {Sides} margin
 * @property {string} position
 * @property {Sides} [inset]
 */

/**
 * `above`: the elements around it from the nearest on, with those of their rules that hold something inherited.
 * @typedef {object} StyleAnswer
 * @property {StyledElement} element
 * @property {StyledElement[]} above
 * @property {Record<string, string>} computed
 * @property {BoxModel} box
 * @property {("active" | "hover" | "focus")[]} [forced]
 */

/** @typedef {ElementStyle | TryRule | TryInline | TryClass | ForceStates | Reveal} Inspection */

export {};
