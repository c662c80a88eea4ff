/**
 * What the program sees as `this`: instances of pages and components. Logic process.
 * Methods of all instances stand on one prototype; those of a definition on a prototype below it.
 */
'use strict';

const NODE = Symbol('node');
let lastSerial = 0;

/**
 * The component node behind an instance; null for anything else. An instance holds a function that gives it: a framework
 * puts a Proxy before every object that is reached through one, and functions pass as they are.
 */
__handset.nodeOf = function (instance) {
  const held = instance !== null && typeof instance === 'object' ? instance[NODE] : undefined;
  return typeof held === 'function' ? held() : null;
};

/** The component node of `this`; a method that the program has called without its page or component is refused. */
function nodeOfThis(instance) {
  const node = __handset.nodeOf(instance);
  if (node === null) throw new TypeError('a method of a page or component was called without it');
  return node;
}

/**
 * The component that a selector query or an observer is in: an instance, or an object to which a framework has copied
 * the two numbers by which the platform knows one. null if it is neither.
 */
__handset.componentOf = function (scope) {
  if (scope === null || typeof scope !== 'object') return null;
  const node = __handset.nodeOf(scope);
  const page = node === null ? __handset.pages.get(scope.__wxWebviewId__) : undefined;
  if (page === undefined) return node;
  const isMeant = (component) => component.instance.__wxExparserNodeId__ === scope.__wxExparserNodeId__;
  return __handset.findComponent(page.root, isMeant);
};

function hostNode(component) {
  return component.fragment === null ? null : { fragment: component.fragment, node: component.nodeIndex };
}

function exported(component) {
  const { exported: fn } = component.definition.traits;
  const isOffered = component.definition.hasBehavior('wx://component-export');
  if (fn === null || !isOffered) return component.instance;
  return __handset.run(fn, component.instance, [], component.path, 'export', component);
}

/** What `setPassiveEvent` and app.json say of the listeners of a page. They are not made passive here. */
function passiveOf(instance) {
  const { page } = nodeOfThis(instance);
  if (page.passiveEvents === null) {
    const { enablePassiveEvent: given = false } = __handset.program.app;
    const all = { touchstart: given === true, touchmove: given === true, wheel: given === true };
    page.passiveEvents = Object.assign(all, given);
  }
  return page.passiveEvents;
}

let hasNoticedWorklets = false;

function noticeWorklets(name) {
  if (hasNoticedWorklets) return;
  hasNoticedWorklets = true;
  __handset.warn(`this.${name} does nothing: worklet animations need the Skyline renderer, which Handset has not`);
}

const methods = {
  setData(values, callback) {
    __handset.setData(nodeOfThis(this), values, callback);
  },
  groupSetData(callback) {
    if (typeof callback === 'function') callback.call(this);
  },
  hasBehavior(behavior) {
    return nodeOfThis(this).hasBehavior(behavior);
  },
  traitBehavior(trait) {
    const { extra } = nodeOfThis(this);
    return extra === null ? undefined : extra.implementations.get(trait);
  },
  triggerEvent(name, detail, options) {
    __handset.triggerEvent(nodeOfThis(this), String(name), detail, options || {});
  },
  selectComponent(selector) {
    const found = __handset.selectComponents(nodeOfThis(this), String(selector), false);
    return found.length === 0 ? null : exported(found[0]);
  },
  selectAllComponents(selector) {
    return __handset.selectComponents(nodeOfThis(this), String(selector), true).map(exported);
  },
  selectOwnerComponent() {
    const { owner } = nodeOfThis(this);
    return owner === null ? null : exported(owner);
  },
  getRelationNodes(key) {
    return __handset.relationNodes(nodeOfThis(this), String(key));
  },
  createSelectorQuery() {
    return __handset.installed.createSelectorQuery(this);
  },
  createIntersectionObserver(options) {
    return __handset.installed.createIntersectionObserver(this, options);
  },
  createMediaQueryObserver() {
    return __handset.installed.createMediaQueryObserver(this);
  },
  animate(selector, keyframes, duration, callback) {
    __handset.animate(this, String(selector), 'animate', [keyframes, duration], callback);
  },
  clearAnimation(selector, options, callback) {
    const done = typeof options === 'function' ? options : callback;
    const which = typeof options === 'function' ? null : options;
    __handset.animate(this, String(selector), 'clearAnimation', [which], done);
  },
  applyAnimatedStyle() {
    noticeWorklets('applyAnimatedStyle');
  },
  clearAnimatedStyle() {
    noticeWorklets('clearAnimatedStyle');
  },
  getPageId() {
    return `pageId:${nodeOfThis(this).page.id}`;
  },
  getTabBar(callback) {
    const { tabBar } = nodeOfThis(this).page;
    const instance = tabBar === null ? null : tabBar.instance;
    if (typeof callback === 'function') callback.call(this, instance);
    return instance;
  },
  getAppBar() {
    return null;
  },
  getOpenerEventChannel() {
    return nodeOfThis(this).page.openerChannel();
  },
  setUpdatePerformanceListener() {},
  setInitialRenderingCache() {},
  setPassiveEvent(config) {
    Object.assign(passiveOf(this), config);
  },
  getPassiveEvent(callback) {
    if (typeof callback === 'function') callback.call(this, { ...passiveOf(this) });
  },
};

