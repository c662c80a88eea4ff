/**
 * wx.createMediaRecorder: a film of what a canvas shows, picture by picture as the program asks for them. The time between
 * two pictures is the time that passes between them.
 *
 * Runs in the logic process (QuickJS), used by own_functions.js. Sends the canvas job `record`, so that a picture has all
 * that was drawn before it. Source: reference, MediaRecorder.
 */

import { Canvas } from './canvas.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
import { stateOf } from './private_state.js';
import { withPaths } from './taken_files.js';
/** @import { Bridge } from './facade.js' */

/** s. Source: reference, wx.createMediaRecorder. */
const LENGTHS = [5, 7200];
const KILOBITS = [600, 3000];
const RATES = [1, 60];

/** @param {Bridge} bridge @param {any} canvas @param {any} [options] @returns {object} a MediaRecorder */
export function mediaRecorder(bridge, canvas, options) {
  if (!(canvas instanceof Canvas)) throw new TypeError('createMediaRecorder:fail parameter 1 is no Canvas');
  const { duration = 600, fps = 24, videoBitsPerSecond = 1000, width = canvas.width, height = canvas.height } = options || {};
  const recorder = new Recorder(bridge, canvas, {
    longest_ms: within(duration, LENGTHS) * 1000, rate: within(fps, RATES), kilobits: within(videoBitsPerSecond, KILOBITS),
    width: Number(width) || canvas.width, height: Number(height) || canvas.height,
  });
  const object = {};
  for (const name of ['start', 'stop', 'pause', 'resume', 'destroy', 'requestFrame']) object[name] = (value) => recorder[name](value);
  object.on = (event, listener) => recorder.listeners.add(String(event), listener);
  object.off = (event, listener) => recorder.listeners.remove(String(event), listener);
  return handedOut(bridge, 'MediaRecorder', object);
}

class Recorder {
  /** @param {Bridge} bridge @param {any} canvas @param {any} looks */
  constructor(bridge, canvas, looks) {
    this.bridge = bridge;
    this.canvas = canvas;
    this.looks = looks;
    this.listeners = new Listeners(bridge, 'MediaRecorder');
    this.number = stateOf(canvas).link.number(this);
    this.since = 0;
    this.kept = 0;
    this.is = 'idle';
  }

  start() {
    if (this.is !== 'idle') return refused('start', 'it is recording');
    this.is = 'recording';
    this.since = performance.now();
    this.kept = 0;
    return this.order('start', this.looks).then(
      () => this.told('start'),
      (error) => {
        this.is = 'idle';
        throw error;
      },
    );
  }

  /** The program draws in `callback`, if it gives one; then the picture is kept. */
  requestFrame(callback) {
    const { pageId, link } = stateOf(this.canvas);
    return new Promise((resolve, reject) => {
      link.requestFrame(pageId, () => {
        if (typeof callback === 'function') this.bridge.guard('MediaRecorder.requestFrame callback', callback, undefined, []);
        if (this.is !== 'recording') return resolve(undefined);
        if (this.length > this.looks.longest_ms) return this.stop().then(resolve, reject);
        return this.order('frame', null).then(() => {
          this.listeners.fire('timeupdate', { currentTime: this.length });
          resolve(undefined);
        }, reject);
      });
    });
  }

  pause() {
    if (this.is !== 'recording') return refused('pause', 'it is not recording');
    this.kept = this.length;
    this.is = 'paused';
    return this.order('pause', null).then(() => this.told('pause'));
  }

  resume() {
    if (this.is !== 'paused') return refused('resume', 'it is not paused');
    this.since = performance.now();
    this.is = 'recording';
    return this.order('resume', null).then(() => this.told('resume'));
  }

  stop() {
    if (this.is === 'idle') return refused('stop', 'it is not recording');
    const duration = Math.round(this.length);
    this.is = 'idle';
    return this.order('stop', null).then((made) => withPaths(this.bridge, made)).then((made) => {
      const result = { ...made, duration };
      this.listeners.fire('stop', result);
      return result;
    });
  }

  destroy() {
    this.is = 'idle';
    return this.order('drop', null).then(() => undefined);
  }

  /** ms so far */
  get length() {
    return this.is === 'recording' ? this.kept + performance.now() - this.since : this.kept;
  }

  told(event) {
    this.listeners.fire(event, {});
  }

  order(what, value) {
    const { pageId, link, surface } = stateOf(this.canvas);
    return new Promise((resolve, reject) => {
      link.send(pageId, ['record', surface, this.number, what, value], (error, result) =>
        error ? reject({ errMsg: `${what}:fail ${error}` }) : resolve(result),
      );
    });
  }
}

function refused(what, reason) {
  return Promise.reject({ errMsg: `${what}:fail ${reason}` });
}

/** @param {unknown} value @param {number[]} limits */
function within(value, [least, most]) {
  return Math.max(least, Math.min(most, Number(value) || least));
}
