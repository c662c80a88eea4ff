/**
 * What a definition and its behaviors come to when they are merged. Logic process.
 * Order: referenced behaviors, earlier ones, later ones, the component itself; a later one wins for properties,
 * methods and data, while lifetimes and observers all run. A behavior reached twice is merged again; its lifetimes run
 * once, its observers in the newer generation twice.
 */

import { warn } from '../base/console.js';
import { parseObserverKey } from '../base/paths.js';
import { bare } from '../base/records.js';
import { behaviorRecords, behaviorsOf } from './behavior_records.js';
import { readProperty } from './coerce.js';

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error'];
const PAGE_LIFETIMES = ['show', 'hide', 'resize', 'routeDone'];
const FORM_FIELD = 'wx://form-field';

/** An empty merge result. */
export function emptyTraits(isNewer) {
  const traits = {
    isNewer,
    properties: new Map(),
    data: {},
    makers: [], // functions that give data, called for each instance
    inits: [],
    implemented: [],
    isChained: false,
    methods: {},
    lifetimes: bare({}),
    pageLifetimes: bare({}),
    observers: [],
    relations: {},
    externalClasses: [],
    exported: null,
    behaviors: new Set(),
  };
  for (const name of LIFETIMES) traits.lifetimes[name] = [];
  for (const name of PAGE_LIFETIMES) traits.pageLifetimes[name] = [];
  return traits;
}

/** Merges the behaviors that `options` names into `traits`. */
export function mergeBehaviors(traits, options) {
  for (const handle of behaviorsOf(options)) {
    const isAgain = traits.behaviors.has(handle);
    traits.behaviors.add(handle);
    if (typeof handle === 'string') mergeBuiltin(traits, handle);
    else if (behaviorRecords.has(handle)) {
      const inner = behaviorRecords.get(handle).options;
      mergeBehaviors(traits, inner);
      mergeTraits(traits, inner, isAgain);
    } else warn('behaviors: one entry was not made by Behavior()');
  }
}

function mergeBuiltin(traits, name) {
  if (name !== FORM_FIELD) return;
  traits.properties.set('name', readProperty(String, traits.isNewer));
  traits.properties.set('value', readProperty(null, traits.isNewer));
}

/** Merges one definition (a behavior's or the component's own) into `traits`. */
export function mergeTraits(traits, options, isAgain = false) {
  for (const name of Object.keys(options.properties || {})) {
    traits.properties.set(name, readProperty(options.properties[name], traits.isNewer));
  }
  if (typeof options.data === 'function') {
    if (traits.isNewer) traits.makers.push(options.data);
  } else mergeData(traits.data, options.data);
  Object.assign(traits.methods, options.methods);
  if (traits.isNewer || !isAgain) mergeObservers(traits, options.observers);
  Object.assign(traits.relations, options.relations);
  if (typeof options.export === 'function') traits.exported = options.export;
  if (!isAgain) mergeOnce(traits, options);
  for (const layer of options.layers || []) mergeTraits(traits, layer, isAgain);
}

function mergeOnce(traits, options) {
  mergeLifetimes(traits, options);
  if (Array.isArray(options.externalClasses)) traits.externalClasses.push(...options.externalClasses);
  if (typeof options.init === 'function') traits.inits.push(options.init);
  if (options.implements) traits.implemented.push(...options.implements);
}

function mergeLifetimes(traits, options) {
  const lifetimes = options.lifetimes || {};
  for (const name of LIFETIMES) {
    const fn = typeof lifetimes[name] === 'function' ? lifetimes[name] : options[name];
    if (typeof fn === 'function') traits.lifetimes[name].push(fn);
  }
  const pageLifetimes = options.pageLifetimes || {};
  for (const name of PAGE_LIFETIMES) {
    if (typeof pageLifetimes[name] === 'function') traits.pageLifetimes[name].push(pageLifetimes[name]);
  }
}

/** Observers by key, or in the newer generation as a list of `{fields, observer}`. */
function mergeObservers(traits, observers) {
  const entries = Array.isArray(observers)
    ? observers.map(({ fields, observer }) => [Array.isArray(fields) ? fields.join(',') : String(fields), observer])
    : Object.entries(observers || {});
  for (const [key, fn] of entries) {
    const observer = readObserver(key, fn);
    if (observer !== null) traits.observers.push(observer);
  }
}

/** `{key, paths, fn}`; null if it can never be called. */
export function readObserver(key, fn) {
  if (typeof fn !== 'function' && typeof fn !== 'string') return null;
  const paths = parseObserverKey(key);
  if (paths !== null) return { key, paths, fn };
  warn(`observers: "${key}" is not a list of paths (names of letters, digits and _): it is never called`);
  return null;
}

function isPlain(value) {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function mergeData(target, source) {
  if (typeof source !== 'object' || source === null) return;
  for (const key of Object.keys(source)) {
    if (isPlain(target[key]) && isPlain(source[key])) {
      target[key] = { ...target[key] };
      mergeData(target[key], source[key]);
    } else target[key] = source[key];
  }
}
