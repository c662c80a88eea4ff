'use strict';

/** A component's tree as `toJSON` gives it, and as the serializer for snapshots finds it again. */

const MARK = Symbol.for('j-component.json');

/** `node` as of Describe, form `snapshot`; a virtual host gives way to what is in it. */
function snapshotOf(node, isBuiltIn) {
  const tag = node.is === undefined && isBuiltIn(node.tag) ? `wx-${node.tag}` : node.tag;
  const own = new Set(node.properties || []);
  const attrs = Object.entries(node.attr)
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => ({ name, value: plain(value) }));
  const event = {};
  for (const [written, handler] of Object.entries(node.events).sort()) {
    const [form, name] = split(written);
    const isCapture = form.includes('capture');
    const isMutated = form.includes('mut');
    const isCatch = form.endsWith('catch');
    event[name] = { name, handler: plain(handler), isCapture, isMutated, isCatch };
  }
  const out = { tagName: tag, event, attrs, children: shown(node.children, isBuiltIn) };
  Object.defineProperty(out, '$$typeof', { get: () => MARK });
  return out;
}

function shown(children, isBuiltIn) {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [child];
    return child.isVirtual ? shown(child.children, isBuiltIn) : [snapshotOf(child, isBuiltIn)];
  });
}

function split(written) {
  const at = written.indexOf(':');
  return [written.slice(0, at), written.slice(at + 1)];
}

/** What `typed` of the base library has written. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if (value.object !== undefined) return Object.fromEntries(value.object.map(([name, one]) => [name, plain(one)]));
  if (value.plain === 'undefined') return undefined;
  if (value.plain === '-0') return -0;
  return Number.isNaN(Number(value.plain)) && value.plain !== 'NaN' ? value.plain : Number(value.plain);
}

module.exports = { MARK, snapshotOf };
