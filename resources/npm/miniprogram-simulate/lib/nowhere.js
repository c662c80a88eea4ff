'use strict';

/** What questions to a page's view are answered with where there is no screen: every element is empty, at the top left. */

const RECT = ['left', 'top', 'right', 'bottom', 'width', 'height'];
const SCROLL = ['scrollLeft', 'scrollTop', 'scrollWidth', 'scrollHeight'];

function nowhere(call) {
  return call.name === 'query' ? call.requests.map(box) : {};
}

function box({ nodes, fields, all }) {
  if (nodes === undefined || nodes === null) return all ? [] : null;
  const wanted = fields || {};
  const names = [...(wanted.rect ? RECT : []), ...(wanted.scrollOffset ? SCROLL : [])];
  if (wanted.size) names.push('width', 'height');
  const values = Object.fromEntries(names.map((name) => [name, 0]));
  return all ? nodes.map(() => ({ ...values })) : values;
}

module.exports = { nowhere };
