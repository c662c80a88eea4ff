/**
 * The data of one component and its update algorithm. Logic process.
 *
 * One batch: write all values; run the observers they touch until nothing new is touched; update the template (which
 * sets properties of children); then, per changed property, tell the two-way binding and call the property's own
 * observer. A setData inside an observer joins the batch.
 */

import { complain, warn } from '../base/console.js';
import { CyclicDataError, clone, copiedSize, resetCopiedSize, viewCopy } from '../base/copy.js';
import { run } from '../base/failures.js';
import { isTouched, parsePath, readPath, writePath, writeViewPath } from '../base/paths.js';
import { dataIsSet } from '../debugging/triggers.js';
import { EMPTY } from '../tree/fragments.js';
import { updateFragment } from '../tree/update.js';
import { coerceProperty, firstValue } from './coerce.js';
import { giftAt } from './gifts.js';
import { modelPath } from './model_paths.js';
import { watchedCall } from './watched_calls.js';

const ROUNDS = 100;
const LIMIT = 1024 * 1024;

/** Gives a new component its own data: a clone for the program, a copy for the templates. */
export function initialiseData(component) {
  const { definition } = component;
  if (definition.initial === null) definition.initial = initialFields(definition);
  const { plain, shown, copied } = definition.initial;
  const data = { ...plain };
  const view = { ...shown };
  component.data = data;
  component.view = view;
  for (let i = 0; i < copied.length; i++) {
    const { name, value, property, isPure } = copied[i];
    data[name] = property === undefined ? clone(value) : firstValue(property);
    if (!isPure) view[name] = viewCopy(data[name], undefined);
  }
  for (const make of definition.traits.makers) takeMade(component, run(make, null, [], 'data', component));
}

/** The same with what the template gives to it; for components that nothing runs of until then. */
export function initialiseWith(component, gifts, values) {
  initialiseData(component);
  const { definition, data, view } = component;
  const { names, properties } = gifts;
  for (let i = 0; i < names.length; i++) {
    if (properties[i] === undefined) continue;
    const taken = coerce(component, names[i], properties[i], giftAt(gifts, i, values));
    data[names[i]] = typeof taken === 'object' ? clone(taken) : taken;
    if (!definition.isPure(names[i])) view[names[i]] = taken;
  }
}

/** Data that a function of the definition has made for this instance. */
function takeMade(component, made) {
  for (const name of Object.keys(made || {})) {
    component.data[name] = made[name];
    if (!component.definition.isPure(name)) component.view[name] = viewCopy(made[name], undefined);
  }
}

/**
 * What every instance starts with: `plain` for the program, `shown` for the templates, in their order; what is in
 * `copied` (objects, values that a function makes) is each instance's own.
 */
function initialFields(definition) {
  const plain = { ...definition.traits.data };
  const { properties } = definition.traits;
  for (const [name, property] of properties) plain[name] = property.value;
  const shown = {};
  const copied = [];
  for (const name of Object.keys(plain)) {
    const value = plain[name];
    const property = properties.get(name);
    const isPure = definition.isPure(name);
    if (!isPure) shown[name] = value;
    const isPlain = (typeof value !== 'object' || value === null) && (property === undefined || property.make === null);
    if (!isPlain) copied.push({ name, value, property, isPure });
  }
  return { plain, shown, copied };
}

/** `setData` of the program. */
export function setData(component, values, callback) {
  if (typeof values !== 'object' || values === null) {
    complain(`${component.path}: setData expects an object, got ${values === null ? 'null' : typeof values}`);
    return;
  }
  dataIsSet(Object.keys(values));
  const largest = { key: '', size: 0 };
  const fresh = new Set();
  const call = watchedCall(component);
  let total = 0;
  for (const key of Object.keys(values)) {
    resetCopiedSize();
    if (call !== null) call.begins(key);
    writeOwn(component, key, values[key], fresh);
    const size = copiedSize();
    if (call !== null) call.ends(key, size);
    total += size;
    if (size > largest.size) {
      largest.key = key;
      largest.size = size;
    }
  }
  if (total > LIMIT) {
    const sizes = `${Math.round(total / 1024)} kB, of which "${largest.key}" is ${Math.round(largest.size / 1024)} kB`;
    warn(`${component.path}: setData of ${sizes}; a phone accepts at most 1024 kB in one call`);
  }
  if (typeof callback === 'function' && component.page !== null) {
    component.page.callbacks.push({ component, callback });
  }
  settle(component);
  if (call !== null) call.tell(total);
}

