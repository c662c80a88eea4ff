/**
 * The worklets of a program's run beside its pages: hands the orders of the logic layer to the realm, puts the styles that
 * updaters return on their elements, keeps animations going frame by frame, and tells the logic layer what has changed.
 *
 * Runs in the shell page (Chromium); loaded with the first order or handler (page/worklet_orders.js). What happens goes
 * to the logic layer as an event of type `observer` with `detail.worklet`.
 */

import { createRealm } from "./realm.js";
import { Routes } from "./routes.js";
import { convertRpx, rpxScale } from "../page/rpx.js";

/** In the stack of an error, where realm_glue.js has named the source. */
const PLACE = /handset-worklet\/(.+?):(\d+):\d+/;
const LONGEST_STACK = 5000;
/** Numbers of these are px. */
const LENGTHS = /^(?:width|height|top|right|bottom|left|fontSize|lineHeight|letterSpacing|gap|(?:min|max)(?:Width|Height)|(?:margin|padding)(?:Top|Right|Bottom|Left)?|border.*(?:Width|Radius))$/;

export class Worklets {
  /** @param {import("../shell/phone.js").Phone} phone */
  constructor(phone) {
    const { port } = phone;
    this.phone = phone;
    this.port = port;
    /** What updaters rule. @type {Map<number | string, {page: any, elements: any[], names: Set<string>}>} */
    this.styles = new Map();
    /** Who hears of values that are followed. @type {Map<string, (value: unknown) => void>} */
    this.followers = new Map();
    this.routes = new Routes(this, phone);
    this.isFrameWanted = false;
    this.isTelling = false;
    this.hasEnded = false;
    this.realm = createRealm(document, {
      style: (id, text) => this.#style(id, JSON.parse(text)),
      value: (id, text) => this.followers.get(id)?.(JSON.parse(text)),
      tell: (text) => this.#tell(JSON.parse(text)),
      failed: (message, stack) => this.#failed(message, stack),
      log: (level, text) => port.log(level, `[ui] ${text}`, "program"),
      changed: () => this.#tellChanges(),
      frame: () => this.#wantFrame(),
      timer: (id, ms) => this.#later(id, ms),
      scroll: (text) => this.#scroll(JSON.parse(text)),
    });
    port.atEnd(() => (this.hasEnded = true));
  }

  /** Orders of the logic layer, in order. @param {any[]} jobs */
  carryOut(jobs) {
    for (const job of jobs) {
      if (job.$ === "style") this.#beginStyle(job);
      else if (job.$ === "unstyle") this.#endStyle(job.id);
      else if (job.$ === "handlers") this.#bind(job);
      else if (job.$ === "route") this.routes.add(job);
      else this.take(job);
    }
  }

  /**
   * Calls a handler of an element; what it returns, if that is a truth value, a number or a text.
   * @param {{instance: number, fn: number, name: string}} handler @param {object} event
   */
  call({ instance, fn, name }, event) {
    this.port.runs(`worklet ${name}`);
    return this.realm.callOn(instance, fn, JSON.stringify(event));
  }

  /** One order. @param {any} job */
  take(job) {
    this.port.runs("worklet");
    this.realm.take(JSON.stringify(job));
  }

  // Styles.

