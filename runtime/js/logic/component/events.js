/**
 * Events: from the view (message ViewEvents, wire §4) and from triggerEvent, along the path, to handlers.
 * Logic process. Order: capture from the root to the target, then from the target to the root.
 */

import { warn } from '../base/console.js';
import { run } from '../base/failures.js';
import { bare } from '../base/records.js';
import { outerPath } from '../base/source_places.js';
import { eventIsHandled, eventIsOver } from '../debugging/triggers.js';
import { isBeingMade } from '../tree/fragments.js';
import { nodeDataset, nodeId, nodeMark } from '../tree/nodes.js';
import { composedParent, treeParent } from '../tree/places.js';

/**
 * Nodes from the target upward, by `parentOf`: `composedParent` as they lie on the screen, `treeParent` as written. What
 * is taken out of the tree hangs together, and on nothing else; what is being made does not hang together yet.
 */
export function pathFrom(fragment, node, parentOf) {
  const path = [];
  for (let at = { fragment, node }; at !== null; at = isPlaced(at) ? parentOf(at.fragment, at.node) : null) {
    if (fragment.isDropped && !at.fragment.isDropped) break;
    path.push(at);
  }
  return path;
}

/** Whether a node stands in the one around it: it is put there once all that is written beside it is made. */
function isPlaced({ fragment, node }) {
  const around = treeParent(fragment, node);
  const last = around === null ? null : around.fragment;
  for (let at = fragment; at !== null; at = at.up) {
    if (isBeingMade(at)) return false;
    if (at === last) return true;
  }
  return true;
}

function handlerName(at, entry) {
  const [, , handler, index] = entry;
  if (index === undefined || index < 0) return handler;
  const value = at.fragment.values[index];
  return typeof value === 'string' ? value : '';
}

function listens(at, type) {
  const { events } = at.fragment.block.nodes[at.node];
  return events !== undefined && events.some((entry) => entry[0] === type);
}

function isWithin(owner, outer) {
  for (let at = owner; at !== null; at = at.owner) if (at === outer) return true;
  return false;
}

/** The node through which an event has come into a tree. */
function entryOf(path, owner) {
  return path.find((other) => other.fragment.owner === owner) || path[0];
}

/**
 * The node that a listener at `at` sees as the target: in a shadow tree further in it is the host; where content in a
 * slot was touched it is the slot. If that has no node of its own, it is nothing in the newer generation (null), and in
 * the older one the listener's node stands for it.
 */
function targetFor(path, at) {
  const origin = path[0];
  const { owner } = at.fragment;
  const entry = entryOf(path, owner);
  const isSlotted = origin.fragment.owner !== owner && isWithin(owner, origin.fragment.owner);
  if (!isSlotted || entry.fragment.block.nodes[entry.node].tag === 'slot') return entry;
  return owner.definition.isNewer ? null : at;
}

/** The marks of a node and all around it in the same template; the nearer one counts. */
function marksFrom({ fragment, node }) {
  const around = pathFrom(fragment, node, treeParent);
  return around.reduce((marks, at) => ({ ...nodeMark(at.fragment, at.node), ...marks }), {});
}

export function describeNodeAt(at, offsets) {
  if (at === null) return { id: '', dataset: {} };
  const id = nodeId(at.fragment, at.node);
  const dataset = nodeDataset(at.fragment, at.node);
  const offset = offsets === undefined ? undefined : offsets[`${at.fragment.id}.${at.node}`];
  return offset === undefined ? { id, dataset } : { id, dataset, offsetLeft: offset[0], offsetTop: offset[1] };
}

function eventFor(flight, at) {
  const { owner } = at.fragment;
  return {
    ...flight.base,
    target: describeNodeAt(targetFor(flight.path, at), flight.offsets),
    currentTarget: describeNodeAt(at, flight.offsets),
    mark: marksFrom(entryOf(flight.path, owner)),
  };
}

function callHandler(flight, at, entry) {
  const name = handlerName(at, entry);
  if (name === '' || name === undefined || name === null) return;
  const { owner } = at.fragment;
  const fn = owner.instance[name];
  if (typeof fn !== 'function') {
    const { file, line } = at.fragment.block.nodes[at.node];
    const where = `${outerPath(file || at.fragment.block.definition.file)}:${line}`;
    warn(`${owner.path} has no method "${name}" for the event "${flight.type}" (${where})`);
    return;
  }
  eventIsHandled(flight.type);
  flight.result = run(fn, owner.instance, [eventFor(flight, at)], name, owner);
  eventIsOver();
  if (flight.result === false && owner.definition.isNewer) flight.isRefused = true;
}

/** Runs the listeners of one node in one phase; true if the event goes no further. */
function visitNode(flight, at, isCapture) {
  const { events } = at.fragment.block.nodes[at.node];
  if (events === undefined) return false;
  let isCaught = false;
  for (const entry of events) {
    const [type, form] = entry;
    if (type !== flight.type || form.startsWith('capture-') !== isCapture) continue;
    if (isOff(at, entry)) continue;
    const isMutual = form.endsWith('mut-bind');
    if (isMutual && flight.isTaken) continue;
    const isEmpty = entry[2] === '' && (entry[3] === undefined || entry[3] < 0);
    if (isMutual) flight.isTaken = true;
    callHandler(flight, at, entry);
    if (form.endsWith('catch') && !(isEmpty && !flight.isNative)) isCaught = true;
  }
  return isCaught || flight.isRefused || isStopped(flight, at, isCapture);
}

/** A bound handler that is empty now binds nothing, not even a catch. */
function isOff(at, entry) {
  const [, , , index] = entry;
  if (index === undefined || index < 0) return false;
  const value = at.fragment.values[index];
  return typeof value !== 'function' && (typeof value !== 'string' || value === '');
}

/** Whether wxs in the view has stopped the event at this node, in this phase. */
function isStopped(flight, at, isCapture) {
  const { stop } = flight;
  if (stop === null || stop === undefined) return false;
  return stop[0] === at.fragment.id && stop[1] === at.node && stop[2] === isCapture;
}

/** What there is of an event before the first listener. `isRefused`: one of the newer generation has returned false. */
const BEGINNING = { offsets: undefined, stop: null, isTaken: false, isRefused: false, result: undefined };

/**
 * Sends an event along its path; gives what the last handler returned.
 * `event`: {type, path, base, bubbles, captures, isNative, offsets?, stop?}.
 */
export function dispatchAlong(event) {
  const flight = bare({ ...BEGINNING, ...event });
  if (flight.captures) {
    for (let i = flight.path.length - 1; i >= 0; i--) if (visitNode(flight, flight.path[i], true)) return flight.result;
  }
  const reach = flight.bubbles ? flight.path.length : Math.min(1, flight.path.length);
  for (let i = 0; i < reach; i++) if (visitNode(flight, flight.path[i], false)) break;
  return flight.result;
}

/** `this.triggerEvent(name, detail, {bubbles, composed, capturePhase})`. In `created` nobody listens yet. */
export function triggerEvent(component, name, detail, options) {
  const { fragment, nodeIndex } = component;
  if (fragment === null || !component.isCreated) return;
  const path = pathFrom(fragment, nodeIndex, options.composed ? composedParent : treeParent);
  const { page } = component;
  if (!path.some((at) => listens(at, name))) return;
  const base = { type: name, timeStamp: performance.now() - page.openedAt, detail: detail === undefined ? {} : detail };
  const bubbles = Boolean(options.bubbles);
  dispatchAlong({ type: name, path, base, bubbles, captures: Boolean(options.capturePhase), isNative: false });
}
