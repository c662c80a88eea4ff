'use strict';

/** A component's tree as `toJSON` gives it, and as the serializer for snapshots finds it again. */

const MARK = Symbol.for('j-component.json');

/** `node`: as the base library describes it; `tagOf`: how tags are written here. */
function snapshotOf(node, tagOf) {
  const event = {};
  for (const [written, handler] of Object.entries(node.events).sort()) {
    const at = written.indexOf(':');
    const form = written.slice(0, at);
    const name = written.slice(at + 1);
    event[name] = {
      name, handler, isCapture: form.includes('capture'), isMutated: form.includes('mut'), isCatch: form.endsWith('catch'),
    };
  }
  const children = node.children.map((child) => (typeof child === 'string' ? child : snapshotOf(child, tagOf)));
  return marked({ tagName: tagOf(node), event, attrs: node.attrs, children });
}

function marked(out) {
  Object.defineProperty(out, '$$typeof', { get: () => MARK });
  return out;
}

module.exports = { MARK, marked, snapshotOf };
