/**
 * The chaining form of `Component()` and `Behavior()` (newer generation): each call adds a layer of options, `register`
 * hands them over to be merged one after the other. What `init` functions say at the making of an instance is in
 * `chained_init.js`. Logic process. Source: framework guide of glass-easel, Chaining API.
 */

import { chainingFilterOf } from './behavior_records.js';

class Builder {
  #finish;
  #layers = [];
  #behaviors = [];
  #options = {};

  constructor(finish) {
    this.#finish = finish;
  }

  #add(layer) {
    this.#layers.push(layer);
    return this;
  }

  property(name, declaration) {
    return this.#add({ properties: { [name]: declaration } });
  }
  data(make) {
    return this.#add({ data: make });
  }
  staticData(data) {
    return this.#add({ data });
  }
  methods(methods) {
    return this.#add({ methods });
  }
  observer(fields, observer) {
    return this.#add({ observers: [{ fields, observer }] });
  }
  lifetime(name, fn) {
    return this.#add({ lifetimes: { [name]: fn } });
  }
  pageLifetime(name, fn) {
    return this.#add({ pageLifetimes: { [name]: fn } });
  }
  relation(name, relation) {
    return this.#add({ relations: { [name]: relation } });
  }
  externalClasses(externalClasses) {
    return this.#add({ externalClasses });
  }
  export(fn) {
    return this.#add({ export: fn });
  }
  implement(trait, implementation) {
    return this.#add({ implements: [{ trait, implementation }] });
  }
  init(init) {
    return this.#add({ init });
  }
  options(options) {
    Object.assign(this.#options, options);
    return this;
  }
  /** A behavior may add calls of its own to the chain. */
  behavior(behavior) {
    this.#behaviors.push(behavior);
    const filter = chainingFilterOf(behavior);
    return filter === null ? this : filter(this);
  }
  chainingFilter(chainingFilter) {
    return this.#add({ chainingFilter });
  }
  definition(definition) {
    if (Array.isArray(definition.behaviors)) this.#behaviors.push(...definition.behaviors);
    return this.options(definition.options || {}).#add(definition);
  }
  /** For the types of TypeScript only. */
  extraThisFieldsType() {
    return this;
  }
  register() {
    const chainingFilter = this.#layers.map((layer) => layer.chainingFilter).find(Boolean);
    return this.#finish({ behaviors: this.#behaviors, options: this.#options, layers: this.#layers, chainingFilter });
  }
}

/** The start of a chain; `finish(options)` gets what it has collected and returns what `register` returns. */
export function startChain(finish) {
  return new Builder(finish);
}
