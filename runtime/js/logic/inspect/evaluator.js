/**
 * Messages Evaluate and Inspect: the console's evaluator and the panels' questions. Logic process.
 * Sends Evaluated and Inspected.
 */

import { host } from '../base/host.js';
import { placeLoose } from '../base/line_space.js';
import { post } from '../base/post.js';
import { preview, previewFrom, valueOfHandle } from '../base/preview.js';
import { onMessage } from '../base/tasks.js';
import { appInstance } from '../pages/app.js';
import { flush } from '../pages/flush.js';
import { pages } from '../pages/stack.js';
import { componentByRef, componentsOf } from '../tree/places.js';
import { composedTree } from './composed_tree.js';
import { answer, answerError, answerSettled, isPromise } from './answers.js';
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
