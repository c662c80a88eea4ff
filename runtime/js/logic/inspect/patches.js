/**
 * Message Patch: templates and scripts of the running program are exchanged, its state is kept. Logic process.
 * A changed template is rendered anew with the same data; components keep their instances where path, row keys and
 * order match. Changed scripts: `script_swaps.js`. Sends Patched.
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
    __handset.eachContentComponent(component, visit);
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

receivers.patch = function (message) {
  __handset.forgetPlaces();
  const part = message.program || {};
  merge(part);
  let outcome = null;
  let reason = '';
  try {
    const isWxsChanged = part.wxs !== undefined && Object.keys(part.wxs).length > 0;
    if (isWxsChanged) __handset.forgetWxs();
    if (message.scripts.length > 0) outcome = __handset.swapScripts(message.scripts, everyComponent());
    if (outcome === null && isWxsChanged) __handset.forgetAllTemplates();
    if (outcome === null && (message.templates.length > 0 || isWxsChanged)) swapTemplates(message.templates, isWxsChanged);
  } catch (error) {
    __handset.reportUncaught(error, 'patch', null);
    reason = __handset.cut(__handset.errorText(error));
  }
  const isBroken = outcome instanceof __handset.ScriptFailure;
  __handset.post({
    m: 'patched',
    request_id: message.request_id,
    ok: outcome === null && reason === '',
    reason: isBroken ? outcome.problem : reason,
    is_broken: isBroken,
    stack: isBroken ? __handset.outerFrames(outcome.stack) : [],
    obstacle: isBroken ? null : outcome,
  });
};
