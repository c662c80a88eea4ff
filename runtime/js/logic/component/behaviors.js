/**
 * Behaviors: what several components share, and how it is merged. Logic process.
 * Order: referenced behaviors, earlier ones, later ones, the component itself; a later one wins for properties,
 * methods and data, while lifetimes and observers all run. A behavior reached twice counts once.
 */
'use strict';

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error'];
const PAGE_LIFETIMES = ['show', 'hide', 'resize', 'routeDone'];
const FORM_FIELD = 'wx://form-field';
const records = new WeakMap();
const transforms = new WeakMap();

/** The program's `Behavior(options)`: a handle to be named in `behaviors`. Without options it begins a chain. */
globalThis.Behavior = function Behavior(options) {
  if (options === undefined && __handset.isNewer('')) return __handset.startChain(define);
  return define(options || {});
};

function define(options) {
  applyFilters(options);
  const handle = Object.freeze({ is: 'behavior' });
  records.set(handle, { options });
  return handle;
}

/** `Behavior.trait(transform)`: what components may implement, each in its own way. */
globalThis.Behavior.trait = function trait(transform) {
  const handle = Object.freeze({ is: 'trait' });
  transforms.set(handle, typeof transform === 'function' ? transform : (implementation) => implementation);
  return handle;
};

/** What `traitBehavior(trait)` of a component gives that implements it so. */
__handset.implementationOf = function (trait, implementation) {
  return transforms.has(trait) ? transforms.get(trait)(implementation) : implementation;
};

/** The function by which a behavior adds calls to a chain; null if it has none. */
__handset.chainingFilterOf = function (handle) {
  const record = records.get(handle);
  return record === undefined || typeof record.options.chainingFilter !== 'function' ? null : record.options.chainingFilter;
};

/** Calls the `definitionFilter` of every behavior that `options` uses directly. */
function applyFilters(options) {
  for (const handle of listOf(options)) {
    const record = records.get(handle);
    if (record === undefined || typeof record.options.definitionFilter !== 'function') continue;
    const inner = listOf(record.options)
      .map((used) => records.get(used))
      .filter((used) => used !== undefined && typeof used.options.definitionFilter === 'function')
      .map((used) => used.options.definitionFilter);
    __handset.run(record.options.definitionFilter, undefined, [options, inner], 'Behavior', 'definitionFilter', null);
  }
}
__handset.applyDefinitionFilters = applyFilters;

function listOf(options) {
  return Array.isArray(options.behaviors) ? options.behaviors : [];
}

/** An empty merge result. */
__handset.emptyTraits = function (isNewer) {
  const traits = {
    isNewer,
    properties: new Map(),
    data: {},
    makers: [], // functions that give data, called for each instance
    inits: [],
    implemented: [],
    methods: {},
    lifetimes: {},
    pageLifetimes: {},
    observers: [],
    relations: {},
    externalClasses: [],
    exported: null,
    behaviors: new Set(),
  };
  for (const name of LIFETIMES) traits.lifetimes[name] = [];
  for (const name of PAGE_LIFETIMES) traits.pageLifetimes[name] = [];
  return traits;
};

/** Merges the behaviors that `options` names into `traits`. */
__handset.mergeBehaviors = function mergeBehaviors(traits, options) {
  for (const handle of listOf(options)) {
    if (traits.behaviors.has(handle)) continue;
    traits.behaviors.add(handle);
    if (typeof handle === 'string') mergeBuiltin(traits, handle);
    else if (records.has(handle)) {
      const inner = records.get(handle).options;
      mergeBehaviors(traits, inner);
      __handset.mergeTraits(traits, inner);
    } else __handset.warn('behaviors: one entry was not made by Behavior()');
  }
};

function mergeBuiltin(traits, name) {
  if (name !== FORM_FIELD) return;
  traits.properties.set('name', __handset.readProperty(String, traits.isNewer));
  traits.properties.set('value', __handset.readProperty(null, traits.isNewer));
}

/** Merges one definition (a behavior's or the component's own) into `traits`. */
__handset.mergeTraits = function (traits, options) {
  for (const name of Object.keys(options.properties || {})) {
    traits.properties.set(name, __handset.readProperty(options.properties[name], traits.isNewer));
  }
  if (typeof options.data === 'function') {
    if (traits.isNewer) traits.makers.push(options.data);
  } else mergeData(traits.data, options.data);
  Object.assign(traits.methods, options.methods);
  const lifetimes = options.lifetimes || {};
  for (const name of LIFETIMES) {
    const fn = typeof lifetimes[name] === 'function' ? lifetimes[name] : options[name];
    if (typeof fn === 'function') traits.lifetimes[name].push(fn);
  }
  const pageLifetimes = options.pageLifetimes || {};
  for (const name of PAGE_LIFETIMES) {
    if (typeof pageLifetimes[name] === 'function') traits.pageLifetimes[name].push(pageLifetimes[name]);
  }
  mergeObservers(traits, options.observers);
  Object.assign(traits.relations, options.relations);
  if (Array.isArray(options.externalClasses)) traits.externalClasses.push(...options.externalClasses);
  if (typeof options.export === 'function') traits.exported = options.export;
  if (typeof options.init === 'function') traits.inits.push(options.init);
  if (options.implements) traits.implemented.push(...options.implements);
  for (const layer of options.layers || []) __handset.mergeTraits(traits, layer);
};

/** Observers by key, or in the newer generation as a list of `{fields, observer}`. */
function mergeObservers(traits, observers) {
  const entries = Array.isArray(observers)
    ? observers.map(({ fields, observer }) => [Array.isArray(fields) ? fields.join(',') : String(fields), observer])
    : Object.entries(observers || {});
  for (const [key, fn] of entries) {
    const observer = __handset.readObserver(key, fn);
    if (observer !== null) traits.observers.push(observer);
  }
}

/** `{key, paths, fn}`; null if it can never be called. */
__handset.readObserver = function (key, fn) {
  if (typeof fn !== 'function' && typeof fn !== 'string') return null;
  const paths = __handset.parseObserverKey(key);
  if (paths !== null) return { key, paths, fn };
  __handset.warn(`observers: "${key}" is not a list of paths (names of letters, digits and _): it is never called`);
  return null;
};

function isPlain(value) {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function mergeData(target, source) {
  if (typeof source !== 'object' || source === null) return;
  for (const key of Object.keys(source)) {
    if (isPlain(target[key]) && isPlain(source[key])) {
      target[key] = Object.assign({}, target[key]);
      mergeData(target[key], source[key]);
    } else target[key] = source[key];
  }
}
