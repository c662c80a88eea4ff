/**
 * Answers to questions about values: the value in the form that was asked for, or the error. Logic process; also in the
 * realm of wxs that is debugged (view/wxs/debugging). Sends Evaluated.
 */

import { cut } from '../base/limits.js';
import { post } from '../base/post.js';
import { preview, previewWithHandle } from '../base/preview.js';
import { outerFrames } from '../base/source_places.js';
import { framesOf } from '../base/stacks.js';
import { errorText } from '../base/texts.js';
import { toHost } from '../../shared/wire/logic.js';

/** Answers Evaluate, and whatever else is answered by Evaluated, in one of the forms of a value. */
export function answer(request, value, form = 'preview') {
  const out = /** @type {any} */ ({ request_id: request });
  try {
    if (form === 'json') out.json = jsonText(value);
    else out.value = form === 'handle' ? previewWithHandle(value, 1) : preview(value);
  } catch (error) {
    answerError(request, error, form);
    return;
  }
  post(toHost.evaluated(out));
}

/** The same, with what was thrown. */
export function answerError(request, error, form = 'preview') {
  const out = /** @type {any} */ ({ request_id: request, error: cut(errorText(error)), stack: outerFrames(framesOf(error)) });
  if (form !== 'preview') out.value = previewWithHandle(error, 0);
  post(toHost.evaluated(out));
}

/** The same, with what a promise comes to; any other value at once. */
export function answerSettled(request, value, form) {
  if (!isPromise(value)) answer(request, value, form);
  else value.then((result) => answer(request, result, form), (error) => answerError(request, error, form));
}

/** A Proxy may refuse to say what it is. */
export function isPromise(value) {
  try {
    return value instanceof Promise;
  } catch (_trap) {
    return false;
  }
}

/** A value as JSON text; empty for what JSON has no word for. Throws what a `toJSON` throws, and in a circle. */
function jsonText(value) {
  const text = JSON.stringify(value);
  return text === undefined ? '' : text;
}
