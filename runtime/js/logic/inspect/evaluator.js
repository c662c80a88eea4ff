/**
 * Messages Evaluate and Inspect: the console's evaluator and the panels' questions. Logic process.
 * Sends Evaluated and Inspected.
 */
'use strict';

const { receivers } = __handset;
const evaluate = eval;
const FILE = '(console)';

function compile(code) {
  const newlines = __handset.placeLoose(FILE, code);
  const run = (0, evaluate)('(function (page, app, $page, __code) { return eval(__code); })');
  return (page, app) => run.call(page === null ? app : page, page, app, page, newlines + code);
}

function compileAsync(code) {
  const newlines = __handset.placeLoose(FILE, code);
  const head = '(async function (page, app, $page) { return (';
  const run = (0, evaluate)(`${newlines}${head}${code}\n); })`);
  return (page, app) => run.call(page === null ? app : page, page, app, page);
}

function evaluateCode(code, page, ref) {
  const app = __handset.appInstance();
  const component = page === null ? null : __handset.componentByRef(page, ref);
  const instance = component === null ? null : component.instance;
  __handset.host.running('the evaluator', FILE);
  try {
    return compile(code)(instance, app);
  } catch (error) {
    if (!(error instanceof SyntaxError) || !/\bawait\b/.test(code)) throw error;
    return compileAsync(code)(instance, app);
  } finally {
    __handset.host.running('', '');
  }
}

function answer(request, value) {
  __handset.post({ m: 'evaluated', request_id: request, value: __handset.preview(value) });
}

function answerError(request, error) {
  const text = __handset.cut(__handset.errorText(error));
  __handset.post({ m: 'evaluated', request_id: request, error: text, stack: __handset.outerFrames(__handset.framesOf(error)) });
}

receivers.evaluate = function (message) {
  const page = __handset.pages.get(message.page_id || 0) || null;
  let value;
  try {
    value = evaluateCode(message.code, page, message.ref);
  } catch (error) {
    answerError(message.request_id, error);
    return;
  }
  if (message.await_promise === false || !(value instanceof Promise)) answer(message.request_id, value);
  else value.then((result) => answer(message.request_id, result), (error) => answerError(message.request_id, error));
};

receivers.inspect = function (message) {
  const page = __handset.pages.get(message.page_id || 0);
  let value = null;
  if (message.what === 'object') {
    value = __handset.previewFrom(__handset.valueOfHandle(message.object_id), message.start || 0);
  }
  else if (message.what === 'data' && page !== undefined) {
    const component = __handset.componentByRef(page, message.ref);
    value = component === null ? null : __handset.preview(component.data, 3);
  }
  else if (message.what === 'components' && page !== undefined) value = __handset.componentsOf(page);
  else if (message.what === 'tree' && page !== undefined) {
    __handset.flush();
    value = __handset.composedTree(page.root);
  }
  __handset.post({ m: 'inspected', request_id: message.request_id, value });
};
