/**
 * Evaluates source text in its place in the line space. Logic process.
 */

import { placeSource } from '../base/line_space.js';

const evaluate = eval;

/** Evaluates the text of a source file in its place in the line space and returns the value. */
export function evaluateSource(file, source, head, tail, isGenerated = false) {
  const newlines = placeSource(file, source, head.length, isGenerated);
  return evaluate(newlines + head + source.code + tail);
}
