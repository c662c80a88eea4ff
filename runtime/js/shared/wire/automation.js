/**
 * Real input for tests and commands, and questions about what is on the screen.
 *
 * Written from runtime/protocol/automation.py; change it there.
 */

/**
 * A tap at px of the element, its middle if not said.
 * @typedef {object} Tap
 * @property {"tap"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {number} [x]
 * @property {number} [y]
 */

/**
 * A finger that stays.
 * @typedef {object} LongPress
 * @property {"longpress"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {number} [x]
 * @property {number} [y]
 */

/**
 * A finger that moves by px, in so many steps and ms.
 * @typedef {object} Swipe
 * @property {"swipe"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {number} [dx]
 * @property {number} [dy]
 * @property {number} [steps]
 * @property {number} [duration]
 */

/**
 * Two fingers that begin `distance` px apart around the middle of the element (or `x`, `y` px in it).
 * @typedef {object} Pinch
 * @property {"pinch"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {number} [x]
 * @property {number} [y]
 * @property {number} [distance]
 * @property {number} [scale]
 * @property {number} [rotation]
 * @property {number} [dx]
 * @property {number} [dy]
 * @property {number} [steps]
 * @property {number} [duration]
 */

/**
 * Types a text over what is there; `confirm` presses the keyboard's button after it.
 * @typedef {object} Input
 * @property {"input"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {string} [value]
 * @property {boolean} [confirm]
 */

/**
 * Scrolls to (`top`, `left`) or by (`dx`, `dy`) px.
 * @typedef {object} Scroll
 * @property {"scroll"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {number} [top]
 * @property {number} [left]
 * @property {number} [dx]
 * @property {number} [dy]
 */

/**
 * Turns a wheel of a picker by rows.
 * @typedef {object} Turn
 * @property {"turn"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {number} [rows]
 */

/**
 * One finger. px of what is seen of the page; without a place, the middle of the element.
 * @typedef {object} Finger
 * @property {number} [identifier]
 * @property {number} [x]
 * @property {number} [y]
 */

/**
 * Fingers come down on an element, move, leave or are taken away; without any it is one.
 * @typedef {object} Touch
 * @property {"touch"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {"start" | "move" | "end" | "cancel"} phase
 * @property {Finger[]} [fingers]
 */

/**
 * An event as the element or a finger makes it. `bubbles`: if not said, what is of fingers does.
 * @typedef {object} Dispatch
 * @property {"dispatch"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {string} type
 * @property {any} [detail]
 * @property {Record<string, any>[]} [touches]
 * @property {Record<string, any>[]} [changedTouches]
 * @property {boolean} [bubbles]
 */

/**
 * Brings a built-in component where a user would bring it by several movements.
 * @typedef {object} Operate
 * @property {"operate"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {"swipeTo" | "slideTo" | "moveTo"} method
 * @property {number[]} numbers
 */

/**
 * Brings a picker or picker-view to a value, as a user would; its `change` event has it.
 * @typedef {object} Bring
 * @property {"bring"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {any} value
 */

/**
 * Puts the focus on a field.
 * @typedef {object} Focus
 * @property {"focus"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * Takes the focus away.
 * @typedef {object} Blur
 * @property {"blur"} name
 */

/**
 * Where is it? px.
 * @typedef {object} Rect
 * @property {"rect"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * What text does it show?
 * @typedef {object} Text
 * @property {"text"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * What is the value of the form control?
 * @typedef {object} Value
 * @property {"value"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * How many are there?
 * @typedef {object} Count
 * @property {"count"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * Is there one?
 * @typedef {object} Exists
 * @property {"exists"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * Where is it in the page, whatever of that is seen? px.
 * @typedef {object} Place
 * @property {"place"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * What are these properties of its DOM element?
 * @typedef {object} DomProperties
 * @property {"domProperties"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {string[]} names
 */

/**
 * What are these properties of a built-in component, as the user has made them?
 * @typedef {object} Properties
 * @property {"properties"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {string[]} names
 */

/**
 * What are these computed styles?
 * @typedef {object} Styles
 * @property {"styles"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 * @property {string[]} names
 */

/**
 * How far has it been scrolled, or the page, and how much is there?
 * @typedef {object} Extent
 * @property {"extent"} name
 * @property {string} [selector]
 * @property {number} [index]
 * @property {number} [id]
 * @property {number} [node]
 */

/**
 * What are these of the page's window, such as `document.body.scrollTop`?
 * @typedef {object} WindowProperties
 * @property {"windowProperties"} name
 * @property {string[]} names
 */

/**
 * What does a function, given as source text, return in the realm of the page?
 * @typedef {object} CallInPage
 * @property {"callInPage"} name
 * @property {string} declaration
 * @property {any[]} [args]
 */

/**
 * Which element is at this point of the page (px)?
 * @typedef {object} At
 * @property {"at"} name
 * @property {number} x
 * @property {number} y
 */

/**
 * What is on the screen, as JSON?
 * @typedef {object} Tree
 * @property {"tree"} name
 */

/**
 * Where does the page lie on the phone's screen?
 * @typedef {object} Frame
 * @property {"frame"} name
 */

/**
 * Answered after the next frame.
 * @typedef {object} PaintedNow
 * @property {"painted"} name
 */

/**
 * Answered when animations that end within two seconds have ended. `with_files`: and pictures and components that are on their way have come, within the same time.
 * @typedef {object} Settled
 * @property {"settled"} name
 * @property {boolean} [with_files]
 */

/**
 * Where an element is, px. `visible`: of those of the shell, whether it has a size.
 * @typedef {object} ElementBox
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number} width
 * @property {number} height
 * @property {boolean} [visible]
 */

/**
 * Where an element lies in its page, px.
 * @typedef {object} ElementPlace
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height
 */

/**
 * How far something has been scrolled, how large it is inside, and how large what is seen of it. px.
 * @typedef {object} ScrollExtent
 * @property {number} scrollTop
 * @property {number} scrollLeft
 * @property {number} scrollWidth
 * @property {number} scrollHeight
 * @property {number} clientWidth
 * @property {number} clientHeight
 */

/**
 * Where a page lies on the phone's screen, px.
 * @typedef {object} PageFrame
 * @property {number} pageId
 * @property {string} path
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height
 */

/**
 * An element by its number in the page.
 * @typedef {object} NumberedNode
 * @property {number} id
 * @property {number} node
 */

/** @typedef {Tap | LongPress | Swipe | Pinch | Touch | Dispatch | Operate | Bring | Input | Scroll | Turn | Focus | Blur | Rect | Text | Value | Count | Exists | Place | DomProperties | Properties | Styles | Extent | WindowProperties | CallInPage | At | Tree | Frame | PaintedNow | Settled} AutomationAction */

export {};
