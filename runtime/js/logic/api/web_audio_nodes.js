/**
 * Nodes of wx.createWebAudioContext: what stands for one in the program. The node itself is the view's.
 *
 * Runs in the logic process (QuickJS); used by web_audio.js. Sends the jobs `node`, `set`, `param`, `call`, `connect`,
 * `disconnect`, and asks by `read`. Defaults as the reference of WebAudio has them.
 */

import { base64Of, bytesOf } from '../base/base64.js';
import { keepState, stateOf } from './private_state.js';
/** @import { WebAudioLink } from './web_audio_link.js' */

const PLACE = { positionX: 0, positionY: 0, positionZ: 0 };
const AHEAD = { orientationX: 1, orientationY: 0, orientationZ: 0 };
/** By the function that makes one. `params`: what changes over time; `props`: plain values; `calls`: its own methods. */
export const NODES = {
  createAnalyser: { props: { fftSize: 2048, minDecibels: -100, maxDecibels: -30, smoothingTimeConstant: 0.8 } },
  createBiquadFilter: { params: { frequency: 350, detune: 0, Q: 1, gain: 0 }, props: { type: 'lowpass' } },
  createBufferSource: {
    params: { playbackRate: 1, detune: 0 }, props: { loop: false, loopStart: 0, loopEnd: 0 }, isScheduled: true,
  },
  createChannelMerger: { inputs: 6 },
  createChannelSplitter: { outputs: 6 },
  createConstantSource: { params: { offset: 1 }, isScheduled: true },
  createDelay: { params: { delayTime: 0 } },
  createDynamicsCompressor: { params: { threshold: -24, knee: 30, ratio: 12, attack: 0.003, release: 0.25 } },
  createGain: { params: { gain: 1 } },
  createIIRFilter: {},
  createOscillator: { params: { frequency: 440, detune: 0 }, props: { type: 'sine' }, isScheduled: true },
  createPanner: {
    params: { ...PLACE, ...AHEAD },
    props: {
      panningModel: 'equalpower', distanceModel: 'inverse', refDistance: 1, maxDistance: 10000, rolloffFactor: 1,
      coneInnerAngle: 360, coneOuterAngle: 360, coneOuterGain: 0,
    },
    calls: ['setPosition', 'setOrientation'],
  },
  createScriptProcessor: {},
  createWaveShaper: { props: { oversample: 'none' } },
};
export const LISTENER = {
  params: { ...PLACE, forwardX: 0, forwardY: 0, forwardZ: -1, upX: 0, upY: 1, upZ: 0 }, calls: ['setPosition', 'setOrientation'],
};
const RAMPS = [
  'setValueAtTime', 'linearRampToValueAtTime', 'exponentialRampToValueAtTime', 'setTargetAtTime', 'setValueCurveAtTime',
  'cancelScheduledValues', 'cancelAndHoldAtTime',
];
const ANALYSED = {
  getByteFrequencyData: Uint8Array, getByteTimeDomainData: Uint8Array, getFloatFrequencyData: Float32Array,
  getFloatTimeDomainData: Float32Array,
};

/** A value that changes over time. */
class AudioParam {
  /** @param {WebAudioLink} link @param {number} number of its node @param {string} name @param {number} usual */
  constructor(link, number, name, usual) {
    keepState(this, { link, number, name, value: usual, isRuled: false });
    this.defaultValue = usual;
  }

  get value() {
    const state = stateOf(this);
    const { link, number, name, isRuled } = state;
    if (isRuled) state.value = link.ask(['param', number, name]) ?? state.value;
    return state.value;
  }

  set value(value) {
    const state = stateOf(this);
    if (!Number.isFinite(Number(value))) throw new TypeError(`${state.name}.value is no finite number`);
    state.value = Number(value);
    state.link.add(['param', state.number, state.name, 'value', [state.value]]);
  }
}
for (const method of RAMPS) {
  AudioParam.prototype[method] = function ramp(/** @type {any[]} */ ...args) {
    const state = stateOf(this);
    state.isRuled = true;
    state.link.add(['param', state.number, state.name, method, args.map(outward)]);
    return this;
  };
}

