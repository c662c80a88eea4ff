'use strict';

/**
 * Answers to questions to a page's view, by its elements in jsdom: they are empty and at the top left, unless a test says
 * otherwise (`getBoundingClientRect`, `scrollTop`).
 */

const RECT = ['left', 'top', 'right', 'bottom'];
const SCROLL = ['scrollLeft', 'scrollTop', 'scrollWidth', 'scrollHeight'];

/** `elementOf` gives the element of a reference. */
function measured(call, elementOf) {
  return call.name === 'query' ? call.requests.map((request) => boxes(request, elementOf)) : {};
}

function boxes({ nodes, fields, all }, elementOf) {
  const wanted = fields || {};
  if (nodes === undefined || nodes === null) return all ? [] : box(wanted, document.documentElement);
  const found = (Array.isArray(nodes[0]) ? nodes : [nodes]).map((ref) => box(wanted, elementOf(ref)));
  return all ? found : found[0] || null;
}

function box(wanted, element) {
  const values = {};
  if (element === undefined) return values;
  if (wanted.rect || wanted.size) {
    const rect = element.getBoundingClientRect();
    if (wanted.rect) for (const name of RECT) values[name] = rect[name] || 0;
    if (wanted.size) for (const name of ['width', 'height']) values[name] = rect[name] || 0;
  }
  if (wanted.scrollOffset) for (const name of SCROLL) values[name] = element[name] || 0;
  if (Array.isArray(wanted.computedStyle)) {
    const style = window.getComputedStyle(element);
    for (const name of wanted.computedStyle) values[name] = style[name];
  }
  return values;
}

module.exports = { measured };
