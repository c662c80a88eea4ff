/**
 * New subtrees as streams (wire §3). Logic process; used by `flush.js`.
 */

import { bareClass } from '../base/records.js';
import { textValue } from '../base/texts.js';
import { handlerForView } from '../modules/wxs.js';
import { classText } from '../tree/class_text.js';
import { definitionId } from '../tree/templates.js';
import { scopeOf } from './scopes.js';

/** A value as it travels. */
export function wireValue(fragment, index, value) {
  const { block } = fragment;
  if (block.hasHandler && block.binds[index][1] === 'handler') return handlerForView(value);
  if (block.isText[index]) return textValue(value);
  if (block.binds[index][1] === 'class') return classText(value, fragment.owner.definition.isNewer);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return value - value === 0 ? value : String(value);
    case 'bigint':
    case 'symbol':
      return String(value);
    case 'object':
      return value;
    default:
      return block.hasAttr && isAttribute(block, index) ? { $u: 1 } : null;
  }
}

function isAttribute(block, index) {
  const kind = block.binds[index][1];
  return kind === 'attr' || kind === 'animation' || kind === 'data';
}

/** Writes streams of one page. `ops` receives the definitions and scopes that the stream needs. */
export class Stream {
  constructor(page, ops) {
    this.page = page;
    this.ops = ops;
    this.out = [page.nextId];
  }

  /** `defId inst` */
  fragment(fragment) {
    const { block } = fragment;
    const { page, out } = this;
    out.push(block.isKnown ? block.serial : definitionId(block, this.ops, page));
    if (fragment.id !== 0) page.shown.delete(fragment.id);
    fragment.id = page.nextId++;
    if (fragment.stale !== null) fragment.stale = null;
    page.shown.add(fragment);
    const { values } = fragment;
    for (let i = 0; i < block.wire; i++) {
      const value = values[i];
      out.push(typeof value === 'string' ? value : wireValue(fragment, i, value));
    }
    const { regions } = fragment;
    for (let i = 0; i < regions.length; i++) this.region(regions[i]);
    const { hosts } = fragment;
    for (let i = 0; i < hosts.length; i++) this.host(hosts[i]);
  }

  /** `group` */
  region(region) {
    if (region.sent !== null) region.sent = null;
    const { spec, list } = region;
    if (spec.kind === 'slot') {
      this.slot(list);
      return;
    }
    if (spec.kind === 'content' && region.fragment.hosts[spec.host] !== null) {
      this.out.push(0);
      return;
    }
    this.out.push(list.length);
    for (let i = 0; i < list.length; i++) this.fragment(list[i]);
  }

  slot(list) {
    if (list.length === 0) {
      this.out.push(0);
      return;
    }
    this.out.push(1, scopeOf(list[0].owner, this.ops), list.length);
    for (let i = 0; i < list.length; i++) this.fragment(list[i]);
  }

  /** `host` */
  host(component) {
    if (component === null) this.out.push(0);
    else if (component.body === null) this.out.push(2);
    else {
      this.out.push(1, scopeOf(component, this.ops));
      this.fragment(component.body);
    }
  }
}
bareClass(Stream);
