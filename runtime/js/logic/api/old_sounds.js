/**
 * The functions from before InnerAudioContext and BackgroundAudioManager: one voice (`wx.playVoice` …) and one sound in the
 * background (`wx.playBackgroundAudio` …), played by those objects.
 *
 * Runs in the logic process (QuickJS), used by own_functions.js. Source: reference; that playVoice succeeds when the voice
 * has been heard is observed on the platform.
 */

import { bareClass } from '../base/records.js';
import { withCallbacks } from './call.js';
/** @import { Bridge } from './facade.js' */
/** @import { Audios } from './audios.js' */
/** @import { Listeners } from './listeners.js' */

const LONGEST_S = 60;
/** Source: reference, getBackgroundAudioPlayerState. */
const STATUS = { paused: 0, playing: 1, none: 2 };
const HEARD = { onPlay: 'onBackgroundAudioPlay', onPause: 'onBackgroundAudioPause', onStop: 'onBackgroundAudioStop', onEnded: 'onBackgroundAudioStop' };

/** @param {Bridge} bridge @param {Audios} audios @param {Listeners} listeners @returns {Record<string, Function>} */
export function oldSoundFunctions(bridge, audios, listeners) {
  const voice = new OldVoice(audios);
  const background = new OldBackground(audios, listeners);
  const answered = (name, carryOut) => (option) => {
    const given = option && typeof option === 'object' ? option : {};
    const promise = carryOut(given).then(
      (result) => ({ ...result, errMsg: `${name}:ok` }),
      (reason) => Promise.reject({ errMsg: `${name}:fail ${reason}` }),
    );
    return withCallbacks(bridge, name, given, promise);
  };
  const listening = (event) => (listener) => {
    background.listen();
    listeners.add(event, listener);
  };
  return {
    playVoice: answered('playVoice', (given) => voice.play(given)),
    pauseVoice: answered('pauseVoice', () => voice.pause()),
    stopVoice: answered('stopVoice', () => voice.stop()),
    playBackgroundAudio: answered('playBackgroundAudio', (given) => background.play(given)),
    pauseBackgroundAudio: answered('pauseBackgroundAudio', () => background.order('pause')),
    stopBackgroundAudio: answered('stopBackgroundAudio', () => background.order('stop')),
    seekBackgroundAudio: answered('seekBackgroundAudio', ({ position }) => background.order('seek', Number(position) || 0)),
    getBackgroundAudioPlayerState: answered('getBackgroundAudioPlayerState', () => background.state()),
    onBackgroundAudioPlay: listening('onBackgroundAudioPlay'),
    onBackgroundAudioPause: listening('onBackgroundAudioPause'),
    onBackgroundAudioStop: listening('onBackgroundAudioStop'),
  };
}

/** One voice plays at a time; the same one goes on where it was paused. */
class OldVoice {
  /** @param {Audios} audios */
  constructor(audios) {
    this.audios = audios;
    /** @type {any} */
    this.sound = null;
    /** Of the call that waits until it has been heard. @type {{resolve: Function, reject: Function}|null} */
    this.waiting = null;
    this.path = '';
    this.longest = LONGEST_S;
  }

  play({ filePath, duration = LONGEST_S }) {
    const path = String(filePath);
    const goesOn = this.path === path;
    this.longest = Number(duration) > 0 ? Number(duration) : LONGEST_S;
    this.end('reject', 'another voice is played');
    const heard = new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
    this.open();
    if (!goesOn) this.sound.src = path;
    this.path = path;
    this.sound.play();
    return heard;
  }

  pause() {
    if (this.path === '') return Promise.reject('no voice is played');
    this.sound.pause();
    return Promise.resolve({});
  }

  stop() {
    if (this.path === '') return Promise.reject('no voice is played');
    this.sound.stop();
    this.over('resolve', {});
    return Promise.resolve({});
  }

  open() {
    if (this.sound) return;
    this.sound = this.audios.create();
    this.sound.onEnded(() => this.over('resolve', {}));
    this.sound.onError(({ errMsg }) => this.over('reject', errMsg));
    this.sound.onTimeUpdate(() => {
      if (this.waiting && this.sound.currentTime >= this.longest) this.stop();
    });
  }

  over(way, value) {
    this.path = '';
    this.end(way, value);
  }

  end(way, value) {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) waiting[way](value);
  }
}
bareClass(OldVoice);

/** The sound of the background manager. */
class OldBackground {
  /** @param {Audios} audios @param {Listeners} listeners */
  constructor(audios, listeners) {
    this.audios = audios;
    this.listeners = listeners;
    /** @type {any} */
    this.manager = null;
    this.isOver = true;
  }

  /** The manager; from the first call on the old listeners hear what it says. */
  listen() {
    if (this.manager) return this.manager;
    this.manager = this.audios.manager();
    for (const event of Object.keys(HEARD)) {
      this.manager[event](() => {
        this.isOver = event === 'onStop' || event === 'onEnded';
        this.listeners.fire(HEARD[event]);
      });
    }
    return this.manager;
  }

  play({ dataUrl, title = '', coverImgUrl = '' }) {
    const manager = this.listen();
    manager.title = String(title);
    manager.coverImgUrl = String(coverImgUrl);
    // The same sound goes on where it was paused.
    if (this.isOver || manager.src !== String(dataUrl)) manager.src = String(dataUrl);
    else manager.play();
    this.isOver = false;
    return Promise.resolve({});
  }

  order(what, value) {
    const manager = this.listen();
    if (!manager.src) return Promise.reject('no sound is played');
    manager[what](value);
    return Promise.resolve({});
  }

  state() {
    const manager = this.listen();
    if (!manager.src || this.isOver) return Promise.resolve({ status: STATUS.none });
    const { duration, currentTime, buffered, paused, src } = manager;
    return Promise.resolve({
      status: paused ? STATUS.paused : STATUS.playing, duration, currentPosition: currentTime, dataUrl: src,
      downloadPercent: duration > 0 ? Math.min(100, Math.round((buffered / duration) * 100)) : 0,
    });
  }
}
bareClass(OldBackground);
