/**
 * What all instances of a page or component share, made of the options that it has registered. Logic process.
 */

import { warn } from '../base/console.js';
import { bareClass } from '../base/records.js';
import { isNewerAt } from '../modules/generation.js';
import { applyDefinitionFilters } from './behaviors.js';
import { instancePrototype } from './instances.js';
import { asDefinition, fillPage } from './page_definitions.js';
import { emptyTraits, mergeBehaviors, mergeTraits } from './traits.js';

/** What all instances of a page or component share. */
export class Definition {
  constructor(path, config, kind) {
    this.path = path;
    this.config = config;
    this.kind = kind;
    this.fields = null;
    this.isOwn = true; // registered by its own script
    this.initial = null; // data of a new instance, prepared by `initialiseData`
    this.traits = null; // what the options and the behaviors come to
    this.isNewer = false; // generation of the framework
    this.isVirtual = false; // the host has no node of its own
    this.externals = new Map(); // external classes: name in camelCase -> name
    this.purePattern = null;
    this.isRelated = false; // declares relations
    this.isObserving = false; // hears of what is set
    this.runsEarly = false; // something of it runs before it has its properties, or as they come
  }

  /** Whether the component uses a behavior, directly or not. */
  hasBehavior(handle) {
    return this.traits.behaviors.has(handle);
  }

  /**
   * Whether a value of the host node goes to the component: `class` and `style` where it has no node of its own. In the
   * newer generation a component may declare a property `style`, and an external class `class`, all the same.
   */
  takesLook(name) {
    const { properties } = this.traits;
    if (name === 'class') return this.isVirtual || (this.isNewer && this.externals.has(name));
    if (name === 'style') return this.isVirtual || this.ownsStyle;
    return properties.has(name);
  }

  /** Whether the style of the host node is a property of the component, and nothing else. */
  get ownsStyle() {
    return this.isNewer && this.traits.properties.has('style');
  }

  /** Whether a data field is pure: kept in `this.data`, unknown to the template. */
  isPure(name) {
    return this.purePattern !== null && this.purePattern.test(name);
  }
}
bareClass(Definition);

function camel(name) {
  return name.replace(/-([a-zA-Z])/g, (_all, letter) => letter.toUpperCase());
}

function readPattern(options, json) {
  const pattern = options.pureDataPattern !== undefined ? options.pureDataPattern : json.pureDataPattern;
  if (pattern instanceof RegExp) return new RegExp(pattern.source, pattern.flags.replace('g', ''));
  if (typeof pattern !== 'string' || pattern === '') return null;
  try {
    return new RegExp(pattern);
  } catch (_bad) {
    warn(`pureDataPattern is not a regular expression: ${pattern}`);
    return null;
  }
}

function isolationOf(options, json, isPage) {
  const named = options.styleIsolation || json.styleIsolation;
  if (named) return String(named);
  if (options.addGlobalClass || json.addGlobalClass) return 'apply-shared';
  return isPage ? 'shared' : 'isolated';
}

export function fillDefinition(definition, options) {
  const json = definition.config.json || {};
  definition.isNewer = isNewerAt(definition.path);
  const traits = emptyTraits(definition.isNewer);
  const isPage = definition.kind === 'page';
  const filtered = isPage ? asDefinition(options) : options;
  const methods = { ...filtered.methods };
  applyDefinitionFilters(filtered);
  mergeBehaviors(traits, filtered);
  if (isPage) fillPage(definition, traits, filtered, { own: options.methods, methods });
  else mergeTraits(traits, filtered);
  traits.isChained = traits.inits.length > 0 || traits.implemented.length > 0;
  definition.traits = traits;
  definition.initial = null;
  definition.isObserving = traits.isChained || traits.observers.length > 0 || [...traits.properties.values()].some(hasObserver);
  definition.runsEarly = definition.isObserving || traits.lifetimes.created.length > 0;
  definition.isRelated = Object.keys(traits.relations).length > 0;
  definition.options = filtered.options || {};
  if (definition.options.dynamicSlots && !definition.isNewer) warnOfDynamicSlots(definition);
  definition.purePattern = readPattern(definition.options, json);
  definition.isolation = isolationOf(definition.options, json, Boolean(definition.config.page));
  definition.isVirtual = Boolean(definition.options.virtualHost || json.virtualHost);
  definition.externals = new Map(traits.externalClasses.map((name) => [camel(name), name]));
  const using = definition.config.using || {};
  definition.copiesData = definition.kind === 'page' && Object.keys(using).length === 0;
  // What is there to be written over takes no accessor that the program has given to all objects.
  const written = definition.kind === 'component' ? { data: undefined, properties: undefined } : { data: undefined };
  definition.prototype = Object.setPrototypeOf({ ...written, ...traits.methods }, instancePrototype);
}

function hasObserver(property) {
  return property.observer !== null;
}

function warnOfDynamicSlots({ path }) {
  warn(`${path}: dynamicSlots does nothing without "componentFramework": "glass-easel"`);
}