const prototype = {};
for (const name of Object.keys(methods)) {
  Object.defineProperty(prototype, name, { value: methods[name], writable: true, configurable: true });
}
const derived = {
  is: (component) => component.path,
  renderer: () => 'webview',
  router: (component) => __handset.installed.router(component.path),
  pageRouter: (component) => __handset.installed.router(component.page.path),
  id(component) {
    const at = hostNode(component);
    return at === null ? '' : __handset.nodeId(at.fragment, at.node);
  },
  // Not documented, but there on phones, and libraries read it.
  __data__(component) {
    return component.data;
  },
  dataset(component) {
    const at = hostNode(component);
    return at === null ? {} : __handset.nodeDataset(at.fragment, at.node);
  },
};
for (const name of Object.keys(derived)) {
  Object.defineProperty(prototype, name, {
    configurable: true,
    get() {
      return derived[name](nodeOfThis(this));
    },
    // Programs name fields of their own so (`id` of a page): theirs counts from then on.
    set(value) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}
__handset.instancePrototype = prototype;

const originals = new WeakMap();

/**
 * A page's own field: a copy of a value, or a function that keeps the page as `this` also when it is handed on.
 * Observed: official demo, which registers `this.themeChanged` as a listener.
 */
__handset.ownField = function (component, name, instance) {
  const value = component.definition.fields[name];
  if (typeof value !== 'function') return __handset.clone(value);
  const bound = value.bind(instance);
  Object.defineProperty(bound, 'name', { value: value.name, configurable: true });
  Object.defineProperty(bound, 'lineNumber', { value: value.lineNumber, configurable: true });
  originals.set(bound, value);
  return bound;
};

/** The function of the definition behind a page's field; any other value as it is. */
__handset.originalField = function (value) {
  return typeof value === 'function' && originals.has(value) ? originals.get(value) : value;
};

/** A member that no listing shows. It may be changed: a Proxy must hand out a fixed one as it is. */
function hidden(value) {
  return { value, writable: true, configurable: true };
}

/** Creates the instance of a component; a page also gets `route`, `options` and its own fields. */
__handset.createInstance = function (component) {
  const { definition, page } = component;
  const instance = Object.create(definition.prototype);
  lastSerial += 1;
  Object.defineProperties(instance, {
    [NODE]: hidden(() => component),
    __wxWebviewId__: hidden(page.id),
    __wxExparserNodeId__: hidden(lastSerial.toString(16).padStart(8, '0')),
  });
  if (definition.fields !== null) {
    for (const name of Object.keys(definition.fields)) instance[name] = __handset.ownField(component, name, instance);
  }
  instance.data = component.data;
  if (definition.kind === 'component') instance.properties = component.data;
  if (component.owner === null) {
    instance.route = page.path;
    instance.__route__ = page.path;
    instance.options = Object.assign({}, page.query);
  }
  return instance;
};

/** `this.animate` and `this.clearAnimation`: done by the view, on every node that the selector finds. */
__handset.animate = function (instance, selector, method, args, callback) {
  const component = nodeOfThis(instance);
  __handset.flush();
  const nodes = __handset.select(component, selector, true);
  let waiting = nodes.length;
  for (const { fragment, node } of nodes) {
    const params = { id: fragment.id, node, method, args };
    __handset.callView(component.page.id, 'element', params, () => {
      waiting -= 1;
      if (waiting === 0 && typeof callback === 'function') {
        __handset.run(callback, instance, [], component.path, `${method} callback`, component);
      }
    });
  }
};
