/**
 * Nodes of wx.createWebAudioContext that are started and end: sounds, oscillators, constants.
 *
 * Runs in the logic process (QuickJS); used by web_audio.js. Sends the jobs `call` and `set`.
 */

import { stateOf } from './private_state.js';
import { AudioBuffer, bufferThere } from './web_audio_buffers.js';
/** @import { WebAudioLink } from './web_audio_link.js' */

/**
 * A node that is started once, and tells when it has ended. While it sounds it is not forgotten.
 * @param {WebAudioLink} link @param {object} context @param {any} node
 */
export function scheduled(link, context, node) {
  const { number } = stateOf(node);
  const { playing } = stateOf(context);
  let isStarted = false;
  node.onended = null;
  node.start = (...times) => {
    if (isStarted) throw Object.assign(new Error('cannot call start more than once'), { name: 'InvalidStateError' });
    isStarted = true;
    playing.set(number, node);
    link.add(['call', number, 'start', times.filter((time) => time !== undefined).map(Number)]);
  };
  node.stop = (...times) => {
    if (!isStarted) throw Object.assign(new Error('cannot call stop without calling start first'), { name: 'InvalidStateError' });
    link.add(['call', number, 'stop', times.filter((time) => time !== undefined).map(Number)]);
  };
  node.setPeriodicWave = (wave) => link.add(['call', number, 'setPeriodicWave', [{ wave: stateOf(wave).number }]]);
  return node;
}

/**
 * A sound that is played; what its numbers are counts when it is started.
 * @param {WebAudioLink} link @param {object} context @param {any} node
 */
export function bufferSource(link, context, node) {
  const source = scheduled(link, context, node);
  const { start } = source;
  const { number } = stateOf(node);
  let buffer = null;
  let isStarted = false;
  const give = () => link.add(['set', number, 'buffer', { buffer: bufferThere(buffer) }]);
  Object.defineProperty(source, 'buffer', {
    get: () => buffer, enumerable: true,
    set(value) {
      if (value !== null && !(value instanceof AudioBuffer)) throw new TypeError('buffer is no AudioBuffer');
      buffer = value;
      if (buffer && isStarted) give();
    },
  });
  source.start = (...times) => {
    if (buffer && !isStarted) give();
    isStarted = true;
    start(...times);
  };
  delete source.setPeriodicWave;
  return source;
}
