/**
 * Events that tests send to elements and components, and the handlers of tests themselves (`addEventListener`).
 */

import { describeNodeAt, dispatchAlong, pathFrom } from '../logic/component/events.js';
import { applyModel, collectFormFields } from '../logic/component/forms.js';
import { componentAt, composedParent, treeParent } from '../logic/tree/places.js';
import { act } from './acting.js';
import { noteChange } from './changed_pages.js';

/** Component, or fragment of a plain element → its handlers `{node, type, handler, isCapture}`. */
const listeners = new WeakMap();
/** Everything is at the top left. */
const OFFSETS = new Proxy({}, { get: () => [0, 0] });

/** The handlers at a component, or at a plain element. */
export function heardBy(component, place) {
  const key = component === null ? place.fragment : component;
  if (!listeners.has(key)) listeners.set(key, []);
  return listeners.get(key);
}

function handlersAt(component, place, type) {
  const known = listeners.get(component === null ? place.fragment : component);
  if (known === undefined) return [];
  return known.filter((one) => one.type === type && (component !== null || one.node === place.node));
}

/** Sends an event to a place (null: to the component that is mounted), and up from there. */
export function dispatch(page, place, type, { detail, touches, changedTouches }) {
  act(() => {
    noteChange(page);
    const base = { type, timeStamp: performance.now(), detail, touches, changedTouches };
    const path = place === null ? [] : pathFrom(place.fragment, place.node, composedParent);
    const stations = [...path.map((at) => [componentAt(at.fragment, at.node), at]), [page.root, null]];
    const event = { ...base, target: described(place), bubbles: true, composed: true };
    tell(stations, event, true);
    if (place !== null) {
      applyModel(place.fragment, place.node, event);
      if (type === 'submit') collectFormFields(place.fragment, place.node, detail);
      dispatchAlong({ type, path, base, offsets: OFFSETS, bubbles: true, captures: true, isNative: true });
    }
    tell(stations, event, false);
  });
}

/** How handlers of tests hear what a component triggers: on the way down (`true`), and on the way up. */
export function listenersTo(component, type, detail, { bubbles = false, composed = false, capturePhase = false }) {
  const { fragment, nodeIndex, page } = component;
  const path = fragment === null ? [] : pathFrom(fragment, nodeIndex, composed ? composedParent : treeParent);
  const stations = path.map((at) => [componentAt(at.fragment, at.node), at]);
  if (fragment === null || composed) stations.push([page.root, null]);
  const target = described(path[0] || null);
  const event = { type, timeStamp: performance.now(), detail: detail === undefined ? {} : detail, target, bubbles, composed };
  return (isCapture) => {
    if (!isCapture) tell(bubbles ? stations : stations.slice(0, 1), event, false);
    else if (capturePhase) tell(stations, event, true);
  };
}

function tell(stations, event, isCapture) {
  for (const [component, place] of isCapture ? [...stations].reverse() : stations) {
    for (const one of handlersAt(component, place, event.type)) {
      if (one.isCapture === isCapture) one.handler.call(component, { ...event, currentTarget: described(place) });
    }
  }
}

function described(place) {
  return place === null ? { id: '', dataset: {}, offsetLeft: 0, offsetTop: 0 } : describeNodeAt(place, OFFSETS);
}