function writeOwn(component, key, value, fresh) {
  const segments = parsePath(key);
  if (segments === null) {
    complain(`${component.path}: setData: "${key}" is not a path; it is skipped`);
    return;
  }
  if (value === undefined) warn(`${component.path}: setData: "${key}" is undefined; a phone ignores it`);
  try {
    write(component, segments, value, fresh);
  } catch (error) {
    if (!(error instanceof CyclicDataError)) throw error;
    complain(`${component.path}: setData: "${key}": ${error.message}; it is skipped`);
  }
}

function write(component, segments, value, fresh) {
  const { definition, data, view } = component;
  const name = segments[0];
  const property = definition.traits.properties.get(name);
  const isWhole = segments.length === 1;
  if (isWhole && property !== undefined) value = coerce(component, name, property, value);
  const former = data[name];
  if (!definition.isPure(name)) {
    markPath(component, segments);
    const copy = viewCopy(value, readPath(view, segments));
    if (isWhole) view[name] = copy;
    else writeViewPath(view, segments, copy, fresh);
  }
  const own = definition.copiesData ? clone(value, isWhole ? former : undefined) : value;
  if (isWhole) data[name] = own;
  else writePath(data, segments, own);
  touch(component, segments);
  if (property !== undefined) noteProperty(component, segments, property, own, former);
}

function coerce(component, name, property, value) {
  if (typeof value === property.usual && (typeof value !== 'number' || value - value === 0)) return value;
  return coerceProperty(property, value, (text) => {
    warn(`${component.path}: property "${name}": ${text}`);
  });
}

/** Adds a path to the tree of what was set (`hits`). Called before it is written: a list that grows has a new length. */
function markPath(component, segments) {
  if (component.changed === null) component.changed = Object.create(null);
  let at = component.changed;
  let value = component.view;
  const last = segments.length - 1;
  for (let i = 0; i < last; i++) {
    const name = segments[i];
    if (at[name] === true) return;
    if (at[name] === undefined) at[name] = Object.create(null);
    at = at[name];
    value = value === null || value === undefined ? undefined : value[name];
    if (Array.isArray(value) && segments[i + 1] >= value.length) at.length = true;
  }
  at[segments[last]] = true;
}

function noteProperty(component, segments, property, value, former) {
  if (property.observer === null && !component.isModelled) return;
  if (component.definition.isPure(segments[0])) return;
  notePropertyChange(component, { segments, property, value, former, isOwn: true });
}

function notePropertyChange(component, change) {
  if (component.propertyChanges === EMPTY) component.propertyChanges = [change];
  else component.propertyChanges.push(change);
}

/** Sets properties from the parent's template. `given`: names and view values in turn. */
export function setProperties(component, given) {
  const { definition, data, view } = component;
  const { properties } = definition.traits;
  const isObserved = component.observers.length > 0;
  const hasPure = definition.purePattern !== null;
  let hasAny = false;
  for (let i = 0; i < given.length; i += 2) {
    const name = given[i];
    const value = given[i + 1];
    const property = properties.get(name);
    if (property === undefined) continue;
    hasAny = true;
    const taken = coerce(component, name, property, value);
    const former = data[name];
    const own = typeof taken === 'object' ? clone(taken) : taken;
    data[name] = own;
    if (isObserved) touch(component, [name]);
    if (hasPure && definition.isPure(name)) continue;
    view[name] = taken;
    if (component.changed === null) component.changed = Object.create(null);
    component.changed[name] = true;
    if (property.observer === null) continue;
    notePropertyChange(component, { segments: [name], property, value: own, former, isOwn: false });
  }
  if (hasAny) settle(component);
}

