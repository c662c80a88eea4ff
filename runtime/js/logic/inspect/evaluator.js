/**
 * Messages Evaluate and Inspect: the console's evaluator and the panels' questions. Logic process.
 * Sends Evaluated and Inspected.
 */

import { host } from '../base/host.js';
import { cut } from '../base/limits.js';
import { placeLoose } from '../base/line_space.js';
import { post } from '../base/post.js';
import { preview, previewFrom, previewWithHandle, valueOfHandle } from '../base/preview.js';
import { outerFrames } from '../base/source_places.js';
import { framesOf } from '../base/stacks.js';
import { onMessage } from '../base/tasks.js';
import { errorText } from '../base/texts.js';
import { appInstance } from '../pages/app.js';
import { flush } from '../pages/flush.js';
import { pages } from '../pages/stack.js';
import { componentByRef, componentsOf } from '../tree/places.js';
import { composedTree } from './composed_tree.js';
import { nodeFacts } from './node_facts.js';
import { toHost } from '../../shared/wire/logic.js';

const evaluate = eval;
const FILE = '(console)';

function compile(code) {
  const newlines = placeLoose(FILE, code);
  const run = evaluate('(function (page, app, $page, __code) { return eval(__code); })');
  return (page, app) => run.call(page === null ? app : page, page, app, page, newlines + code);
}

function compileAsync(code) {
  const newlines = placeLoose(FILE, code);
  const head = '(async function (page, app, $page) { return (';
  const run = evaluate(`${newlines}${head}${code}\n); })`);
  return (page, app) => run.call(page === null ? app : page, page, app, page);
}

/** What source text comes to in the context of a page, or of a component of it. Throws what it throws. */
export function evaluateCode(code, page, ref) {
  const app = appInstance();
  const component = page === null ? null : componentByRef(page, ref);
  const instance = component === null ? null : component.instance;
  host.running('the evaluator', FILE);
  try {
    return compile(code)(instance, app);
  } catch (error) {
    if (!(error instanceof SyntaxError) || !/\bawait\b/.test(code)) throw error;
    return compileAsync(code)(instance, app);
  } finally {
    host.running('', '');
  }
}

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
function isPromise(value) {
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

onMessage('evaluate', (message) => {
  const page = pages.get(message.page_id || 0) || null;
  let value;
  try {
    value = evaluateCode(message.code, page, message.ref);
  } catch (error) {
    answerError(message.request_id, error, message.form);
    return;
  }
  if (message.await_promise === false) answer(message.request_id, value, message.form);
  else answerSettled(message.request_id, value, message.form);
});

onMessage('inspect', (message) => {
  const page = pages.get(message.page_id || 0);
  let value = null;
  if (message.what === 'object') {
    value = previewFrom(valueOfHandle(message.object_id), message.start || 0);
  }
  else if (message.what === 'data' && page !== undefined) {
    const component = componentByRef(page, message.ref);
    value = component === null ? null : preview(component.data, 3);
  }
  else if (message.what === 'components' && page !== undefined) value = componentsOf(page);
  else if (message.what === 'node' && page !== undefined) value = nodeFacts(page, message.ref);
  else if (message.what === 'tree' && page !== undefined) {
    flush();
    value = composedTree(page.root);
  }
  post(toHost.inspected({ request_id: message.request_id, value }));
});
