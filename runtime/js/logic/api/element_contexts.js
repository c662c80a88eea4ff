/**
 * The objects by which a program rules a component: what wx.createVideoContext and its like give. A method is an order
 * to the element, found when it is called; what such an object does not carry out says so (unsupported_objects.js).
 *
 * Runs in the logic process (QuickJS); used by facade.js and node_objects.js. Sends ViewCall `element` (`Invoke`).
 */

import { argumentsOf, callWithOption, hasCallback, withCallbacks } from './call.js';
import { frameListener } from './camera_frames.js';
import { handedOut } from './interception.js';
import { withPaths } from './taken_files.js';
import { unsupportedObject } from './unsupported_objects.js';
import { elementCall } from '../../shared/wire/element_calls.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Bridge } from './facade.js' */
/** @import { Observers } from './observers.js' */

/**
 * The functions of `wx` that give one.
 * @param {Bridge} bridge @param {Observers} observers
 * @returns {Record<string, Function>}
 */
export function contextFunctions(bridge, observers) {
  return {
    createAudioContext: (id, scope) => elementContext(bridge, 'AudioContext', byId(bridge, 'audio', id, scope)),
    createCameraContext: () => cameraContext(bridge, byId(bridge, 'camera', undefined, null)),
    createLivePlayerContext: (id, scope) =>
      elementContext(bridge, 'LivePlayerContext', byId(bridge, 'live-player', id, scope)),
    createLivePusherContext: () => elementContext(bridge, 'LivePusherContext', byId(bridge, 'live-pusher', undefined, null)),
    createMapContext: (id, scope) => mapContext(bridge, observers, byId(bridge, 'map', id, scope)),
    createVideoContext: (id, scope) => elementContext(bridge, 'VideoContext', byId(bridge, 'video', id, scope)),
  };
}

/**
 * @param {Bridge} bridge @param {string} kind its name in the catalogue
 * @param {() => {pageId: number, ref: [number, number]} | null} find its element
 */
export function elementContext(bridge, kind, find) {
  const object = unsupportedObject(bridge, kind);
  const rows = bridge.table.objects[kind] || {};
  for (const name of Object.keys(rows)) {
    const [letter, , state] = rows[name];
    if (state !== 'u' && !'+-'.includes(letter)) object[name] = order(bridge, kind, name, find);
  }
  return handedOut(bridge, kind, object);
}

/** A camera hands out its pictures. */
function cameraContext(bridge, find) {
  const context = elementContext(bridge, 'CameraContext', find);
  if (bridge.intercepted.has('CameraContext.onCameraFrame')) return context;
  const take = () => ordered(bridge, 'frame', find(), []);
  context.onCameraFrame = (callback) => handedOut(bridge, 'CameraFrameListener', frameListener(bridge, take, callback));
  return context;
}

/** A map tells who listens of its clusters. */
function mapContext(bridge, observers, find) {
  const context = elementContext(bridge, 'MapContext', find);
  const { on } = context;
  const own = (event, callback) => {
    if (typeof callback !== 'function') return;
    const key = observers.keyFor(({ key: _, ...detail }) => bridge.guard(`MapContext ${event}`, callback, undefined, [detail]));
    ordered(bridge, 'listen', find(), [{ event, key }]).catch(() => {});
  };
  // The phone's own map page stands for other apps.
  if (!bridge.intercepted.has('MapContext.openMapApp')) {
    context.openMapApp = (option) => {
      const { destination, latitude, longitude } = option || {};
      const { success, fail, complete } = option || {};
      return callWithOption(bridge.calls, 'openLocation', { latitude, longitude, name: destination, success, fail, complete });
    };
  }
  context.on = bridge.intercepted.has('MapContext.on') ? on : own;
  return context;
}

/** The element of a tag with an id, in a component or (null) the page on top. */
function byId(bridge, tag, id, scope) {
  const given = scope && bridge.isComponent(scope) ? scope : null;
  return () => {
    const ref = bridge.elementOf(given, tag, id === undefined ? undefined : String(id));
    return ref === null ? null : { pageId: bridge.pageIdOf(given), ref };
  };
}

function order(bridge, kind, name, find) {
  const title = `${kind}.${name}`;
  return (...args) => {
    const [option] = args;
    const isListening = option !== null && typeof option === 'object' && hasCallback(option);
    const values = args.map((value) => (value && typeof value === 'object' ? argumentsOf(value) : value));
    const promise = ordered(bridge, name, find(), values.filter((value) => typeof value !== 'function'));
    if (option && typeof option.animationEnd === 'function') {
      promise.then(() => bridge.guard(`${title} animationEnd`, option.animationEnd, option, []), () => {});
    }
    if (isListening) withCallbacks(bridge, title, option, promise);
    else promise.catch(() => {});
    return undefined;
  };
}

function ordered(bridge, name, place, args) {
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject({ errMsg: `${name}:fail ${reason}` });
    if (place === null) return bridge.later(() => fail('the component is not there'));
    const call = elementCall.invoke({ method: name, args });
    const message = viewCall.elementMethod({ id: place.ref[0], node: place.ref[1], call });
    return bridge.callView(place.pageId, message, (error, result) =>
      error ? fail(error) : withPaths(bridge, { ...result, errMsg: `${name}:ok` }).then(resolve, reject),
    );
  });
}
