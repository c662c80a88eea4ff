/**
 * The part of the view that lies inside the realm of wxs code: everything that wxs gets into its hands is made here, so
 * that nothing of the page leads out of the realm.
 *
 * realm.js evaluates the text of this file in the realm, joined with those of runtime/js/shared/wxs_modules.js and
 * realm_border.js. wxs may redefine every built-in of the realm at any time: what is used here is captured before, and
 * nothing is looked up on a prototype. The only objects that cross the border are the realm's own descriptors, which the
 * page view keeps.
 */

import { createWxsModules, visibleInWxs } from "../../shared/wxs_modules.js";
import { emptyRealm, tightened } from "./realm_border.js";

const { apply, defineProperty } = Reflect;
const { parse, stringify } = JSON;
const evaluate = eval;
const textOf = String;
const numberOf = Number;
const SOURCE_PREFIX = 'handset-wxs/';

emptyRealm(visibleInWxs);

/** Describes a property as an assignment makes it. */
function own(value) {
  const description = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
  return description;
}

/** Text that came from the page view, as a value. */
function read(text) {
  return text === undefined ? undefined : parse(text);
}

/** A value as JSON text, or undefined: then there is none. */
function written(value) {
  const text = stringify(value);
  return typeof text === 'string' ? text : undefined;
}

/** Text of a value for the console. */
function shown(value) {
  if (typeof value === 'function') return '[function Function]';
  return typeof value === 'object' && value !== null ? `${written(value)}` : textOf(value);
}

/** A list of names as JSON text. */
function namesOf(names) {
  const count = names === undefined || names === null ? 0 : numberOf(names.length);
  let list = '';
  for (let i = 0; i < count; i++) list += `${i > 0 ? ',' : ''}${stringify(textOf(names[i]))}`;
  return `[${list}]`;
}

/**
 * `functions` of the page view: source(path) → text or undefined, missing(path), failed(path, message, stack),
 * log(text). `debug`: the debugger that lies in this realm (debugging/realm_debugging.js), if something is waited for.
 * The result is for realm.js alone.
 */
export function createRealm(functions, debug) {
  const port = tightened(functions);
  const modules = createWxsModules({
    __proto__: null,
    source(path) {
      const code = port.source(path);
      return code === undefined ? undefined : { __proto__: null, path, code };
    },
    evaluate(file, { path, code }, head, tail) {
      const debugged = debug === undefined ? null : debug.evaluated(path, file, code, [head, tail]);
      return debugged === null ? evaluate(`${head}${code}${tail}\n//# sourceURL=${SOURCE_PREFIX}${file}`) : debugged;
    },
    missing: (path) => port.missing(path),
    failed: report,
    console: {
      log(...values) {
        let text = '';
        for (let i = 0; i < values.length; i++) text += `${i > 0 ? ' ' : ''}${shown(values[i])}`;
        port.log(text);
      },
    },
  });

  /** What wxs has thrown: anything, with getters that throw in turn. */
  function report(path, error) {
    if (debug !== undefined) debug.escaped(error);
    let message = 'an error without words';
    let stack = '';
    try {
      const isError = typeof error === 'object' && error !== null;
      message = textOf(isError ? error.message : error);
      if (isError) stack = textOf(error.stack);
    } catch {
      // What there is will do.
    }
    port.failed(path, message, stack);
  }

  function run(path, member, args, event = '') {
    if (debug !== undefined) debug.begins();
    try {
      const fn = modules.load(path)[member];
      if (debug !== undefined && event !== '') debug.handles(event);
      return typeof fn === 'function' ? apply(fn, undefined, args) : undefined;
    } catch (error) {
      report(path, error);
      return undefined;
    } finally {
      if (debug !== undefined) debug.ended();
    }
  }

  /** A callback of wxs, for timers and frames. */
  function callback(fn) {
    return (value) => {
      if (debug !== undefined) debug.begins();
      try {
        if (typeof fn === 'function') apply(fn, undefined, typeof value === 'number' ? [value] : []);
      } catch (error) {
        report('', error);
      } finally {
        if (debug !== undefined) debug.ended();
      }
    };
  }

  /** The descriptors that a selector finds; the page view hands them in one by one. */
  function selected(api, selector, limit) {
    const list = [];
    api.select(textOf(selector), limit, (descriptor) => {
      defineProperty(list, list.length, own(descriptor));
    });
    return list;
  }

  return {
    __proto__: null,
    /** Runs an event handler; true if it returned false. */
    handle(path, member, eventText, instance, owner) {
      const event = parse(eventText);
      const { type } = event;
      defineProperty(event, 'instance', own(instance));
      return run(path, member, [event, owner], type) === false;
    },
    /** The function that runs a `change:` observer. */
    observer: (path, member) => (valueText, formerText, owner, instance) => {
      run(path, member, [read(valueText), read(formerText), owner, instance]);
    },
    clear: modules.clear,
    /** What wxs sees of an element (`spec/globals.json`, ComponentDescriptor). `own`: functions of descriptors.js. */
    descriptor(own) {
      const api = tightened(own);
      const state = {};
      const self = {
        selectComponent(selector) {
          const list = selected(api, selector, 1);
          return list.length > 0 ? list[0] : null;
        },
        selectAllComponents: (selector) => selected(api, selector, 1e9),
        setStyle(style) {
          const text = written(typeof style === 'string' ? style : { ...style });
          if (text !== undefined) api.setStyle(text);
          return self;
        },
        addClass(...names) {
          for (let i = 0; i < names.length; i++) api.addClass(textOf(names[i]));
          return self;
        },
        removeClass(...names) {
          for (let i = 0; i < names.length; i++) api.removeClass(textOf(names[i]));
          return self;
        },
        hasClass: (name) => api.hasClass(textOf(name)),
        getDataset: () => read(api.dataset()),
        getState: () => state,
        getComputedStyle: (names) => read(api.computedStyle(namesOf(names))),
        getBoundingClientRect(done) {
          const rect = read(api.rect());
          if (typeof done === 'function') callback(() => done(rect))();
          return rect;
        },
        callMethod(name, args) {
          api.callMethod(textOf(name), written(args));
        },
        triggerEvent(name, detail, options) {
          api.triggerEvent(textOf(name), written(detail), written(options));
        },
        requestAnimationFrame: (fn) => api.requestAnimationFrame(callback(fn)),
        setTimeout: (fn, ms) => api.setTimeout(callback(fn), numberOf(ms) || 0),
        clearTimeout: (id) => api.clearTimeout(numberOf(id)),
      };
      return self;
    },
  };
}
