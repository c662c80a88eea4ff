/**
 * In which order scripts of components run: those of a page's components before the page's own. Logic process.
 * On a phone all components of the package run first, in the order of their paths (not with lazyCodeLoading); here those
 * that the page's templates name, so that nothing is loaded that nobody can see.
 * Observed: app-service.js of public programs.
 */

import { launched } from '../base/launched.js';
import { definitionAt } from '../component/definitions.js';
import { templateModule } from '../tree/templates.js';

/** Paths of the components that the templates of a component name, directly. */
function namedIn(config) {
  const module = config.template ? templateModule(config.template) : null;
  const tags = new Set();
  for (const one of module === null ? [] : [module, ...module.imports.map(templateModule)]) {
    for (const block of one === null ? [] : one.blocks) {
      for (const index of block.hostNodes) tags.add(block.nodes[index].tag);
    }
  }
  const { using = {}, placeholders = {} } = config;
  return [...tags].filter((tag) => tag in using && !(tag in placeholders)).map((tag) => using[tag]);
}

/** Runs the scripts of the components that a page may show, before its own. */
export function runComponentScripts(pagePath) {
  const { app, components } = launched.program;
  if (app.lazyCodeLoading === 'requiredComponents' || components[pagePath] === undefined) return;
  const found = new Set([pagePath]);
  for (const path of found) {
    if (components[path] !== undefined) for (const named of namedIn(components[path])) found.add(named);
  }
  found.delete(pagePath);
  for (const path of [...found].sort()) definitionAt(path);
}
