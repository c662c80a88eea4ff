/**
 * Message Patch: templates and scripts of the running program are exchanged, its state is kept. Logic process.
 * A changed template is rendered anew with the same data; components keep their instances where path, row keys and
 * order match. Changed scripts: `script_swaps.js`. Sends Patched.
 */

import { reportUncaught } from '../base/failures.js';
import { launched } from '../base/launched.js';
import { cut } from '../base/limits.js';
import { post } from '../base/post.js';
import { forgetPlaces, outerFrames } from '../base/source_places.js';
import { onMessage } from '../base/tasks.js';
import { errorText } from '../base/texts.js';
import { ScriptFailure } from '../component/definitions.js';
import { forgetWxs } from '../modules/wxs.js';
import { pages } from '../pages/stack.js';
import { eachContentComponent, eachShadowComponent } from '../tree/component_walk.js';
import { rebuildBody } from '../tree/reuse.js';
import { forgetAllTemplates, forgetTemplates } from '../tree/templates.js';
import { swapScripts } from './script_swaps.js';
import { toHost } from '../../shared/wire/logic.js';

const TABLES = ['pages', 'components', 'scripts', 'templates', 'wxs'];

function merge(part) {
  const { program } = launched;
  for (const table of TABLES) if (part[table] !== undefined) Object.assign(program[table], part[table]);
  if (part.app !== undefined && part.app !== null) program.app = part.app;
}

/** All component nodes of all pages. */
function everyComponent() {
  const out = [];
  function visit(component) {
    out.push(component);
    eachContentComponent(component, visit);
    eachShadowComponent(component, visit);
  }
  for (const page of pages.values()) {
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
  forgetTemplates(paths);
  const changed = new Set(paths);
  const users = everyComponent().filter((component) => {
    const { template } = component.definition.config;
    if (all || changed.has(template)) return true;
    return component.body !== null && usesModule(component.body, changed);
  });
  for (const component of users) if (!component.isDetached) rebuildBody(component);
}

onMessage('patch', (message) => {
  forgetPlaces();
  const part = message.program || {};
  merge(part);
  /** @type {any} */
  let outcome = null;
  let reason = '';
  try {
    const isWxsChanged = !message.is_rest && part.wxs !== undefined && Object.keys(part.wxs).length > 0;
    if (isWxsChanged) forgetWxs();
    if (message.scripts.length > 0) outcome = swapScripts(message.scripts, everyComponent());
    if (outcome === null && isWxsChanged) forgetAllTemplates();
    if (outcome === null && (message.templates.length > 0 || isWxsChanged)) swapTemplates(message.templates, isWxsChanged);
  } catch (error) {
    reportUncaught(error, 'patch', null);
    reason = cut(errorText(error));
  }
  const failure = outcome instanceof ScriptFailure ? outcome : null;
  post(toHost.patched({
    request_id: message.request_id,
    ok: outcome === null && reason === '',
    reason: failure === null ? reason : failure.problem,
    is_broken: failure !== null,
    stack: failure === null ? [] : outerFrames(failure.stack),
    obstacle: failure === null ? outcome : null,
  }));
});
