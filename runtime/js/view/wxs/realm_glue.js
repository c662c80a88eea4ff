/**
 * The part of the view that lies inside the realm of wxs code: everything that wxs gets into its hands is made here, so
 * that nothing of the page leads out of the realm.
 *
 * Not a module: the text of this file is the body of a function with the parameter `__handset`, evaluated in the realm
 * by realm.js, behind runtime/js/shared/wxs_modules.js. Data cross its border as JSON text.
 */
'use strict';

const { parse, stringify } = JSON;
const SOURCE_PREFIX = 'handset-wxs/';

/** Text that came from the page view, as a value. */
function read(text) {
  return text === undefined ? undefined : parse(text);
}

function textOf(value) {
  if (typeof value === 'function') return '[function Function]';
  return typeof value === 'object' && value !== null ? stringify(value) : String(value);
}

/**
 * `port`: functions of the page view: source(path), missing(path), failed(path, message, stack), log(text).
 * The result is for realm.js alone.
 */
__handset.createRealm = function (port) {
  const modules = __handset.createWxsModules({
    source: (path) => port.source(path),
    evaluate: (file, source, head, tail) => (0, eval)(`${head}${source.code}${tail}\n//# sourceURL=${SOURCE_PREFIX}${file}`),
    missing: (path) => port.missing(path),
    failed: report,
    console: { log: (...values) => port.log(values.map(textOf).join(' ')) },
  });

  function report(path, error) {
    const isError = typeof error === 'object' && error !== null;
    port.failed(path, isError ? String(error.message) : String(error), isError ? String(error.stack) : '');
  }

  function run(path, member, args) {
    try {
      const fn = modules.load(path)[member];
      return typeof fn === 'function' ? fn(...args) : undefined;
    } catch (error) {
      report(path, error);
      return undefined;
    }
  }

  /** A function for wxs around one of the page view's, whose exceptions stay outside. */
  function guarded(fn) {
    return (...args) => {
      try {
        return fn(...args);
      } catch (error) {
        port.failed('', error instanceof Error ? error.message : 'the view could not do this', '');
        return undefined;
      }
    };
  }

  /** A callback of wxs, for timers and frames. */
  function callback(fn) {
    return (value) => {
      try {
        if (typeof fn === 'function') fn(value);
      } catch (error) {
        report('', error);
      }
    };
  }

  return {
    /** Runs an event handler; true if it returned false. */
    handle(path, member, eventText, instance, owner) {
      const event = parse(eventText);
      event.instance = instance;
      return run(path, member, [event, owner]) === false;
    },
    /** Runs a `change:` observer. */
    observe(path, member, valueText, formerText, owner, instance) {
      run(path, member, [read(valueText), read(formerText), owner, instance]);
    },
    clear: modules.clear,
    /** What wxs sees of an element (`spec/globals.json`, ComponentDescriptor). `api`: functions of descriptors.js. */
    descriptor(api) {
      const state = {};
      const self = {
        selectComponent: guarded((selector) => api.selectOne(String(selector))),
        selectAllComponents: guarded((selector) => Array.from(api.selectAll(String(selector)))),
        setStyle: guarded((style) => {
          api.setStyle(typeof style === 'string' ? stringify(style) : stringify(Object.assign({}, style)));
          return self;
        }),
        addClass: guarded((...names) => {
          for (const name of names) api.addClass(String(name));
          return self;
        }),
        removeClass: guarded((...names) => {
          for (const name of names) api.removeClass(String(name));
          return self;
        }),
        hasClass: guarded((name) => api.hasClass(String(name))),
        getDataset: guarded(() => parse(api.dataset())),
        getState: () => state,
        getComputedStyle: guarded((names) => parse(api.computedStyle(stringify(Array.from(names || []))))),
        getBoundingClientRect: guarded((done) => {
          const rect = parse(api.rect());
          if (typeof done === 'function') done(rect);
          return rect;
        }),
        callMethod: guarded((name, args) => {
          api.callMethod(String(name), stringify(args));
        }),
        triggerEvent: guarded((name, detail, options) => {
          api.triggerEvent(String(name), stringify(detail), stringify(options));
        }),
        requestAnimationFrame: guarded((fn) => api.requestAnimationFrame(callback(fn))),
        setTimeout: guarded((fn, ms) => api.setTimeout(callback(fn), Number(ms) || 0)),
        clearTimeout: guarded((id) => api.clearTimeout(Number(id))),
      };
      return self;
    },
  };
};
