/**
 * What the objects of `wx` keep to themselves, also when a framework has put a Proxy before them: a reactive store wraps
 * every object that is reached through it, but no function. So the state is the result of a function, `object._()`, and
 * the property may be changed, because a Proxy must hand out a fixed one as it is.
 *
 * Runs in the logic process (QuickJS); used by the classes of this folder.
 */
'use strict';

const api = (__handset.api = __handset.api || {});

/** Gives an object its state. @param {object} object @param {object} state */
function keepState(object, state) {
  Object.defineProperty(object, '_', { value: () => state, writable: true, configurable: true });
}

Object.assign(api, { keepState });
