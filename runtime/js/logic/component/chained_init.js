/**
 * `init` functions of the chaining form: what they say belongs to one instance. Logic process; called while an instance
 * is made, before `created`. Source: framework guide of glass-easel, the init function of the Chaining API.
 */

import { run } from '../base/failures.js';
import { implementationOf } from './behavior_records.js';
import { relationNodes } from './relations.js';
import { readObserver } from './traits.js';

const methods = new WeakSet();

/** What an instance has beside its definition. */
function extraOf(component) {
  if (component.extra === null) {
    component.extra = { lifetimes: {}, pageLifetimes: {}, observers: [], relations: {}, implementations: new Map() };
  }
  return component.extra;
}

function push(table, name, fn) {
  if (table[name] === undefined) table[name] = [];
  table[name].push(fn);
}

function method(fn) {
  methods.add(fn);
  return fn;
}

function contextFor(component) {
  const { instance } = component;
  return {
    self: instance,
    data: component.data,
    setData: (values, callback) => instance.setData(values, callback),
    lifetime: (name, fn) => push(extraOf(component).lifetimes, name, fn),
    pageLifetime: (name, fn) => push(extraOf(component).pageLifetimes, name, fn),
    observer(fields, fn) {
      const found = readObserver(Array.isArray(fields) ? fields.join(',') : fields, fn);
      if (found !== null) extraOf(component).observers.push(found);
    },
    method,
    listener: method,
    implement: (trait, implementation) => implement(component, trait, implementation),
    relation: (relation) => relate(component, relation),
  };
}

function implement(component, trait, implementation) {
  extraOf(component).implementations.set(trait, implementationOf(trait, implementation));
}

function relate(component, relation) {
  const { relations } = extraOf(component);
  const key = `#${Object.keys(relations).length}`;
  relations[key] = relation;
  const list = () => relationNodes(component, key);
  return { list, listAsTrait: () => list().map((other) => other.traitBehavior(relation.target)) };
}

/** Runs what the chain of a component says for each instance. */
export function runInits(component) {
  const { traits } = component.definition;
  for (const { trait, implementation } of traits.implemented) implement(component, trait, implementation);
  for (const init of traits.inits) {
    const { instance, path } = component;
    const exported = run(init, instance, [contextFor(component)], 'init', component);
    for (const name of Object.keys(exported || {})) if (methods.has(exported[name])) instance[name] = exported[name];
  }
}