/**
 * Carries a batch through observers, template and property observers. A batch within it (an event of a child, a
 * property observer) is carried through first, and tells of its own properties alone.
 */
function settle(component) {
  if (component.isObserving) return;
  runObservers(component);
  const changes = component.propertyChanges;
  component.propertyChanges = EMPTY;
  render(component);
  if (changes.length > 0) runPropertyObservers(component, changes);
}

/** Brings the template up to date, with what is set on the way. A body that is being made comes to it at its end. */
export function render(component) {
  if (component.isRendering || component.body === null || component.isDetached) return;
  component.isRendering = true;
  try {
    for (let round = 0; component.changed !== null; round++) {
      if (round === ROUNDS) {
        const names = Object.keys(component.changed).join(', ');
        complain(`${component.path}: what is told to its components sets its data again (${names}); stopped`);
        break;
      }
      const { changed } = component;
      component.changed = null;
      updateFragment(component.body, changed, false);
    }
  } finally {
    component.isRendering = false;
  }
}

/** Remembers which observers have to be called. */
function touch(component, segments) {
  const { observers } = component;
  if (observers.length === 0) return;
  if (component.awaited === null) component.awaited = new Set();
  observers.forEach((observer, i) => {
    if (observer.paths.some((path) => isTouched(path, segments))) component.awaited.add(i);
  });
}

/** Calls the observers in their order, each once for all that was set; what they set calls those again that it touches. */
function runObservers(component) {
  const { awaited } = component;
  if (awaited === null || awaited.size === 0) return;
  const { observers } = component;
  component.isObserving = true;
  try {
    for (let round = 0; awaited.size > 0; round++) {
      if (round === ROUNDS) {
        const names = [...awaited].map((i) => `"${observers[i].key}"`).join(', ');
        complain(`${component.path}: the observers ${names} keep setting what they observe; stopped`);
        awaited.clear();
      }
      observers.forEach((observer, i) => {
        if (awaited.delete(i)) callObserver(component, observer);
      });
    }
  } finally {
    component.isObserving = false;
  }
}

function callObserver(component, observer) {
  const fn = typeof observer.fn === 'string' ? component.instance[observer.fn] : observer.fn;
  if (typeof fn !== 'function') return;
  const args = observer.paths.map((path) => readPath(component.data, path.segments));
  run(fn, component.instance, args, `observer "${observer.key}"`, component);
}

/** A component has set its own property: what the parent bound with `model:` takes the value. */
function tellModel(component, name, value) {
  if (component.fragment === null) return;
  const path = modelPath(component.fragment, component.nodeIndex, name);
  if (path !== null) setData(component.owner, { [path]: clone(value) });
}

function runPropertyObservers(component, changes) {
  if (component.nesting === ROUNDS) {
    const name = changes[0].segments[0];
    complain(`${component.path}: the observer of property "${name}" keeps setting it; stopped`);
    return;
  }
  component.nesting += 1;
  tellPropertyChanges(component, changes);
  component.nesting -= 1;
}

function tellPropertyChanges(component, changes) {
  for (const { segments, property, value, former, isOwn } of changes) {
    const isWhole = segments.length === 1;
    if (isWhole && value === former) continue;
    if (isWhole && isOwn) tellModel(component, segments[0], value);
    if (property.observer === null) continue;
    const fn = typeof property.observer === 'string' ? component.instance[property.observer] : property.observer;
    if (typeof fn !== 'function') continue;
    const args = [value, isWhole ? former : undefined];
    if (!component.definition.isNewer) args.push(segments.slice());
    run(fn, component.instance, args, `property observer "${segments[0]}"`, component);
  }
}
