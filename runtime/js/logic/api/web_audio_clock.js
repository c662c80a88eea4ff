/**
 * How far a context of wx.createWebAudioContext is: what the view said last, and the time since.
 *
 * Runs in the logic process (QuickJS); used by web_audio.js. Sends the job `time`.
 */

import { bareClass } from '../base/records.js';
/** @import { WebAudioLink } from './web_audio_link.js' */

/** How far it is, is asked for again after so long. */
const SURE_MS = 1000;

export class AudioClock {
  /** @param {WebAudioLink} link @param {number} number of the context */
  constructor(link, number) {
    this.link = link;
    this.number = number;
    this.state = 'running';
    this.time = 0;
    this.at = performance.now();
    this.told = 0;
    this.isAsked = false;
  }

  set({ state, time }) {
    this.state = state;
    this.time = time;
    this.at = performance.now();
  }

  /** s; never less than it has been. */
  now() {
    const since = performance.now() - this.at;
    if (this.state === 'running' && since > SURE_MS && !this.isAsked) this.ask();
    this.told = Math.max(this.told, this.state === 'running' ? this.time + since / 1000 : this.time);
    return this.told;
  }

  ask() {
    this.isAsked = true;
    const over = () => (this.isAsked = false);
    this.link.send(['time', this.number]).then((news) => this.set(news)).then(over, over);
  }
}
bareClass(AudioClock);
