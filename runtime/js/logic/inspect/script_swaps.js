/**
 * Scripts of the running program are evaluated anew and pages and components take their new methods. Logic process.
 * The host has judged their texts; here is seen what only shows in the running program: who registers, what the
 * definitions are made like, and which former code is still held. An obstacle calls for a new start.
 */

import { clone, isSame } from '../base/copy.js';
import { launched } from '../base/launched.js';
import { post } from '../base/post.js';
import { onMessage } from '../base/tasks.js';
import { setData } from '../component/data.js';
import { ScriptFailure, isDefined, redefine } from '../component/definitions.js';
import { originalField, ownField } from '../component/instances.js';
import { dependentsOf, forgetScripts, isLoaded } from '../modules/require.js';
import { fieldWithCode, hasTimerWithCode } from './leftovers.js';
import { toHost } from '../../shared/wire/logic.js';

/** Scripts to be evaluated again: those that changed, and all that require them. */
function withDependents(paths) {
  const out = new Set(paths);
  for (const path of out) for (const other of dependentsOf(path)) out.add(other);
  return [...out];
}

/** Message Dependents: which scripts that have been evaluated would have to be so again. Answered by Inspected. */
onMessage('dependents', (message) => {
  const value = withDependents(message.scripts).filter((path) => isLoaded(path));
  post(toHost.inspected({ request_id: message.request_id, value }));
});

/** A script of app.json's workers folder: a worker that runs keeps what it has loaded, so the program starts again. */
function isWorkerScript(path) {
  const { workers } = launched.program.app;
  const folder = typeof workers === 'object' && workers !== null ? workers.path : workers;
  return typeof folder === 'string' && folder !== '' && path.startsWith(`${folder.replace(/^\/|\/$/g, '')}/`);
}

function obstacle(code, file, name = '') {
  return { code, file, name };
}

/** The pages' and components' paths whose script is among the files and has been evaluated. */
function definedBy(files) {
  const { components } = launched.program;
  return Object.keys(components).filter((path) => files.has(components[path].script) && isDefined(path));
}

function obstacleBefore(affected, live) {
  const { app_script: app, scripts } = launched.program;
  const worker = [...affected].find(isWorkerScript);
  if (worker !== undefined) return obstacle('worker-script', worker);
  if (affected.has(app)) return obstacle('app-depends', app);
  for (const component of live) {
    const name = fieldWithCode(component, affected);
    if (name !== '') return obstacle('held-function', component.definition.config.script, name);
  }
  const textOf = (file) => (scripts[file] === undefined ? '' : scripts[file].code);
  if (hasTimerWithCode(affected, textOf)) return obstacle('timer', [...affected][0]);
  return null;
}

/**
 * Evaluates the scripts anew. `components`: all that live. Returns null, the obstacle, or a `ScriptFailure` (then
 * everything stays as it was).
 */
export function swapScripts(paths, components) {
  const affected = new Set(withDependents(paths));
  const defined = definedBy(affected);
  const live = components.filter((component) => defined.includes(component.path));
  const before = obstacleBefore(affected, live);
  if (before !== null) return before;
  forgetScripts([...affected]);
  for (const path of defined) {
    const former = redefine(path);
    if (former instanceof ScriptFailure) return former;
    if (former.obstacle !== '') return obstacle(former.obstacle, launched.program.components[path].script);
    for (const component of live) if (component.path === path) takeNewFields(component, former);
  }
  return null;
}

/** A live instance takes the methods of its new definition, and the values that nobody has changed since. */
function takeNewFields(component, former) {
  const { definition, instance } = component;
  const fields = definition.fields || {};
  const formerFields = former.fields || {};
  for (const name of Object.keys(formerFields)) {
    const value = formerFields[name];
    if (typeof value === 'function' && originalField(instance[name]) === value) delete instance[name];
  }
  for (const name of Object.keys(fields)) {
    const isUntouched = typeof instance[name] !== 'object' && instance[name] === formerFields[name];
    if (typeof fields[name] === 'function' || !(name in instance) || isUntouched) {
      instance[name] = ownField(component, name, instance);
    }
  }
  const fresh = {};
  const { data } = definition.traits;
  for (const name of Object.keys(data)) {
    const isUntouched = name in component.data && isSame(component.data[name], former.data[name]);
    if (!(name in component.data) || (isUntouched && !isSame(data[name], former.data[name]))) {
      fresh[name] = clone(data[name]);
    }
  }
  if (Object.keys(fresh).length > 0) setData(component, fresh);
}
