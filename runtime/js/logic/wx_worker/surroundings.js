/**
 * What files of the base library expect around them, in a worker that has no App, no pages and no view. Process of a
 * worker. An error that nobody caught goes to the program too: ApiEvent `onError`.
 */
'use strict';

const { post } = __handset;

/** Handles of previews belong to the logic process; a worker's values are shown as far as they were sent. */
function withoutHandles(preview) {
  const { id, ...rest } = preview;
  if (rest.items !== undefined) rest.items = rest.items.map(withoutHandles);
  if (rest.props !== undefined) rest.props = rest.props.map(([name, value]) => [name, withoutHandles(value)]);
  return rest;
}

__handset.post = function (message) {
  post(message.m === 'log' ? { ...message, args: message.args.map(withoutHandles) } : message);
};

__handset.flush = function () {};

__handset.callApp = function () {};

__handset.fireApi = function (event, detail) {
  if (event !== 'onError') return;
  const error = { message: detail.message, stack: detail.stack };
  __handset.post({ m: 'api-event', name: 'onError', detail: { ...error, error } });
};
