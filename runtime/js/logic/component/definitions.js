/**
 * Page() and Component(): registered options become definitions. Logic process.
 * A component's script is evaluated when the first instance is needed; what it registers belongs to that path.
 */

import { complain, warn } from '../base/console.js';
import { reportUncaught } from '../base/failures.js';
import { host } from '../base/host.js';
import { launched } from '../base/launched.js';
import { cut } from '../base/limits.js';
import { bareClass } from '../base/records.js';
import { callerFile, framesOf } from '../base/stacks.js';
import { errorText } from '../base/texts.js';
import { isNewerAt } from '../modules/generation.js';
import { beginRoute } from '../modules/internal_names.js';
import { loadScript } from '../modules/require.js';
import { forgetListeners } from '../tree/listening.js';
import { startChain } from './chaining.js';
import { Definition, fillDefinition } from './definition.js';

const definitions = new Map();
let registering = null;

function register(options, kind) {
  if (registering === null) {
    complain(`${kind === 'page' ? 'Page' : 'Component'}() was called outside the script of a page or component`);
    return;
  }
  if (typeof options !== 'object' || options === null) {
    const chain = options === undefined && kind === 'component' ? '; a chain needs "componentFramework": "glass-easel"' : '';
    complain(`${registering.path}: ${kind === 'page' ? 'Page' : 'Component'}() expects an object${chain}`);
    return;
  }
  registering.options = options;
  registering.kind = kind;
  registering.isOwn = callerFile() === registering.script;
}

globalThis.Page = function Page(options) {
  register(options, 'page');
};

/** `Component(options)`; without options it begins a chain. */
globalThis.Component = function Component(options) {
  if (options === undefined && registering !== null && isNewerAt(registering.path)) {
    const { path } = registering;
    return startChain((chained) => {
      register(chained, 'component');
      return Object.freeze({ is: path });
    });
  }
  register(options, 'component');
  return undefined;
};

/** A script threw while it was evaluated. */
export class ScriptFailure {
  constructor(problem, stack) {
    this.problem = problem;
    this.stack = stack;
  }
}
bareClass(ScriptFailure);

/**
 * Evaluates the script of a component and returns what it registered: `{options, kind}`; empty if it fails.
 * `isOwn`: the script itself called Page() or Component(), and not a function of another file.
 */
function evaluateScript(path, config) {
  const outer = registering;
  const kind = config.page ? 'page' : 'component';
  const record = /** @type {any} */ ({
    path, script: config.script, options: null, kind, isOwn: false, isEmpty: false, failure: null,
  });
  registering = record;
  beginRoute(path);
  try {
    if (config.script) {
      host.running(`${config.script} (module)`, `${config.script}:1`);
      loadScript(config.script);
      if (record.options === null) {
        warn(`${config.script} calls neither Page() nor Component()`);
      }
    }
  } catch (error) {
    record.failure = new ScriptFailure(cut(errorText(error)), framesOf(error));
    reportUncaught(error, `${config.script} (module)`, null);
  } finally {
    registering = outer;
  }
  record.isEmpty = record.options === null;
  if (record.isEmpty) record.options = {};
  return record;
}

/** The definition of a page or component, made at first use; null if the program has no such component. */
export function definitionAt(path) {
  const known = definitions.get(path);
  if (known !== undefined) return known;
  const config = launched.program.components[path];
  if (config === undefined) return null;
  const record = evaluateScript(path, config);
  const definition = new Definition(path, config, record.kind);
  definition.isOwn = record.isOwn || record.isEmpty;
  fillDefinition(definition, record.options);
  definitions.set(path, definition);
  return definition;
}

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
export function redefine(path) {
  const definition = definitions.get(path);
  const config = launched.program.components[path];
  const former = { fields: definition.fields, data: definition.traits.data, obstacle: '' };
  const structure = structureOf(definition);
  const wasChained = definition.traits.isChained;
  const formerPrototype = definition.prototype;
  const record = evaluateScript(path, config);
  if (record.failure !== null) return record.failure;
  definition.config = config;
  definition.kind = record.kind;
  fillDefinition(definition, record.options);
  for (const key of Object.keys(formerPrototype)) delete formerPrototype[key];
  Object.assign(formerPrototype, definition.prototype);
  definition.prototype = formerPrototype;
  forgetListeners();
  if (record.isEmpty) former.obstacle = 'registers-nothing';
  else if (!record.isOwn || !definition.isOwn) former.obstacle = 'registered-elsewhere';
  else if (structureOf(definition) !== structure || wasChained || definition.traits.isChained) former.obstacle = 'other-structure';
  return former;
}

/** Whether a component's script has been evaluated. */
export function isDefined(path) {
  return definitions.has(path);
}
