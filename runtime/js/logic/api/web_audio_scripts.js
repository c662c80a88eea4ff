/**
 * ScriptProcessorNode: the program makes samples. It runs in another process than the sound, so that what it makes is
 * heard a block later; as long as it has made nothing there is silence.
 *
 * Runs in the logic process (QuickJS); used by web_audio.js. Sends the job `output`.
 */

import { base64Of, bytesOf } from '../base/base64.js';
import { stateOf } from './private_state.js';
import { RATE } from './web_audio_buffers.js';
/** @import { WebAudioLink } from './web_audio_link.js' */

const USUAL_SIZE = 4096;

/** @param {WebAudioLink} link @param {object} context @param {any} node @param {any[]} sizes buffer, inputs, outputs */
export function scriptNode(link, context, node, [size, , outputs = 2]) {
  const state = stateOf(node);
  const { number } = state;
  const bufferSize = size > 0 ? size : USUAL_SIZE;
  node.bufferSize = bufferSize;
  node.onaudioprocess = null;
  state.process = ({ inputs, time }) => {
    const made = [];
    for (let i = 0; i < outputs; i++) made.push(new Float32Array(bufferSize));
    const heard = inputs.map((text) => new Float32Array(bytesOf(text)));
    if (typeof node.onaudioprocess === 'function') {
      const event = { type: 'audioprocess', target: node, playbackTime: time, inputBuffer: block(heard), outputBuffer: block(made) };
      link.bridge.guard('onaudioprocess of a ScriptProcessorNode', node.onaudioprocess, node, [event]);
    }
    link.add(['output', number, made.map(base64Of)]);
  };
  // It sounds as long as its context does.
  stateOf(context).playing.set(number, node);
  return node;
}

function block(channels) {
  const length = channels.length > 0 ? channels[0].length : 0;
  return {
    sampleRate: RATE, length, duration: length / RATE, numberOfChannels: channels.length,
    getChannelData: (channel) => channels[channel],
    copyFromChannel: (target, channel, start = 0) => copied(channels[channel], start, target, 0),
    copyToChannel: (source, channel, start = 0) => copied(source, 0, channels[channel], start),
  };
}

function copied(source, from, target, to) {
  const count = Math.min(source.length - from, target.length - to);
  for (let i = 0; i < count; i++) target[to + i] = source[from + i];
}
