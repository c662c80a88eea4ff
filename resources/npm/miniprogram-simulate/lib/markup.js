'use strict';

/** Templates that tests write: blanks around their texts stand for nothing. */

const PIECE = /<wxs\b[^>]*[^/]>[\s\S]*?<\/wxs>|<!--[\s\S]*?-->|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</g;

function trimmed(template) {
  return Array.from(template.matchAll(PIECE), ([piece]) => {
    if (piece.startsWith('<')) return piece;
    return piece.trim().replace(/\s+/g, ' ');
  }).join('');
}

module.exports = { trimmed };
