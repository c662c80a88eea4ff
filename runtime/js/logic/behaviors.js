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

/** The program's `Behavior(options)`: a handle to be named in `behaviors`. */
globalThis.Behavior = function Behavior(options) {
  const record = { options: options || {} };
  applyFilters(record.options);
  const handle = Object.freeze({ is: 'behavior' });
  records.set(handle, record);
  return handle;
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
  mergeData(traits.data, options.data);
  for (const name of Object.keys(options.methods || {})) {
    const method = options.methods[name];
    traits.methods[name] = typeof method === 'function' ? __handset.watchedMethod(method) : method;
  }
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
};

function mergeObservers(traits, observers) {
  for (const key of Object.keys(observers || {})) {
    const fn = observers[key];
    if (typeof fn !== 'function' && typeof fn !== 'string') continue;
    const paths = __handset.parseObserverKey(key);
    if (paths !== null) traits.observers.push({ key, paths, fn });
    else __handset.warn(`observers: "${key}" is not a list of paths (names of letters, digits and _): it is never called`);
  }
}

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
