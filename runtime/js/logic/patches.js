/**
 * Message Patch: templates and scripts of the running program are exchanged, its state is kept. Logic process.
 * A changed template is rendered anew with the same data; components keep their instances where path, row keys and
 * order match. A changed script registers its methods again. Sends Patched.
 */
'use strict';

const { receivers } = __handset;
const TABLES = ['pages', 'components', 'scripts', 'templates', 'wxs'];

function merge(part) {
  const { program } = __handset;
  for (const table of TABLES) if (part[table] !== undefined) Object.assign(program[table], part[table]);
  if (part.app !== undefined && part.app !== null) program.app = part.app;
}

/** All component nodes of all pages. */
function everyComponent() {
  const out = [];
  function visit(component) {
    out.push(component);
    for (const region of component.content) {
      for (const child of region.list) __handset.eachFragmentComponent(child, visit);
    }
    __handset.eachShadowComponent(component, visit);
  }
  for (const page of __handset.pages.values()) {
    visit(page.root);
    if (page.tabBar !== null) visit(page.tabBar);
  }
  return out;
}

function usesModule(fragment, paths) {
  if (paths.has(fragment.block.module.path) || paths.has(fragment.block.definition.file)) return true;
  for (const region of fragment.regions) {
    if (region.spec.kind === 'slot') continue;
    for (const child of region.list) if (usesModule(child, paths)) return true;
  }
  return false;
}

function swapTemplates(paths, all) {
  __handset.forgetTemplates(paths);
  const changed = new Set(paths);
  const users = everyComponent().filter((component) => {
    const { template } = component.definition.config;
    if (all || changed.has(template)) return true;
    return component.body !== null && usesModule(component.body, changed);
  });
  for (const component of users) if (!component.isDetached) __handset.rebuildBody(component);
}

/** Scripts to be evaluated again: those that changed, and all that require them. */
function withDependents(paths) {
  const out = new Set(paths);
  for (const path of out) for (const other of __handset.dependentsOf(path)) out.add(other);
  return [...out];
}

/** A script of app.json's workers folder: a worker that runs keeps what it has loaded, so the program starts again. */
function isWorkerScript(path) {
  const { workers } = __handset.program.app;
  const folder = typeof workers === 'object' && workers !== null ? workers.path : workers;
  return typeof folder === 'string' && folder !== '' && path.startsWith(`${folder.replace(/^\/|\/$/g, '')}/`);
}

/** Returns an empty text, the reason for a restart, or a `ScriptFailure`. */
function swapScripts(paths) {
  const workerScript = paths.find(isWorkerScript);
  if (workerScript !== undefined) return workerScript;
  const affected = withDependents(paths);
  if (affected.includes(__handset.program.app_script)) return `${__handset.program.app_script} depends on the change`;
  __handset.forgetScripts(affected);
  const { components } = __handset.program;
  for (const path of Object.keys(components)) {
    if (!affected.includes(components[path].script) || !__handset.isDefined(path)) continue;
    const former = __handset.redefine(path);
    if (former instanceof __handset.ScriptFailure) return former;
    for (const component of everyComponent()) {
      if (component.path === path) takeNewFields(component, former);
    }
  }
  return '';
}

/** A live instance takes the methods of its new definition; fields and data that are new are added. */
function takeNewFields(component, former) {
  const { definition, instance } = component;
  const fields = definition.fields || {};
  for (const name of Object.keys(former || {})) {
    const isFormer = typeof former[name] === 'function' && __handset.originalField(instance[name]) === former[name];
    if (isFormer) delete instance[name];
  }
  for (const name of Object.keys(fields)) {
    if (typeof fields[name] === 'function' || !(name in instance)) {
      instance[name] = __handset.ownField(component, name, instance);
    }
  }
  const added = {};
  const { data, properties } = definition.traits;
  for (const name of Object.keys(data)) if (!(name in component.data)) added[name] = __handset.clone(data[name]);
  for (const [name, property] of properties) {
    if (!(name in component.data)) added[name] = __handset.clone(property.value);
  }
  if (Object.keys(added).length > 0) __handset.setData(component, added);
}

receivers.patch = function (message) {
  const part = message.program || {};
  merge(part);
  let reason = '';
  try {
    const isWxsChanged = part.wxs !== undefined && Object.keys(part.wxs).length > 0;
    if (isWxsChanged) __handset.forgetWxs();
    if (message.scripts.length > 0) reason = swapScripts(message.scripts);
    if (reason === '' && isWxsChanged) __handset.forgetAllTemplates();
    if (reason === '' && (message.templates.length > 0 || isWxsChanged)) swapTemplates(message.templates, isWxsChanged);
  } catch (error) {
    __handset.reportUncaught(error, 'patch', null);
    reason = __handset.errorText(error);
  }
  const isBroken = reason instanceof __handset.ScriptFailure;
  __handset.post({
    m: 'patched',
    request_id: message.request_id,
    ok: reason === '',
    reason: isBroken ? reason.problem : reason,
    is_broken: isBroken,
    stack: isBroken ? reason.stack : [],
  });
};
