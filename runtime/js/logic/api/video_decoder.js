/**
 * wx.createVideoDecoder: a film as pictures of numbers. A few are asked for ahead; what a program takes makes room for more.
 *
 * Runs in the logic process (QuickJS), used by own_functions.js. Sends ViewCall `decodeVideo`. Source: reference,
 * VideoDecoder.
 */

import { bytesOf } from '../base/base64.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
import { keepState } from './private_state.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Bridge } from './facade.js' */

const AHEAD = 2;
/** Source: reference, VideoDecoder.start: 0 by the times of the pictures, 1 as fast as can be. */
const PACED = 0;

/** @param {Bridge} bridge @param {number} number its own @returns {object} a VideoDecoder */
export function videoDecoder(bridge, number) {
  const decoder = new Decoder(bridge, number);
  const object = {};
  keepState(object, decoder);
  for (const name of ['start', 'stop', 'seek', 'remove', 'getFrameData']) object[name] = (value) => decoder[name](value);
  object.on = (event, listener) => decoder.listeners.add(String(event), listener);
  object.off = (event, listener) => decoder.listeners.remove(String(event), listener);
  return handedOut(bridge, 'VideoDecoder', object);
}

class Decoder {
  /** @param {Bridge} bridge @param {number} number */
  constructor(bridge, number) {
    this.bridge = bridge;
    this.listeners = new Listeners(bridge, 'VideoDecoder');
    this.number = number;
    this.source = '';
    /** @type {object[]} */
    this.frames = [];
    /** Answers of an older film are nobody's. */
    this.round = 0;
    this.isAsking = false;
    this.isAtEnd = true;
  }

  start(option) {
    const { source, mode = 1, abortVideo = false } = option || {};
    this.source = String(source);
    this.clear();
    return this.order('start', { source: this.source, isPaced: mode === PACED }).then((facts) => {
      this.listeners.fire('start', facts);
      this.isAtEnd = Boolean(abortVideo);
      this.fill();
      return { ...facts, errMsg: 'start:ok' };
    });
  }

  stop() {
    this.clear();
    return this.order('remove', null).then(() => {
      this.listeners.fire('stop', {});
      return { errMsg: 'stop:ok' };
    });
  }

  remove() {
    this.clear();
    return this.order('remove', null).then(() => ({ errMsg: 'remove:ok' }));
  }

  seek(position) {
    this.clear();
    return this.order('seek', Number(position) || 0).then(() => {
      this.listeners.fire('seek', { position: Number(position) || 0 });
      this.isAtEnd = false;
      this.fill();
      return { errMsg: 'seek:ok' };
    });
  }

  /** The next picture; null if there is none yet, or no more. */
  getFrameData() {
    const frame = this.frames.shift() || null;
    if (frame && this.isAtEnd && this.frames.length === 0) this.bridge.later(() => this.listeners.fire('ended', {}));
    this.fill();
    return frame;
  }

  clear() {
    this.round += 1;
    this.frames = [];
    this.isAsking = false;
    this.isAtEnd = true;
  }

  fill() {
    if (this.isAsking || this.isAtEnd || this.frames.length >= AHEAD) return;
    this.isAsking = true;
    const { round } = this;
    this.order('next', null).then(
      (frame) => round === this.round && this.come(frame),
      () => round === this.round && this.come(null),
    );
  }

  come(frame) {
    this.isAsking = false;
    this.isAtEnd = frame === null;
    if (frame) {
      const { width, height, pixels, position } = frame;
      this.frames.push({ width, height, data: bytesOf(pixels), pkPts: position, pkDts: position });
      this.listeners.fire('bufferchange', {});
    } else if (this.frames.length === 0) this.listeners.fire('ended', {});
    this.fill();
  }

  order(what, value) {
    const { bridge } = this;
    return new Promise((resolve, reject) => {
      const pageId = bridge.pageIdOf(null);
      if (pageId === 0) return reject({ errMsg: `${what}:fail there is no page yet` });
      return bridge.postView(pageId, viewCall.decodeVideo({ decoder: this.number, what, value }), (error, result) =>
        error ? reject({ errMsg: `${what}:fail ${error}` }) : resolve(result),
      );
    });
  }
}
