'use strict';

/**
 * Style sheets of what has been mounted, with the tags of components before their classes. They are compiled and put into
 * the document when something asks for a computed style: most tests never do.
 */

const { ask } = require('./compiler');
const { tagOf } = require('./parts');

/** Request → the tag of its entry. */
let waiting = [];
const done = new Set();

function compiled({ request, entry, tag }) {
  const { styles } = ask({ ...request, styles: true });
  return Object.entries(styles).map(([component, parts]) => {
    const prefix = `${component === entry ? tag : tagOf(component, 'main')}--`;
    return parts.map((part) => textOf(part, prefix)).join('');
  }).join('');
}

function textOf(part, prefix) {
  if (part === null) return prefix;
  if (typeof part === 'number') return `${part}px`;
  return typeof part === 'string' ? part : part[0];
}

function insert() {
  for (const one of waiting.splice(0)) {
    const style = document.createElement('style');
    style.id = one.id;
    style.textContent = compiled(one);
    document.head.appendChild(style);
  }
}

/** A component is mounted, and may be asked for its style. */
function wantStyles(mounted) {
  if (done.has(mounted.id)) return;
  done.add(mounted.id);
  waiting.push(mounted);
}

const { getComputedStyle } = window;
window.getComputedStyle = function styled(...args) {
  insert();
  return getComputedStyle.apply(window, args);
};

module.exports = { wantStyles };
