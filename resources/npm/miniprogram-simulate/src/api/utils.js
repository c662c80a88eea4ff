'use strict';

/** Functions that tests put in the place of those of wx: each answers with what it was made with. */

const OK = { errCode: 0, errno: 0 };

function mockSync(value) {
  return () => value;
}

/** Answers by `success` and `complete`, or by `fail` if the result says so. */
function runInAsync(options, result) {
  setTimeout(() => {
    const { success, fail, complete } = options;
    const told = result.errMsg.includes(':ok') ? success : result.errMsg.includes(':fail') ? fail : undefined;
    if (typeof told === 'function') told(result);
    if (typeof complete === 'function') complete(result);
  }, 0);
}

function mockAsync(name, data = {}) {
  return (options = {}) => runInAsync(options, { errMsg: `${name}:ok`, ...OK, ...data });
}

/** Gives a promise where no function is passed. */
function mockAsyncAndPromise(name, data = {}, promised) {
  const answer = mockAsync(name, data);
  return (options = {}) => {
    if (options.success || options.fail || options.complete) return answer(options);
    return new Promise((resolve, reject) => {
      answer({ ...options, success: (result) => resolve(promised || result), fail: reject });
    });
  };
}

module.exports = { mockAsync, mockAsyncAndPromise, mockSync, runInAsync };
