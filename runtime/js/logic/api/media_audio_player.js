/**
 * wx.createMediaAudioPlayer: the sound of the films of video decoders. It is played beside them, from its beginning.
 *
 * Runs in the logic process (QuickJS), used by own_functions.js; the playing is that of audios.js. Source: reference,
 * MediaAudioPlayer.
 */

import { handedOut } from './interception.js';
import { stateOf } from './private_state.js';
/** @import { Bridge } from './facade.js' */
/** @import { Audios } from './audios.js' */

/** @param {Bridge} bridge @param {Audios} audios @returns {object} a MediaAudioPlayer */
export function mediaAudioPlayer(bridge, audios) {
  /** The sounds of decoders. @type {Map<any, any>} */
  const sounds = new Map();
  let volume = 1;
  let isPlaying = false;
  const done = (name, carryOut) => (value) => {
    try {
      carryOut(value);
      return Promise.resolve({ errMsg: `${name}:ok` });
    } catch (error) {
      return Promise.reject({ errMsg: `${name}:fail ${error.message}` });
    }
  };
  const drop = (decoder) => {
    const sound = sounds.get(decoder);
    sounds.delete(decoder);
    if (sound) sound.destroy();
  };
  const player = {
    addAudioSource: done('addAudioSource', (decoder) => {
      const src = sourceOf(decoder);
      drop(decoder);
      const sound = audios.create();
      sounds.set(decoder, sound);
      Object.assign(sound, { volume, src });
      if (isPlaying) sound.play();
    }),
    removeAudioSource: done('removeAudioSource', drop),
    start: done('start', () => {
      isPlaying = true;
      for (const sound of sounds.values()) sound.play();
    }),
    stop: done('stop', () => {
      isPlaying = false;
      for (const sound of sounds.values()) sound.stop();
    }),
    destroy: done('destroy', () => {
      for (const decoder of [...sounds.keys()]) drop(decoder);
    }),
  };
  Object.defineProperty(player, 'volume', {
    get: () => volume, enumerable: true,
    set(value) {
      volume = Math.max(0, Math.min(1, Number(value) || 0));
      for (const sound of sounds.values()) sound.volume = volume;
    },
  });
  return handedOut(bridge, 'MediaAudioPlayer', player);
}

function sourceOf(decoder) {
  const { source } = stateOf(decoder);
  if (typeof source !== 'string' || source === '') throw new TypeError('the decoder has no source yet');
  return source;
}
