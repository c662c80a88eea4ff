/**
 * Sounds of wx.createWebAudioContext as numbers: made by the program, or decoded by the view, where they stay until the
 * program wants to see them.
 *
 * Runs in the logic process (QuickJS); used by web_audio.js. Sends the jobs `buffer` and `channel`. Source: reference,
 * AudioBuffer; limits as browsers have them.
 */

import { base64Of, bytesOf } from '../base/base64.js';
import { keepState, stateOf } from './private_state.js';
/** @import { WebAudioLink } from './web_audio_link.js' */

export const RATE = 44100;
const RATES = [3000, 768000];
const MAX_CHANNELS = 32;
/** Samples of one sound. The engine's memory ends not far behind. */
const MAX_SAMPLES = 2 ** 25;

/** @typedef {{numberOfChannels: number, length: number, sampleRate: number}} Shape */

export class AudioBuffer {
  /** Silence. @param {WebAudioLink} link @param {Shape} shape */
  constructor(link, shape) {
    const state = { link, shape, number: 0, isThere: false, channels: null, isHeld: false, print: 0 };
    state.number = link.number(state);
    keepState(this, state);
  }

  get sampleRate() {
    return stateOf(this).shape.sampleRate;
  }

  get length() {
    return stateOf(this).shape.length;
  }

  get numberOfChannels() {
    return stateOf(this).shape.numberOfChannels;
  }

  get duration() {
    const { length, sampleRate } = stateOf(this).shape;
    return length / sampleRate;
  }

  /** @param {number} channel @returns {Float32Array} the samples themselves: writing there changes the sound */
  getChannelData(channel) {
    const state = stateOf(this);
    state.isHeld = true;
    return samplesOf(state, channel);
  }

  /** @param {Float32Array} destination @param {number} channelNumber @param {number} [startInChannel] */
  copyFromChannel(destination, channelNumber, startInChannel = 0) {
    const source = samplesOf(stateOf(this), channelNumber);
    const count = Math.min(destination.length, source.length - startInChannel);
    for (let i = 0; i < count; i++) destination[i] = source[startInChannel + i];
  }

  /** @param {Float32Array} source @param {number} channelNumber @param {number} [startInChannel] */
  copyToChannel(source, channelNumber, startInChannel = 0) {
    const state = stateOf(this);
    const target = samplesOf(state, channelNumber);
    const count = Math.min(source.length, target.length - startInChannel);
    for (let i = 0; i < count; i++) target[startInChannel + i] = source[i];
    state.isThere = false;
  }
}

/** What a program asks for is refused as browsers refuse it. @param {Shape} shape */
export function checkShape({ numberOfChannels, length, sampleRate }) {
  const isWhole = (value) => Number.isInteger(value) && value > 0;
  const refuse = (what) => {
    throw Object.assign(new Error(`createBuffer:fail ${what}`), { name: 'NotSupportedError' });
  };
  if (!isWhole(numberOfChannels) || numberOfChannels > MAX_CHANNELS) refuse(`number of channels ${numberOfChannels}`);
  if (!isWhole(length)) refuse(`length ${length}`);
  if (!(sampleRate >= RATES[0] && sampleRate <= RATES[1])) refuse(`sample rate ${sampleRate}`);
  if (length * numberOfChannels > MAX_SAMPLES) refuse(`more than ${MAX_SAMPLES} samples`);
}

/** The view has the sound. @param {AudioBuffer} buffer @param {Shape} shape what it is */
export function nowThere(buffer, shape) {
  Object.assign(stateOf(buffer), { shape, isThere: true });
  return buffer;
}

/** The number under which the view has the sound as it is now. @param {AudioBuffer} buffer @returns {number} */
export function bufferThere(buffer) {
  const state = stateOf(buffer);
  const { link, shape, number, channels } = state;
  // Whoever holds the samples may have written there since.
  const print = state.isHeld && channels ? printOf(channels) : state.print;
  if (state.isThere && print === state.print) return number;
  Object.assign(state, { isThere: true, print });
  link.add(['buffer', number, shape, channels ? channels.map(base64Of) : []]);
  return number;
}

function samplesOf(state, channel) {
  const { link, shape, number, isThere } = state;
  if (!Number.isInteger(channel) || channel < 0 || channel >= shape.numberOfChannels) {
    throw Object.assign(new Error(`there is no channel ${channel}`), { name: 'IndexSizeError' });
  }
  if (state.channels === null) {
    const known = isThere ? link.ask(['samples', number]) : null;
    state.channels = [];
    for (let i = 0; i < shape.numberOfChannels; i++) {
      state.channels.push(known ? new Float32Array(bytesOf(known[i])) : new Float32Array(shape.length));
    }
    state.print = printOf(state.channels);
  }
  return state.channels[channel];
}

function printOf(channels) {
  let print = 0;
  for (const samples of channels) for (let i = 0; i < samples.length; i++) print = (print * 31 + samples[i] * 1048576) | 0;
  return print;
}
