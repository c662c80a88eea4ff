/**
 * From the tree to the view: new subtrees as streams, changes as operations (wire §3). Logic process.
 * Runs at the end of each task, after its microtasks; sends one `DomBatch` per page that has something to say.
 */
'use strict';

/** Text of a text node. */
__handset.textValue = function (value) {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : __handset.textOf(value);
};

function wireValue(fragment, index, value) {
  const { block } = fragment;
  if (block.hasHandler && block.binds[index][1] === 'handler') return __handset.handlerForView(value);
  if (block.isText[index]) return __handset.textValue(value);
  if (block.binds[index][1] === 'class') return __handset.classText(value, fragment.owner.definition.isNewer);
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
class Stream {
  constructor(page, ops) {
    this.page = page;
    this.ops = ops;
    this.out = [];
  }

  /** `defId inst` */
  fragment(fragment) {
    const { block } = fragment;
    const { page, out } = this;
    out.push(block.isKnown ? block.serial : __handset.definitionId(block, this.ops, page));
    if (fragment.id !== 0) page.shown.delete(fragment.id);
    const id = page.nextId++;
    fragment.id = id;
    fragment.stale = null;
    page.shown.set(id, fragment);
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
    region.sent = null;
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
    this.out.push(1, __handset.scopeOf(list[0].owner, this.ops), list.length);
    for (let i = 0; i < list.length; i++) this.fragment(list[i]);
  }

  /** `host` */
  host(component) {
    if (component === null) this.out.push(0);
    else if (component.body === null) this.out.push(2);
    else {
      this.out.push(1, __handset.scopeOf(component, this.ops));
      this.fragment(component.body);
    }
  }
}

/** Removes, moves and creates children so that the view's list becomes the present one. */
function diffRegion(page, region, ops) {
  const former = region.sent;
  const list = region.list;
  region.sent = null;
  const { id } = region.fragment;
  let start = 0;
  let formerEnd = former.length;
  let end = list.length;
  for (;;) {
    while (start < formerEnd && start < end && former[start] === list[start]) start++;
    while (formerEnd > start && end > start && former[formerEnd - 1] === list[end - 1]) {
      formerEnd--;
      end--;
    }
    if (!isSwap(former, formerEnd, list, start, end)) break;
    end -= 1;
    formerEnd -= 1;
    ops.push(['M', id, region.index, end, start]);
    if (end > start + 1) ops.push(['M', id, region.index, start + 1, end]);
    start += 1;
  }
  if (start === formerEnd && start === end) return;
  const present = new Set();
  for (let i = start; i < end; i++) present.add(list[i]);
  const kept = removeGone(id, region, former, start, formerEnd, present, ops);
  if (end === start) return;
  const moves = kept.length > 1 ? placeKept(id, region, kept, list, start, end, ops) : kept;
  createNew(page, id, region, new Set(moves), list, start, end, ops);
}

/** Whether the first and the last of what differs have changed places, and the one behind the first has not. */
function isSwap(former, formerEnd, list, start, end) {
  if (formerEnd !== end || former[start] !== list[end - 1] || former[end - 1] !== list[start]) return false;
  return end - start === 2 || (end - start > 2 && former[start + 1] === list[start + 1]);
}

function removeGone(id, region, former, start, end, present, ops) {
  const kept = [];
  const removals = [];
  for (let i = start; i < end; ) {
    if (present.has(former[i])) {
      kept.push(former[i]);
      i++;
      continue;
    }
    let next = i;
    while (next < end && !present.has(former[next])) {
      if (former[next].place === null && !former[next].isDropped) __handset.forget(former[next]);
      next++;
    }
    removals.push([i, next - i]);
    i = next;
  }
  for (let k = removals.length - 1; k >= 0; k--) ops.push(['R', id, region.index, removals[k][0], removals[k][1]]);
  return kept;
}

/** Moves the kept children into their new order with as few moves as possible. */
function placeKept(id, region, kept, list, start, end, ops) {
  const order = new Map();
  kept.forEach((child, i) => order.set(child, i));
  const wanted = [];
  for (let i = start; i < end; i++) if (order.has(list[i])) wanted.push(list[i]);
  const stays = __handset.longestIncreasing(wanted.map((child) => order.get(child)));
  const now = kept.slice();
  for (let i = 0; i < wanted.length; i++) {
    if (stays[i]) continue;
    const from = now.indexOf(wanted[i]);
    now.splice(from, 1);
    const to = i === 0 ? 0 : now.indexOf(wanted[i - 1]) + 1;
    now.splice(to, 0, wanted[i]);
    if (from !== to) ops.push(['M', id, region.index, start + from, start + to]);
  }
  return wanted;
}

function createNew(page, id, region, kept, list, start, end, ops) {
  for (let i = start; i < end; ) {
    if (kept.has(list[i])) {
      i++;
      continue;
    }
    const scope = __handset.scopeOf(list[i].owner, ops);
    let next = i;
    while (next < end && !kept.has(list[next]) && list[next].owner === list[i].owner) next++;
    const stream = new Stream(page, ops);
    const firstId = page.nextId;
    stream.out.push(next - i);
    for (let k = i; k < next; k++) stream.fragment(list[k]);
    ops.push(['C', id, region.index, i, scope, firstId, stream.out]);
    i = next;
  }
}

function writeBody(page, ops) {
  __handset.isolatePage(page.root.definition, ops);
  const stream = new Stream(page, ops);
  const firstId = page.nextId;
  stream.fragment(__handset.shownBody(page));
  ops.push(['B', 0, firstId, stream.out]);
  page.isShown = true;
}

function writeChanges(page, ops) {
  const regions = page.staleRegions;
  const fragments = page.staleFragments;
  page.staleRegions = [];
  page.staleFragments = [];
  for (const region of regions) {
    if (region.sent === null) continue;
    if (region.fragment.isDropped || region.fragment.id === 0) region.sent = null;
    else diffRegion(page, region, ops);
  }
  for (const fragment of fragments) {
    const { stale } = fragment;
    if (stale === null) continue;
    fragment.stale = null;
    if (fragment.isDropped || fragment.id === 0 || stale.length === 0) continue;
    const op = ['U', fragment.id];
    for (const index of stale) op.push(index, wireValue(fragment, index, fragment.values[index]));
    ops.push(op);
  }
  for (const { component, shown } of page.staleHosts.splice(0)) writeHost(page, component, shown, ops);
  for (const component of page.staleScopes) {
    if (!component.isDetached && component.scope > 0) ops.push(['X', component.scope, component.externals || {}]);
  }
  page.staleScopes.clear();
}

/** The shadow block of a component that stands where something else stood. */
function writeHost(page, component, shown, ops) {
  const { fragment } = component;
  if (component.isDetached || fragment.id === 0 || component.body === null) return;
  for (const [region, count] of shown) if (count > 0) ops.push(['R', fragment.id, region, 0, count]);
  const scope = __handset.scopeOf(component, ops);
  const stream = new Stream(page, ops);
  const firstId = page.nextId;
  stream.fragment(component.body);
  ops.push(['H', fragment.id, component.nodeIndex, scope, firstId, stream.out]);
}

function flushPage(page) {
  const started = performance.now();
  const ops = [];
  if (page.isSwapped) {
    page.isSwapped = false;
    page.isShown = false;
    ops.push(['K']);
  }
  if (!page.isShown) writeBody(page, ops);
  writeChanges(page, ops);
  if (page.extra.length > 0) ops.push(...page.extra.splice(0));
  const awaited = page.callbacks.length > 0 || page.arrived.length > 0 || page.introduced.length > 0;
  if (ops.length === 0 && !awaited) return;
  page.lastBatch += 1;
  if (ops.length === 0) ops.push(['G', page.lastBatch]);
  if (awaited) {
    const { callbacks, arrived, introduced } = page;
    page.painting.set(page.lastBatch, { callbacks, arrived, introduced });
    page.callbacks = [];
    page.arrived = [];
    page.introduced = [];
  }
  const since = Math.min(started, __handset.taskStarted || started);
  const batch = { m: 'dom', page_id: page.id, batch_id: page.lastBatch, ops };
  __handset.postMeasured(batch, 'logic_ms', () => Math.round((performance.now() - since) * 100) / 100);
}

/** Sends what has changed in all pages. */
__handset.flush = function () {
  for (const page of __handset.pages.values()) {
    if (page.root.body === null || !page.isLoaded) continue;
    flushPage(page);
    for (const call of page.deferred.splice(0)) __handset.post(call);
  }
  __handset.installed.flush();
};
