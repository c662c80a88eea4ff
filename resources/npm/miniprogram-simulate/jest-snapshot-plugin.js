'use strict';

/** How Jest writes the trees of `toJSON` into snapshot files: a tag, its attributes and handlers line by line, in order. */

const { MARK } = require('./lib/snapshot');

function test(value) {
  return Boolean(value) && value.$$typeof === MARK;
}

function serialize(node, config, indentation, depth, refs, printer) {
  const deeper = depth + 1;
  if (deeper > config.maxDepth) return `<${node.tagName} … />`;
  const inside = indentation + config.indent;
  const lines = [...attributes(node), ...handlers(node)].map(([name, value]) => {
    const printed = printer(value, config, inside + config.indent, deeper, refs);
    return `${config.spacingInner}${inside}${name}=${braced(value, printed, config, inside)}`;
  });
  const children = node.children
    .map((child) => config.spacingOuter + inside + childText(child, config, inside, deeper, refs, printer))
    .join('');
  const head = `<${node.tagName}${lines.join('')}`;
  const end = lines.length > 0 ? config.spacingOuter + indentation : '';
  if (children === '') return `${head}${end === '' && !config.min ? ' ' : end}/>`;
  return `${head}${end}>${children}${config.spacingOuter}${indentation}</${node.tagName}>`;
}

function childText(child, config, indentation, depth, refs, printer) {
  if (typeof child === 'string') return child.replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return printer(child, config, indentation, depth, refs);
}

function attributes({ attrs }) {
  return [...attrs].sort((one, other) => one.name.localeCompare(other.name)).map(({ name, value }) => [name, value]);
}

function handlers({ event }) {
  return Object.keys(event).sort().map((name) => {
    const { handler, isCapture, isMutated, isCatch } = event[name];
    return [`${isCapture ? 'capture-' : ''}${isMutated ? 'mut-' : ''}${isCatch ? 'catch' : 'bind'}:${name}`, handler, true];
  });
}

function braced(value, printed, config, indentation) {
  if (value === undefined) return '""';
  if (typeof value === 'string') return printed;
  const isLong = printed.includes('\n');
  const inner = isLong
    ? config.spacingOuter + indentation + config.indent + printed + config.spacingOuter + indentation
    : printed;
  return `"{{${inner}}}"`;
}

module.exports = { serialize, test };
