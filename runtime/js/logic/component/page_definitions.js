/**
 * What `Page(options)` registers, as a definition: which options are a component's, and which are fields of the page.
 * Logic process; called by `definitions.js`.
 */

import { asPlain, bare } from '../base/records.js';
import { mergeTraits } from './traits.js';

const NOT_FIELDS = new Set(['data', 'behaviors', 'options', '__proto__']);
/** What a page may say as a component does. */
const SAID_BY_PAGES = ['observers', 'properties'];
const SAID_BY_NEWER_PAGES = [...SAID_BY_PAGES, 'lifetimes', 'pageLifetimes', 'relations', 'externalClasses'];

/** What the `definitionFilter` of a behavior sees of a page: its options, with its functions as methods as well. */
export function asDefinition(options) {
  const isPlain = typeof options.methods === 'object' && options.methods !== null;
  const methods = bare(isPlain ? { ...options.methods } : {});
  for (const key of Object.keys(options)) if (typeof options[key] === 'function') methods[key] = options[key];
  return { ...options, methods: asPlain(methods) };
}

/**
 * `page`: the options after the filters; what these have put into `methods` is the page's too. `former`: the field
 * `methods` of the page itself, and the methods before the filters.
 */
export function fillPage(definition, traits, page, former) {
  const said = bare({ data: page.data });
  for (const key of definition.isNewer ? SAID_BY_NEWER_PAGES : SAID_BY_PAGES) {
    if (typeof page[key] === 'object') said[key] = page[key];
  }
  mergeTraits(traits, said);
  const fields = bare({});
  for (const key of Object.keys(page)) if (!NOT_FIELDS.has(key)) fields[key] = page[key];
  for (const key of Object.keys(page.methods)) {
    if (page.methods[key] !== former.methods[key]) fields[key] = page.methods[key];
  }
  if (former.own === undefined) delete fields.methods;
  else fields.methods = former.own;
  definition.fields = fields;
}
