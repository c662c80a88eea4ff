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
import { chosenNode } from './chosen_node.js';
import { desk } from './desk.js';
import { heapCensus, leftPages } from './heap.js';
import { nodeFacts } from './node_facts.js';
import { toHost } from '../../shared/wire/logic.js';

const evaluate = eval;
const FILE = '(console)';

/** What the evaluated text sees beside globals, and is called with. */
const NAMES = 'page, app, $page, $app, $data, $0, $_, handset';
/** What `$_` is. */
let lastValue;

function valuesOf(page, app, chosen) {
  return [page, app, page, app, page === null ? undefined : page.data, chosen, lastValue, desk];
}

function compile(code) {
  const newlines = placeLoose(FILE, code);
  const run = evaluate(`(function (${NAMES}, __code) { return eval(__code); })`);
  return (self, values) => run.call(self, ...values, newlines + code);
}

function compileAsync(code) {
  const newlines = placeLoose(FILE, code);
  const run = evaluate(`${newlines}(async function (${NAMES}) { return (${code}\n); })`);
  return (self, values) => run.call(self, ...values);
}

/**
 * What source text comes to in the context of a page, or of a component of it. Throws what it throws.
 * @param {string} code @param {any} page @param {number[] | undefined} ref @param {number[]} [chosen] the node of `$0`
 */
export function evaluateCode(code, page, ref, chosen = []) {
  const app = appInstance();
  const component = page === null ? null : componentByRef(page, ref);
  const instance = component === null ? null : component.instance;
  host.running('the evaluator', FILE);
  try {
    const values = valuesOf(instance, app, chosenNode(page, chosen));
    const self = instance === null ? app : instance;
    try {
      return compile(code)(self, values);
    } catch (error) {
      if (!(error instanceof SyntaxError) || !/\bawait\b/.test(code)) throw error;
      return compileAsync(code)(self, values);
    }
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

/** The value, which is `$_` from now on if the message says so; of a promise what it comes to. */
function kept(message, value) {
  if (!message.keeps) return value;
  if (isPromise(value)) return value.then((result) => kept(message, result));
  lastValue = value;
  return value;
}

onMessage('evaluate', (message) => {
  const page = pages.get(message.page_id || 0) || null;
  let value;
  try {
    value = evaluateCode(message.code, page, message.ref, message.chosen);
  } catch (error) {
    answerError(message.request_id, error, message.form);
    return;
  }
  if (message.await_promise === false) answer(message.request_id, kept(message, value), message.form);
  else answerSettled(message.request_id, kept(message, value), message.form);
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
  else if (message.what === 'left-pages') value = leftPages();
  else if (message.what === 'heap') value = heapCensus();
  else if (message.what === 'node' && page !== undefined) value = nodeFacts(page, message.ref);
  else if (message.what === 'tree' && page !== undefined) {
    flush();
    value = composedTree(page.root);
  }
  post(toHost.inspected({ request_id: message.request_id, value }));
});
