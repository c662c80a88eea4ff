/**
 * Delivers events to the logic layer (wire.md, "Events"): finds the numbered node of a target, asks whether somebody
 * on the composed path listens, and adds the offsets of those who do.
 *
 * Runs in the shell page (Chromium). Called by the gestures (touch/), by the built-in components and by the DOM
 * listeners installed here. Sends through `port.events`.
 */

const NATIVE_TYPES = ["transitionend", "animationstart", "animationiteration", "animationend"];

/** Model bindings need these events even if no handler is bound. */
const MODEL_TYPES = new Set(["input", "change", "blur"]);

/** Events of one page. */
export class Events {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.queue = [];
    this.isScheduled = false;
    this.openedAt = page.window.performance.now();
    for (const type of NATIVE_TYPES) {
      page.document.addEventListener(type, (event) => {
        const { target, elapsedTime } = /** @type {AnimationEvent & {target: Element}} */ (event);
        if (target.__id !== undefined) this.emit(target, type, { elapsedTime });
      }, true);
    }
  }

  /**
   * An event of one element that does not bubble.
   * @param {Element} element @param {string} type @param {unknown} detail
   */
  emit(element, type, detail = {}) {
    const node = this.page.dom.nodeOf(element);
    if (!node) return;
    const isModel = node.model && MODEL_TYPES.has(type);
    if (!isModel && !this.listens(element, type)) return;
    const message = { type, timeStamp: this.#now(), detail };
    const near = this.page.wxs.deliver([element], { type, bubbles: false, message });
    if (near && !near.isWanted && !isModel) return;
    this.#send({
      type, id: element.__id, node: element.__n, exact: true, ts: message.timeStamp, detail,
      offsets: this.#offsets([element]), bubbles: false,
    });
  }

  /**
   * Something that the host carries out, whoever listens: `navigate`, `opentype`.
   * @param {Element} element @param {string} type @param {object} detail
   */
  request(element, type, detail) {
    this.#send({
      type, id: element.__id, node: element.__n, exact: true, ts: this.#now(), detail,
      offsets: {}, bubbles: false,
    });
  }

  /**
   * An event that bubbles from the element under the finger.
   * @param {Element} target @param {string} type
   * @param {{detail: object, touches: object[], changedTouches: object[], stop?: [number, number, boolean]}} touch
   *   `stop`: the node (and whether in the capture phase) beyond which it does not go
   * @returns {boolean} whether a handler in wxs prevented what the event does by itself
   */
  bubble(target, type, { detail, touches, changedTouches, stop }) {
    const origin = this.numbered(target);
    if (!origin) return false;
    const path = this.path(origin);
    const listening = path.filter((element) => this.listens(element, type));
    const isSlotWanted = this.page.dom.slotTypes.has(type);
    if (listening.length === 0 && !isSlotWanted) return false;
    const message = { type, timeStamp: this.#now(), detail, touches, changedTouches };
    const near = this.page.wxs.deliver(path, { type, bubbles: true, message });
    if (!near || near.isWanted || isSlotWanted) {
      const end = near?.stop ?? stop;
      this.#send({
        type, id: origin.__id, node: origin.__n, exact: origin === target, ts: message.timeStamp, detail, touches,
        changedTouches, offsets: this.#offsets(listening), bubbles: true, ...(end ? { stop: end } : {}),
      });
    }
    return near !== null && near.isPrevented;
  }

  /** An event of the page itself (`observer`). @param {string} type @param {object} detail */
  plain(type, detail) {
    this.#send({ type, id: 0, node: 0, exact: true, ts: this.#now(), detail, offsets: {}, bubbles: false });
  }

  /** Whether a bubbling event of this type would be handled. @param {Element} target @param {string} type */
  isHandled(target, type) {
    const origin = this.numbered(target);
    if (origin === null) return false;
    return this.page.dom.slotTypes.has(type) || this.path(origin).some((element) => this.listens(element, type));
  }

  /** Whether this very node stops events of the type. @param {Element} element @param {string} type */
  isCaught(element, type) {
    if (this.#listeners(element)?.get(type) !== true) return false;
    const instance = this.page.dom.instances.get(element.__id);
    if (!instance) return false;
    const { block: { def }, values } = instance;
    return def.nodes[element.__n].events.some(([bound, form, , index]) => {
      if (bound !== type || !form.endsWith("catch")) return false;
      // A bound handler that is empty now binds nothing.
      return index < 0 || def.binds[index][1] !== "handler" || Boolean(values[index]);
    });
  }

  /** The element itself or the nearest one around it that has a number. @param {Node|null} node @returns {Element|null} */
  numbered(node) {
    let element = /** @type {Element|null} */ (node);
    while (element && element.__id === undefined) element = around(element);
    return element;
  }

  /** Numbered elements from a node up to the root. @param {Element} origin @returns {Element[]} */
  path(origin) {
    /** @type {Element[]} */
    const path = [];
    for (let element = /** @type {Element|null} */ (origin); element; element = around(element)) {
      if (element.__id !== undefined) path.push(element);
    }
    return path;
  }

  #listeners(element) {
    return this.page.dom.instances.get(element.__id)?.block.listeners[element.__n];
  }

  /** Whether an element listens itself. @param {Element} element @param {string} type */
  listens(element, type) {
    return this.#listeners(element)?.has(type) === true;
  }

  #now() {
    return Math.round((this.page.window.performance.now() - this.openedAt) * 10) / 10;
  }

  #offsets(elements) {
    const offsets = {};
    for (const element of elements) {
      offsets[`${element.__id}.${element.__n}`] = [element.offsetLeft ?? 0, element.offsetTop ?? 0];
    }
    return offsets;
  }

  /** Events of one task travel together. */
  #send(event) {
    this.queue.push(event);
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      const list = this.queue;
      this.queue = [];
      this.page.port.events(this.page.pageId, list);
    });
  }
}

/** What an event goes to next: what stands elsewhere belongs to its portal. @param {Element} element @returns {Element|null} */
function around(element) {
  return element.__portal ?? /** @type {Element|null} */ (element.parentNode);
}