  #beginStyle({ page: pageId, id, fn, nodes }) {
    this.#withPage(pageId, (page) => {
      const elements = nodes.map(([instance, node]) => page.dom.instances.get(instance)?.elements[node]).filter(Boolean);
      this.styles.set(id, { page, elements, names: new Set() });
      this.take({ $: "style", id, fn });
    });
  }

  #endStyle(id) {
    this.take({ $: "unstyle", id });
    const style = this.styles.get(id);
    this.styles.delete(id);
    for (const element of style?.elements ?? []) {
      for (const name of style?.names ?? []) element.__animated?.delete(name);
      style?.page.dom.values.restyleElement(element);
    }
  }

  /** The style of a page's layer follows an updater. @param {string} id @param {number} fn @param {HTMLElement} element */
  styleLayer(id, fn, element) {
    this.styles.set(id, { page: null, elements: [element], names: new Set() });
    this.take({ $: "style", id, fn });
  }

  /** @param {string} id */
  endLayerStyle(id) {
    const style = this.styles.get(id);
    if (!style) return;
    this.take({ $: "unstyle", id });
    this.styles.delete(id);
    for (const element of style.elements) for (const name of style.names) element.style.removeProperty(name);
  }

  /** Calls `heard` with a shared value, now and whenever it changes. @param {string} id @param {number} shared */
  follow(id, shared, heard) {
    this.followers.set(id, heard);
    this.take({ $: "value", id, shared });
  }

  /** A page has ended: nothing rules its elements any more. @param {import("../page/page_view.js").PageView} ended */
  leave(ended) {
    for (const [id, { page }] of [...this.styles]) {
      if (page !== ended) continue;
      this.styles.delete(id);
      this.take({ $: "unstyle", id });
    }
  }

  /** @param {number} id @param {[string, string|number][]} list */
  #style(id, list) {
    const style = this.styles.get(id);
    if (!style) return;
    const { page, elements, names } = style;
    const rpx = page?.dom.rpx ?? rpxScale(this.phone.device ?? {}, window.innerWidth);
    const given = new Map(list.map(([name, value]) => [cssName(name), cssValue(name, value, rpx)]));
    const gone = [...names].filter((name) => !given.has(name));
    style.names = new Set(given.keys());
    if (page === null) {
      for (const element of elements) {
        for (const [name, value] of given) element.style.setProperty(name, value);
        for (const name of gone) element.style.removeProperty(name);
      }
      return;
    }
    for (const element of elements) {
      element.__animated ??= new Map();
      for (const [name, value] of given) {
        element.__animated.set(name, value);
        element.style.setProperty(name, value);
      }
      for (const name of gone) element.__animated.delete(name);
      if (gone.length > 0) page.dom.values.restyleElement(element);
    }
  }

  // Handlers of elements.

  #bind({ page: pageId, node: [id, index], handlers }) {
    this.#withPage(pageId, (page) => {
      const element = page.dom.instances.get(id)?.elements[index];
      if (element) element.__worklets = handlers;
    });
  }

  #withPage(pageId, action) {
    this.phone.pages.find(pageId)?.whenLoaded(action);
  }

  // Time.

  #wantFrame() {
    if (this.isFrameWanted || this.hasEnded) return;
    this.isFrameWanted = true;
    requestAnimationFrame((now) => {
      this.isFrameWanted = false;
      if (this.hasEnded) return;
      this.port.runs("worklet");
      if (this.realm.tick(now)) this.#wantFrame();
    });
  }

  #later(id, ms) {
    const run = () => {
      if (this.hasEnded) return;
      this.port.runs("worklet");
      this.realm.timer(id);
    };
    if (ms < 0) requestAnimationFrame(run);
    else setTimeout(run, ms);
  }

  /** Once a frame. */
  #tellChanges() {
    if (this.isTelling) return;
    this.isTelling = true;
    requestAnimationFrame(() => {
      this.isTelling = false;
      if (this.hasEnded) return;
      const values = JSON.parse(this.realm.changes());
      if (values.length > 0) this.port.news({ worklet: { values } });
    });
  }

  /** A function is called that sees the values as they are now. */
  #tell(news) {
    const values = JSON.parse(this.realm.changes());
    this.port.news({ worklet: values.length > 0 ? { ...news, values } : news });
  }

  /** `scrollViewContext.scrollTo`. */
  #scroll({ ref, options }) {
    if (ref?.$ !== "r") return;
    const [pageId, id, node] = ref.v;
    this.#withPage(pageId, (page) => {
      page.dom.instances.get(id)?.elements[node]?.__builtIn?.scrollTo?.(options ?? {});
    });
  }

  #failed(message, stack) {
    const place = PLACE.exec(String(stack).slice(0, LONGEST_STACK));
    this.port.log("error", `worklet: ${message}`, "program", place ? place[1] : "", place ? Number(place[2]) : 0);
  }
}

function cssName(name) {
  return name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
}

function cssValue(name, value, rpx) {
  if (typeof value === "number") return LENGTHS.test(name) ? `${value}px` : String(value);
  return convertRpx(value, rpx);
}
