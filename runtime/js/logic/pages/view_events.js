/**
 * Events of the view (message ViewEvents, wire §4). Logic process.
 */

import { bare } from '../base/records.js';
import { Signal } from '../base/signal.js';
import { fireWxEvent } from '../base/wx_events.js';
import { describeNodeAt, dispatchAlong, pathFrom } from '../component/events.js';
import { applyModel, collectFormFields } from '../component/forms.js';
import { wxsCalls } from '../component/wxs_calls.js';
import { composedParent } from '../tree/places.js';
import { beginTap } from './tap_context.js';
import { operation } from '../../shared/wire/operations.js';

/** What an observer of `wx` has seen. Sent with the event's detail. */
export const observed = new Signal();
/** The view wants the handlers of an element that are worklets. Sent with page, owner's instance, reference, handlers. */
export const workletsWanted = new Signal();
const TAP_TYPES = new Set(['tap', 'submit']);

/** The element of a view event as the program sees a target; undefined if it is gone. */
export function targetOf(page, event) {
  const fragment = page.shown.get(event.id);
  const isThere = fragment !== undefined && fragment.block.nodes[event.node] !== undefined;
  return isThere ? describeNodeAt({ fragment, node: event.node }, event.offsets) : undefined;
}

/** An event of the view. */
export function viewEvent(page, event) {
  bare(event);
  if (event.type === 'keyboardheightchange' && event.id === 0) {
    fireWxEvent('onKeyboardHeightChange', event.detail);
    return;
  }
  if (Object.hasOwn(wxsCalls, event.type)) {
    wxsCalls[event.type](page, event);
    return;
  }
  const fragment = page.shown.get(event.id);
  if (fragment === undefined || event.node < 0 || event.node >= fragment.block.nodes.length) return;
  if (event.type === 'worklet') {
    workletsWanted.send(page, fragment.owner.instance, [event.id, event.node], event.detail.handlers);
    return;
  }
  const { type, ts: timeStamp, detail = {}, touches, changedTouches, offsets, stop = null } = event;
  const base = bare({ type, timeStamp, detail });
  // Source: reference, map: its type is that of the phase.
  if (type === 'regionchange') Object.assign(base, { type: detail.type, causedBy: detail.causedBy });
  if (touches !== undefined) base.touches = touches;
  if (changedTouches !== undefined) base.changedTouches = changedTouches;
  const bubbles = Boolean(event.bubbles);
  const path = pathFrom(fragment, event.node, composedParent);
  if (TAP_TYPES.has(type)) beginTap();
  applyModel(fragment, event.node, event);
  if (type === 'submit') collectFormFields(fragment, event.node, detail);
  const result = dispatchAlong({ type, path, base, offsets, stop, bubbles, captures: bubbles, isNative: true });
  if (type === 'input') answerInput(page, event, result);
}

function answerInput(page, event, result) {
  if (typeof result === 'string') page.extra.push(operation.setValue(event.id, event.node, result, null));
  else if (typeof result === 'object' && result !== null && typeof result.value === 'string') {
    const cursor = typeof result.cursor === 'number' ? result.cursor : null;
    page.extra.push(operation.setValue(event.id, event.node, result.value, cursor));
  }
}
