/**
 * wxs beside the DOM of one page: its modules, event handlers and `change:` observers. A handler that moves an element
 * does so without the logic layer.
 *
 * Runs in the shell page (Chromium); owned by page_view.js, called by tree.js (operation "V", changed attributes) and
 * events.js. The texts of the modules are known in every page of a program run; each page evaluates them for itself.
 */

import { Descriptors } from "./descriptors.js";
import { dispatch } from "./dispatch.js";
import { createRealm } from "./realm.js";

const MODULES = Symbol("wxs modules");

/** Texts by path, kept with the port of the program run; `version` counts the changes of texts. */
function modulesOf(port) {
  port[MODULES] ??= { texts: new Map(), version: 0 };
  return port[MODULES];
}

export class PageWxs {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.modules = modulesOf(page.port);
    this.version = this.modules.version;
    /**
     * The realm and what leads into it, once something has to run; `debug`: the debugger that lies in it, `edition` and
     * `version`: of what is debugged. @type {{realm: any, descriptors: Descriptors, debug: any, edition: number, version: number}|null}
     */
    this.made = null;
    /** Observers to be called at the end of the batch: [element, path, function, value, former value]. */
    this.changes = [];
  }

  /** Operation "V". @param {string} path @param {string} code */
  define(path, code) {
    const { texts } = this.modules;
    if (texts.has(path) && texts.get(path) !== code) this.modules.version += 1;
    texts.set(path, code);
  }

  /**
   * An event that somebody on the path handles by wxs; null if nobody does.
   * @param {Element[]} path @param {{type: string, bubbles: boolean, message: object}} event
   */
  deliver(path, event) {
    const { dom } = this.page;
    const reach = event.bubbles ? path : path.slice(0, 1);
    const hasHandler = (element) => dom.instances.get(element.__id)?.block.wxsTypes.get(element.__n)?.has(event.type);
    return reach.some(hasHandler) ? dispatch(this, path, event) : null;
  }

  /** Runs a handler; true if it returned false. `owner`: the component's host, null for the page. */
  handle(path, member, message, element, owner) {
    const { realm, descriptors } = this.#ready();
    const { body } = this.page.document;
    this.page.port.runs(`${path} ${member}`);
    const instance = descriptors.of(element);
    return realm.handle(path, member, JSON.stringify(message), instance, descriptors.of(owner ?? body));
  }

  /** The observed attributes of a fresh instance. @param {import("../page/instance.js").Instance} instance */
  mounted(instance) {
    for (const { node, name, value } of instance.block.observed) {
      const given = value < 0 ? instance.block.def.nodes[node].attrs?.[name] : known(instance.values[value]);
      this.#changed(instance, node, name, given, undefined);
    }
  }

  /** A value that travelled was set. @param {import("../page/instance.js").Instance} instance */
  updated(instance, index, former) {
    for (const { node, name, value } of instance.block.observed) {
      if (value === index) this.#changed(instance, node, name, known(instance.values[index]), known(former));
    }
  }

  /** Calls the observers that the batch concerns. */
  flush() {
    while (this.changes.length > 0) {
      const [element, path, member, given, former] = this.changes.shift();
      if (!element.isConnected) continue;
      const { realm, descriptors } = this.#ready();
      this.page.port.runs(`${path} ${member}`);
      const owner = descriptors.of(this.page.dom.ownerOf(element) ?? this.page.document.body);
      const instance = descriptors.of(element);
      realm.observer(path, member)(JSON.stringify(given), JSON.stringify(former), owner, instance);
    }
  }

  /** `target` or `currentTarget` of an event. @param {HTMLElement} element */
  describe(element) {
    const { offsetLeft = 0, offsetTop = 0, id } = element;
    return { id, offsetLeft, offsetTop, dataset: this.page.dom.dataset(element) };
  }

  #changed(instance, node, name, given, former) {
    const { def } = instance.block;
    const [module, member] = def.nodes[node].change[name];
    const path = def.wxs?.[module];
    if (path !== undefined) this.changes.push([instance.elements[node], path, member, given, former]);
  }

  /** The realm, with no module in it that has changed since; a fresh one if others are to have probes. */
  #ready() {
    const { wxsDebugging: debugging } = this.page.port;
    if (this.made === null || this.made.edition !== (debugging?.edition ?? 0)) this.made = this.#make(debugging);
    else if (this.version !== this.modules.version) this.made.realm.clear();
    this.version = this.modules.version;
    const { made } = this;
    if (made.debug !== undefined && made.version !== debugging.version) {
      made.version = debugging.version;
      made.debug.take(debugging.armed, debugging.pauses);
    }
    return made;
  }

  /** @param {import("./debugging.js").WxsDebugging|undefined} debugging */
  #make(debugging) {
    const { texts } = this.modules;
    const { realm, debug } = createRealm(this.page, (path) => texts.get(path), debugging);
    const descriptors = new Descriptors(this.page, realm.descriptor);
    return { realm, descriptors, debug, edition: debugging?.edition ?? 0, version: -1 };
  }
}

function known(value) {
  return value !== null && typeof value === "object" && value.$u === 1 ? undefined : value;
}
