/**
 * Places as the user knows them: by path in the project folder, in the file that a script was made of. Logic process.
 * The host is asked, which has the source maps.
 */

import { host } from './host.js';
import { launched } from './launched.js';
import { limitedSince } from './limited.js';

const MOST_PLACES = 10000;

/** A file (with or without a line) of the program as the user knows it: by its path in the project folder. */
export function outerPath(file) {
  const below = launched.settings && launched.settings.below;
  return below && file !== '' && file[0] !== '(' ? `${below}/${file}` : file;
}

/** Scripts of which the host has told that nothing is known of their places. */
const plain = new Set();
/** `file:line:column` → what is known of the place. */
const known = new Map();

/** What the host knows of a place beside its script: the file that this was made of, whether it is a library's. */
function sourceOf({ file, line, column }) {
  if (limitedSince() > 0 || plain.has(file) || file === '' || file[0] === '(' || line === 0) return null;
  const key = `${file}:${line}:${column}`;
  let place = known.get(key);
  if (place !== undefined) return place;
  const answer = host.sourcePlace(file, line, column);
  if (answer === '') {
    plain.add(file);
    return null;
  }
  place = JSON.parse(answer);
  if (known.size < MOST_PLACES) known.set(key, place);
  return place;
}

/** Frames as the user is shown them. */
export function outerFrames(frames) {
  const shown = [];
  for (const frame of frames) {
    const place = sourceOf(frame);
    const file = outerPath(frame.file);
    if (place === null) shown.push({ ...frame, file });
    else shown.push({ ...frame, file, ...place });
  }
  return shown;
}

/** Scripts have been exchanged: what was known of their places is so no more. */
export function forgetPlaces() {
  plain.clear();
  known.clear();
}
