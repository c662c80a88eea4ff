/**
 * wx.createGlobalPayment: a checkout with ways of paying of several providers. `methodKey` is null until the user has chosen
 * one; a payment that has been made is not made again.
 *
 * Runs in the logic process (QuickJS), used by own_functions.js. The panels are the host's
 * (families/open_api/create_global_payment.py). Source: reference, GlobalPayment.
 */

import { callWithOption } from './call.js';
import { handedOut } from './interception.js';
/** @import { Calls } from './call.js' */

const WECHAT_PAY = 'WECHAT_PAY';
const CODE = -1;
let lastRequest = 0;

/** @param {Calls} calls */
export function globalPayment(calls) {
  const requestId = `desk-${++lastRequest}`;
  let isOver = false;
  const told = (result) => ({ ...result, requestId });
  const ask = (name, option, extra) =>
    Promise.resolve(callWithOption(calls, `GlobalPayment.${name}`, { ...option, ...extra })).then(told, (failure) =>
      Promise.reject(told({ errno: CODE, ...failure })),
    );
  const refused = (name, why) => Promise.reject(told({ errno: CODE, errMsg: `${name}:fail ${why}` }));
  const payment = {
    /** @type {string | null} */
    methodKey: null,
    async openMethodPicker(option) {
      const result = await ask('openMethodPicker', option, { isChosen: payment.methodKey !== null });
      payment.methodKey = result.methodKey;
      return result;
    },
    requestGlobalPayment(option) {
      if (isOver) return refused('requestGlobalPayment', 'the payment is over');
      if (payment.methodKey === null || payment.methodKey === WECHAT_PAY) {
        return refused('requestGlobalPayment', 'no payment method of another provider is chosen');
      }
      return ask('requestGlobalPayment', option).then((result) => {
        isOver = true;
        return { ...result, errno: 0 };
      });
    },
    abort() {
      isOver = true;
      return Promise.resolve(told({ errno: 0, errMsg: 'abort:ok' }));
    },
  };
  return handedOut(calls.bridge, 'GlobalPayment', payment);
}
