/**
 * Page() and Component(): registered options become definitions. Logic process.
 * A component's script is evaluated when the first instance is needed; what it registers belongs to that path.
 */
'use strict';

const NEWER = 'glass-easel';
const definitions = new Map();
let registering = null;

/** What all instances of a page or component share. */
class Definition {
  constructor(path, config, kind) {
    this.path = path;
    this.config = config;
    this.kind = kind;
    this.fields = null;
    this.isOwn = true; // registered by its own script
    this.initial = null; // data of a new instance, prepared by `initialiseData`
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
    __handset.warn(`pureDataPattern is not a regular expression: ${pattern}`);
    return null;
  }
}

/**
 * Whether a component, or the template of that path, follows the newer of the two generations of the framework: app.json
 * or its own JSON file names `glass-easel` as `componentFramework`.
 */
__handset.isNewer = function (path) {
  const { app, components } = __handset.program;
  const config = components[path];
  const own = config === undefined || !config.json ? undefined : config.json.componentFramework;
  return (own === undefined ? app.componentFramework : own) === NEWER;
};

function isolationOf(options, json, isPage) {
  const named = options.styleIsolation || json.styleIsolation;
  if (named) return String(named);
  if (options.addGlobalClass || json.addGlobalClass) return 'apply-shared';
  return isPage ? 'shared' : 'isolated';
}

function fill(definition, options) {
  const json = definition.config.json || {};
  definition.isNewer = __handset.isNewer(definition.path);
  const traits = __handset.emptyTraits(definition.isNewer);
  const isPage = definition.kind === 'page';
  const filtered = isPage ? __handset.asDefinition(options) : options;
  const methods = Object.assign({}, filtered.methods);
  __handset.applyDefinitionFilters(filtered);
  __handset.mergeBehaviors(traits, filtered);
  if (isPage) __handset.fillPage(definition, traits, filtered, { own: options.methods, methods });
  else __handset.mergeTraits(traits, filtered);
  traits.isChained = traits.inits.length > 0 || traits.implemented.length > 0;
  definition.traits = traits;
  definition.initial = null;
  definition.isObserving = traits.isChained || traits.observers.length > 0 || [...traits.properties.values()].some(hasObserver);
  definition.options = filtered.options || {};
  if (definition.options.dynamicSlots && !definition.isNewer) warnOfDynamicSlots(definition);
  definition.purePattern = readPattern(definition.options, json);
  definition.isolation = isolationOf(definition.options, json, Boolean(definition.config.page));
  definition.isVirtual = Boolean(definition.options.virtualHost || json.virtualHost);
  definition.externals = new Map(traits.externalClasses.map((name) => [camel(name), name]));
  const using = definition.config.using || {};
  definition.copiesData = definition.kind === 'page' && Object.keys(using).length === 0;
  definition.prototype = Object.assign(Object.create(__handset.instancePrototype), traits.methods);
}

function hasObserver(property) {
  return property.observer !== null;
}

function warnOfDynamicSlots({ path }) {
  __handset.warn(`${path}: dynamicSlots does nothing without "componentFramework": "glass-easel"`);
}

function register(options, kind) {
  if (registering === null) {
    __handset.complain(`${kind === 'page' ? 'Page' : 'Component'}() was called outside the script of a page or component`);
    return;
  }
  if (typeof options !== 'object' || options === null) {
    const chain = options === undefined && kind === 'component' ? '; a chain needs "componentFramework": "glass-easel"' : '';
    __handset.complain(`${registering.path}: ${kind === 'page' ? 'Page' : 'Component'}() expects an object${chain}`);
    return;
  }
  registering.options = options;
  registering.kind = kind;
  registering.isOwn = __handset.callerFile() === registering.script;
}

globalThis.Page = function Page(options) {
  register(options, 'page');
};

/** `Component(options)`; without options it begins a chain. */
globalThis.Component = function Component(options) {
  if (options === undefined && registering !== null && __handset.isNewer(registering.path)) {
    const { path } = registering;
    return __handset.startChain((chained) => {
      register(chained, 'component');
      return Object.freeze({ is: path });
    });
  }
  register(options, 'component');
  return undefined;
};

