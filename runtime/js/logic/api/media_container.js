/**
 * wx.createMediaContainer: tracks of films and sounds that become one film. What is in a file, and the film, are the
 * host's (runtime/api/families/media/media_container.py).
 *
 * Runs in the logic process (QuickJS), used by own_functions.js. Source: reference, MediaContainer and MediaTrack.
 */

import { answerCallbacks } from './call.js';
import { handedOut } from './interception.js';
import { keepState, stateOf } from './private_state.js';
/** @import { Calls } from './call.js' */

/** @param {Calls} calls @returns {object} a MediaContainer */
export function mediaContainer(calls) {
  const { bridge } = calls;
  /** @type {any[]} */
  let tracks = [];
  const ask = (name, option, args, made) => {
    const given = option && typeof option === 'object' ? option : {};
    calls.start(`MediaContainer.${name}`, args, (ok, result) =>
      answerCallbacks(bridge, `MediaContainer.${name}`, given, ok, ok ? made(result) : result),
    );
  };
  const container = {
    extractDataSource(option) {
      const source = option && option.source;
      ask('extractDataSource', option, { source }, (result) => ({
        ...result, tracks: result.tracks.map((track) => trackOf(source, track)),
      }));
    },
    addTrack(track) {
      if (!isTrack(track)) throw new TypeError('addTrack:fail parameter 1 is no MediaTrack');
      if (!tracks.includes(track)) tracks.push(track);
    },
    removeTrack(track) {
      tracks = tracks.filter((one) => one !== track);
    },
    export(option) {
      const told = tracks.map((track) => ({ kind: track.kind, source: stateOf(track).source, volume: track.volume }));
      ask('export', option, { tracks: told }, (result) => result);
    },
    destroy() {
      tracks = [];
    },
  };
  return handedOut(bridge, 'MediaContainer', container);
}

function trackOf(source, { kind, duration }) {
  const track = { kind, duration, volume: 1 };
  keepState(track, { source: String(source) });
  return track;
}

function isTrack(track) {
  return track !== null && typeof track === 'object' && typeof track._ === 'function' && typeof stateOf(track).source === 'string';
}
