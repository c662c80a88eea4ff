/**
 * wx.createWebAudioContext: a graph of sound that the view's WebAudio plays. Here are the objects of the program; how far
 * it is and what it is doing is what the view has said last.
 *
 * Runs in the logic process (QuickJS), used by own_functions.js. What crosses is in web_audio_link.js; the host decodes
 * what Chromium does not (AAC). Source: reference, WebAudioContext, and that of WebAudio.
 */

import { base64Of } from '../base/base64.js';
import { isBuffer } from './codec.js';
import { handedOut } from './interception.js';
import { keepState, stateOf } from './private_state.js';
import { quiet } from './unsupported_objects.js';
import { AudioBuffer, checkShape, nowThere, RATE } from './web_audio_buffers.js';
import { AudioClock } from './web_audio_clock.js';
import { giveCalls, giveParams, LISTENER, makeNode, NODES, outward } from './web_audio_nodes.js';
import { scriptNode } from './web_audio_scripts.js';
import { bufferSource, scheduled } from './web_audio_sources.js';
/** @import { WebAudioLink } from './web_audio_link.js' */

const NOTHING = Object.freeze({ numberOfChannels: 0, length: 0, sampleRate: RATE });
const UNDECODABLE = 'decodeAudioData:fail Unable to decode audio data';
const MADE = Object.keys(NODES).filter((name) => name !== 'createBufferSource' && name !== 'createScriptProcessor');

/** @param {WebAudioLink} link @returns {object} a WebAudioContext */
export function webAudioContext(link) {
  const { bridge, observers } = link;
  const context = /** @type {any} */ ({ sampleRate: RATE, baseLatency: 0, onstatechange: null });
  const state = { link, number: 0, playing: new Map() };
  state.number = link.number(state);
  keepState(context, state);
  const clock = new AudioClock(link, state.number);
  const fire = () => bridge.guard('WebAudioContext.onstatechange', context.onstatechange, context, [{ type: 'statechange', target: context }]);
  const key = observers.keyFor((news) => {
    if (news.node !== undefined) return heardOfNode(state, news);
    clock.set(news);
    if (news.state === 'closed') observers.byKey.delete(key);
    if (typeof context.onstatechange === 'function') fire();
    return undefined;
  });
  link.add(['context', state.number, key]);
  Object.defineProperty(context, 'currentTime', { get: () => clock.now(), enumerable: true });
  Object.defineProperty(context, 'state', { get: () => clock.state, enumerable: true });
  context.destination = ends(link, context, 'destination');
  context.listener = ends(link, context, 'listener');
  for (const name of ['suspend', 'resume', 'close']) {
    context[name] = () => quiet(link.send(['rule', state.number, name]).then((news) => void clock.set(news)));
  }
  giveMakers(link, context);
  return handedOut(bridge, 'WebAudioContext', context);
}

/** Where sound goes to, and where it is heard. */
function ends(link, context, what) {
  const node = /** @type {any} */ ({});
  const state = { link, number: 0 };
  state.number = link.number(state);
  keepState(node, state);
  link.add([what, stateOf(context).number, state.number]);
  if (what === 'destination') Object.assign(node, { context, numberOfInputs: 1, numberOfOutputs: 0, maxChannelCount: 2 });
  else {
    giveParams(link, node, LISTENER.params);
    giveCalls(link, node, LISTENER.calls);
  }
  return node;
}

function giveMakers(link, context) {
  for (const name of MADE) {
    context[name] = (...args) => {
      const node = makeNode(link, context, name, args);
      return NODES[name].isScheduled ? scheduled(link, context, node) : withTables(link, node, name);
    };
  }
  context.createBufferSource = () => {
    const node = makeNode(link, context, 'createBufferSource', []);
    return handedOut(link.bridge, 'BufferSourceNode', bufferSource(link, context, node));
  };
  context.createScriptProcessor = (...args) => scriptNode(link, context, makeNode(link, context, 'createScriptProcessor', args), args);
  context.createPeriodicWave = (real, imag, constraints) => {
    const wave = {};
    const state = { link, number: 0 };
    state.number = link.number(state);
    keepState(wave, state);
    const isPlain = Boolean(constraints && constraints.disableNormalization);
    link.add(['wave', stateOf(context).number, state.number, [outward(real), outward(imag), isPlain]]);
    return wave;
  };
  context.createBuffer = (numberOfChannels, length, sampleRate) => {
    const shape = { numberOfChannels, length, sampleRate };
    checkShape(shape);
    return handedOut(link.bridge, 'AudioBuffer', new AudioBuffer(link, shape));
  };
  context.decodeAudioData = (data, decoded, failed) => decode(link, context, data, { decoded, failed });
}

/** What a node takes beside numbers: the curve of a WaveShaper. */
function withTables(link, node, name) {
  if (name !== 'createWaveShaper') return node;
  let curve = null;
  Object.defineProperty(node, 'curve', {
    get: () => curve, enumerable: true,
    set(value) {
      curve = value;
      link.add(['set', stateOf(node).number, 'curve', outward(value)]);
    },
  });
  return node;
}

function heardOfNode({ playing, link }, { node: number, what, ...news }) {
  const node = playing.get(number);
  if (node === undefined) return;
  if (what === 'process') return stateOf(node).process(news);
  playing.delete(number);
  if (typeof node.onended === 'function') {
    link.bridge.guard('onended of a sound', node.onended, node, [{ type: 'ended', target: node }]);
  }
}

/** The view decodes; what it does not know the host unpacks. */
function decode(link, context, data, { decoded, failed }) {
  const { bridge } = link;
  const decoding = new Promise((resolve, reject) => {
    if (!isBuffer(data)) throw new TypeError('decodeAudioData:fail parameter 1 is no ArrayBuffer');
    const buffer = new AudioBuffer(link, NOTHING);
    const asked = (source) => link.send(['decode', stateOf(context).number, stateOf(buffer).number, source]);
    asked({ data: base64Of(data) })
      .catch(() => fileOf(bridge, data).then((file) => asked({ file })))
      .then(
        (shape) => resolve(nowThere(buffer, shape)),
        () => reject(Object.assign(new Error(UNDECODABLE), { name: 'EncodingError', errMsg: UNDECODABLE })),
      );
  }).then((buffer) => handedOut(bridge, 'AudioBuffer', buffer));
  decoding.then(
    (buffer) => typeof decoded === 'function' && bridge.guard('decodeAudioData success', decoded, undefined, [buffer]),
    (error) => typeof failed === 'function' && bridge.guard('decodeAudioData fail', failed, undefined, [error]),
  );
  return typeof failed === 'function' ? quiet(decoding) : decoding;
}

/** A file of what the view cannot decode, for the host. @returns {Promise<string>} its path */
function fileOf({ calls }, data) {
  return new Promise((resolve, reject) => {
    calls.start('canvasToTempFilePath', { data, fileType: 'sound' }, (ok, result) =>
      ok ? resolve(result.tempFilePath) : reject(new Error(result.errMsg)),
    );
  });
}
