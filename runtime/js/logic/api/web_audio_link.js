/**
 * Between the objects of wx.createWebAudioContext and the view, whose WebAudio plays: gathers jobs, sends them at the end
 * of the task in order, asks what must be known at once.
 *
 * Runs in the logic process (QuickJS); one for a program, made by facade.js. Sends ViewCall `webAudio` to the page on top,
 * or to the first one as soon as it is there; what happens comes as a view event of type `observer`, by key.
 */

import { bareClass } from '../base/records.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Bridge } from './facade.js' */
/** @import { Observers } from './observers.js' */

/** As many jobs of one task travel together. */
const MAX_JOBS = 5000;

export class WebAudioLink {
  /** @param {Bridge} bridge @param {Observers} observers */
  constructor(bridge, observers) {
    this.bridge = bridge;
    this.observers = observers;
    this.lastNumber = 0;
    /** @type {any[][]} */
    this.jobs = [];
    /** What is to be answered, from before the first page. @type {(() => void)[]} */
    this.held = [];
    this.gone = [];
    /** Frees what the view keeps for an object that the program has dropped. */
    this.finalizer = new FinalizationRegistry((number) => this.gone.push(number));
  }

  /** A number for a context, node or buffer; the view forgets it when the program drops the object's state. @param {object} state */
  number(state) {
    const number = ++this.lastNumber;
    this.finalizer.register(state, number);
    return number;
  }

  /** @param {any[]} job its name and what it needs */
  add(job) {
    this.jobs.push(job);
    if (this.jobs.length >= MAX_JOBS) this.flush();
  }

  /** Sends all that waits, then a job that is answered. @param {any[]} job @returns {Promise<any>} */
  send(job) {
    return new Promise((resolve, reject) => {
      const go = () => {
        this.jobs.push(job);
        this.post((error, result) => (error ? reject(new Error(error)) : resolve(result)));
      };
      if (this.bridge.pageIdOf(null) === 0) this.held.push(go);
      else go();
    });
  }

  /** Sends all that waits, and waits for the answer of a job; null if the view cannot say. @param {any[]} job */
  ask(job) {
    const pageId = this.bridge.pageIdOf(null);
    if (pageId === 0) return null;
    this.flush();
    const { error, result } = this.bridge.askView(pageId, viewCall.webAudio({ jobs: [job] }));
    return error ? null : result;
  }

  /** Sends what waits; called after each task. */
  flush() {
    if (this.bridge.pageIdOf(null) === 0) return;
    for (const go of this.held.splice(0)) go();
    if (this.jobs.length > 0) this.post(null);
  }

  post(done) {
    const jobs = this.jobs.splice(0);
    // Dropped may be what these jobs have made; the one that is answered stays the last.
    if (this.gone.length > 0) jobs.splice(done ? -1 : jobs.length, 0, ['free', this.gone.splice(0)]);
    this.bridge.postView(this.bridge.pageIdOf(null), viewCall.webAudio({ jobs }), done);
  }
}
bareClass(WebAudioLink);