/** Numbers in a row travel as bytes. @param {any} value */
export function outward(value) {
  if (value !== null && typeof value === 'object' && typeof value.length === 'number') {
    return { floats: base64Of(value instanceof Float32Array ? value : new Float32Array(value)) };
  }
  return value === undefined ? null : value;
}

/**
 * What all nodes have, from the description of their kind.
 * @param {WebAudioLink} link @param {object} context @param {string} maker of `NODES` @param {any[]} args
 * @returns {any}
 */
export function makeNode(link, context, maker, args) {
  const node = /** @type {any} */ ({});
  const state = { link, context };
  const number = link.number(state);
  keepState(node, Object.assign(state, { number }));
  link.add(['node', stateOf(context).number, number, maker, args.map(outward)]);
  const { params = {}, props = {}, calls = [], inputs = 1, outputs = 1 } = /** @type {any} */ (NODES[maker]);
  Object.assign(node, {
    context, channelCount: 2, channelCountMode: 'max', channelInterpretation: 'speakers',
    numberOfInputs: maker === 'createChannelMerger' ? args[0] ?? inputs : inputs,
    numberOfOutputs: maker === 'createChannelSplitter' ? args[0] ?? outputs : outputs,
  });
  giveParams(link, node, params);
  giveProps(link, node, props);
  giveCalls(link, node, calls);
  giveConnections(link, node);
  if (maker === 'createAnalyser') giveAnalysis(link, node);
  if (maker === 'createBiquadFilter' || maker === 'createIIRFilter') giveResponse(link, node);
  return node;
}

/** @param {WebAudioLink} link @param {any} node @param {Record<string, number>} params */
export function giveParams(link, node, params) {
  const { number } = stateOf(node);
  for (const name of Object.keys(params)) node[name] = new AudioParam(link, number, name, params[name]);
}

/** @param {WebAudioLink} link @param {any} node @param {string[]} names */
export function giveCalls(link, node, names) {
  const { number } = stateOf(node);
  for (const name of names) node[name] = (...args) => link.add(['call', number, name, args.map(outward)]);
}

function giveProps(link, node, props) {
  const { number } = stateOf(node);
  const values = { ...props };
  for (const name of Object.keys(props)) {
    Object.defineProperty(node, name, {
      get: () => values[name], enumerable: true, configurable: true,
      set(value) {
        values[name] = value;
        link.add(['set', number, name, outward(value)]);
      },
    });
  }
}

function giveConnections(link, node) {
  const { number } = stateOf(node);
  const way = (name) => (target, ...ports) => {
    const held = target !== null && typeof target === 'object' && typeof target._ === 'function' ? stateOf(target) : null;
    if (!held && (name === 'connect' || target !== undefined)) throw new TypeError(`${name}: parameter 1 is no AudioNode`);
    link.add([name, number, held ? held.number : null, held && held.name ? held.name : null, ports]);
    return name === 'connect' && !(held && held.name) ? target : undefined;
  };
  node.connect = way('connect');
  node.disconnect = way('disconnect');
}

function giveAnalysis(link, node) {
  const { number } = stateOf(node);
  Object.defineProperty(node, 'frequencyBinCount', { get: () => node.fftSize / 2, enumerable: true });
  for (const name of Object.keys(ANALYSED)) {
    node[name] = (array) => {
      const text = link.ask(['analyse', number, name]);
      if (text === null) return;
      const read = new ANALYSED[name](bytesOf(text));
      for (let i = 0; i < Math.min(array.length, read.length); i++) array[i] = read[i];
    };
  }
}

function giveResponse(link, node) {
  const { number } = stateOf(node);
  node.getFrequencyResponse = (frequencies, magnitudes, phases) => {
    const read = link.ask(['response', number, outward(frequencies)]);
    if (read === null) return;
    [magnitudes, phases].forEach((array, index) => {
      const values = new Float32Array(bytesOf(read[index]));
      for (let i = 0; i < Math.min(array.length, values.length); i++) array[i] = values[i];
    });
  };
}