/** A script threw while it was evaluated. */
class ScriptFailure {
  constructor(problem, stack) {
    this.problem = problem;
    this.stack = stack;
  }
}

__handset.ScriptFailure = ScriptFailure;

/**
 * Evaluates the script of a component and returns what it registered: `{options, kind}`; empty if it fails.
 * `isOwn`: the script itself called Page() or Component(), and not a function of another file.
 */
function evaluateScript(path, config) {
  const outer = registering;
  const kind = config.page ? 'page' : 'component';
  const record = { path, script: config.script, options: null, kind, isOwn: false, failure: null };
  registering = record;
  __handset.beginRoute(path);
  try {
    if (config.script) {
      __handset.host.running(`${config.script} (module)`, `${config.script}:1`);
      __handset.loadScript(config.script);
      if (record.options === null) {
        __handset.warn(`${config.script} calls neither Page() nor Component()`);
      }
    }
  } catch (error) {
    record.failure = new ScriptFailure(__handset.cut(__handset.errorText(error)), __handset.framesOf(error));
    __handset.reportUncaught(error, `${config.script} (module)`, null);
  } finally {
    registering = outer;
  }
  record.isEmpty = record.options === null;
  if (record.isEmpty) record.options = {};
  return record;
}

/** The definition of a page or component, made at first use; null if the program has no such component. */
__handset.definition = function (path) {
  const known = definitions.get(path);
  if (known !== undefined) return known;
  const config = __handset.program.components[path];
  if (config === undefined) return null;
  const record = evaluateScript(path, config);
  const definition = new Definition(path, config, record.kind);
  definition.isOwn = record.isOwn || record.isEmpty;
  fill(definition, record.options);
  definitions.set(path, definition);
  return definition;
};

/** What live instances were built by: with another one of these they cannot go on. */
function structureOf(definition) {
  const { kind, options, traits, isolation, isVirtual, purePattern } = definition;
  const typeNames = (types) => types.map((type) => (type === null ? '' : type.name));
  const properties = [...traits.properties].map(([name, one]) => [name, ...typeNames([one.type, ...one.optional])]);
  const relations = Object.keys(traits.relations).map((path) => [path, traits.relations[path].type]);
  const slots = [options.multipleSlots, options.dynamicSlots].map(Boolean);
  const { externalClasses } = traits;
  const pattern = String(purePattern);
  return JSON.stringify([kind, slots, isolation, isVirtual, pattern, properties, relations, externalClasses]);
}

/**
 * Evaluates the script of a component again and puts what it registers into the same definition object.
 * Live instances keep their data; their methods are the new ones. Returns `{fields, data, obstacle}`: the former ones
 * (`fields` of a page, null for a component) and why instances cannot go on (empty if they can); or a `ScriptFailure`,
 * and everything stays as it was.
 */
__handset.redefine = function (path) {
  const definition = definitions.get(path);
  const config = __handset.program.components[path];
  const former = { fields: definition.fields, data: definition.traits.data, obstacle: '' };
  const structure = structureOf(definition);
  const wasChained = definition.traits.isChained;
  const formerPrototype = definition.prototype;
  const record = evaluateScript(path, config);
  if (record.failure !== null) return record.failure;
  definition.config = config;
  definition.kind = record.kind;
  fill(definition, record.options);
  for (const key of Object.keys(formerPrototype)) delete formerPrototype[key];
  Object.assign(formerPrototype, definition.prototype);
  definition.prototype = formerPrototype;
  __handset.forgetListeners();
  if (record.isEmpty) former.obstacle = 'registers-nothing';
  else if (!record.isOwn || !definition.isOwn) former.obstacle = 'registered-elsewhere';
  else if (structureOf(definition) !== structure || wasChained || definition.traits.isChained) former.obstacle = 'other-structure';
  return former;
};

/** Whether a component's script has been evaluated. */
__handset.isDefined = function (path) {
  return definitions.has(path);
};
