'use strict';

/** Previews of values as one line of text. */

function plainText(previews) {
  return (previews || []).map(textOf).join(' ');
}

function textOf(preview) {
  if (preview === null || typeof preview !== 'object') return String(preview);
  if (preview.t === 'undefined' || preview.t === 'null') return preview.t;
  if (preview.items !== undefined) return `[${preview.items.map(textOf).join(', ')}]`;
  if (preview.props !== undefined) return `{${preview.props.map(([name, value]) => `${name}: ${textOf(value)}`).join(', ')}}`;
  return preview.v === undefined ? preview.t : String(preview.v);
}

module.exports = { plainText };
