/**
 * The body of a page or component without a usable template. Logic process.
 */

import { makeBlock } from './blocks.js';
import { createBody } from './fragments.js';

const EMPTY_DEFINITION = { tree: [], nodes: [], wire: 0, binds: [], regions: [], hosts: [] };

/** The body of a page without a usable template. */
export function emptyBody(component) {
  const file = component.definition.config.template || component.path;
  const source = { def: { file, ...EMPTY_DEFINITION }, values: () => [], deps: [], all: [], regions: [] };
  const block = makeBlock({ path: file, imports: [], templates: new Map(), blocks: [] }, source);
  return createBody(block, component);
}
