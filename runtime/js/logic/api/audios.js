/**
 * What plays sound without an element: wx.createInnerAudioContext and wx.getBackgroundAudioManager. The playing is the
 * view's (`audios.js` there), which says how far it is; properties are what it said last.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Sends ViewCall `audio` to the page on top, or to the first
 * one if there is none yet; what happens comes back as a view event of type `observer`. Source: reference,
 * InnerAudioContext, BackgroundAudioManager.
 */

import { bareClass } from '../base/records.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Bridge } from './facade.js' */

/** Properties that a program sets, with what they are at first. */
const INNER = {
  src: '', startTime: 0, autoplay: false, loop: false, obeyMuteSwitch: true, volume: 1, playbackRate: 1,
  referrerPolicy: 'no-referrer',
};
const BACKGROUND = {
  src: '', startTime: 0, title: '', epname: '', singer: '', coverImgUrl: '', webUrl: '', protocol: 'http',
  audioType: 'music', playbackRate: 1, referrerPath: '', referrerPolicy: 'no-referrer',
};
/** Properties that the view tells. */
const TOLD = { currentTime: 0, duration: 0, paused: true, buffered: 0 };
const ORDERS = ['play', 'pause', 'stop', 'seek', 'destroy'];

/** All of a program. */
export class Audios {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    this.lastId = 0;
    /** @type {Map<number, {kind: string, listeners: Listeners, told: typeof TOLD}>} */
    this.playing = new Map();
    /** Orders from before the first page. @type {object[]} */
    this.waiting = [];
    this.background = null;
  }

  /** wx.createInnerAudioContext. */
  create() {
    return this.object('InnerAudioContext', INNER);
  }

  /** wx.getBackgroundAudioManager: there is one. */
  manager() {
    this.background = this.background || this.object('BackgroundAudioManager', BACKGROUND);
    return this.background;
  }

  /** What has happened to one. @param {{audio: number, event: string, state: object, result?: object}} news */
  event({ audio, event, state, result }) {
    const found = this.playing.get(audio);
    if (found === undefined) return;
    Object.assign(found.told, state);
    if (event) found.listeners.fire(event, result === undefined ? {} : result);
  }

  /**
   * Something takes the phone's sound: a call, or the program goes to the background, where only the background player
   * goes on. @param {boolean} isCall
   */
  interrupted(isCall) {
    for (const [audio, { kind, told }] of this.playing) {
      if (told.paused || (kind !== 'InnerAudioContext' && !isCall)) continue;
      told.paused = true;
      this.send({ audio, kind, what: 'pause', value: null });
    }
  }

  /** A page may be there now. */
  flush() {
    if (this.waiting.length === 0 || this.bridge.pageIdOf(null) === 0) return;
    for (const order of this.waiting.splice(0)) this.send(order);
  }

  object(kind, properties) {
    const { bridge } = this;
    const id = ++this.lastId;
    const listeners = new Listeners(bridge, kind);
    const told = { ...TOLD };
    const set = { ...properties };
    this.playing.set(id, { kind, listeners, told });
    const order = (what, value) => this.send({ audio: id, kind, what, value });
    const object = {};
    const rows = bridge.table.objects[kind];
    for (const name of Object.keys(rows)) if (ORDERS.includes(name)) object[name] = (value) => this.carry(id, order, name, value);
    for (const name of Object.keys(properties)) {
      define(object, name, () => set[name], (value) => {
        set[name] = value;
        // A source begins with what was set before it.
        order('set', name === 'src' ? { ...set } : { [name]: value });
      });
    }
    for (const name of Object.keys(TOLD)) define(object, name, () => told[name], undefined);
    listeners.attach(object, Object.keys(rows).filter((name) => '+-'.includes(rows[name][0])));
    return handedOut(bridge, kind, object);
  }

  carry(id, order, name, value) {
    const { told } = this.playing.get(id) || { told: { ...TOLD } };
    // What a program reads right after an order is what it has ordered.
    if (name === 'play') told.paused = false;
    if (name === 'pause' || name === 'stop') told.paused = true;
    order(name, value === undefined ? null : value);
    if (name === 'destroy') this.playing.delete(id);
  }

  send(job) {
    const pageId = this.bridge.pageIdOf(null);
    if (pageId === 0) this.waiting.push(job);
    else this.bridge.postView(pageId, viewCall.audio(job), null);
  }
}
bareClass(Audios);

function define(object, name, get, set) {
  Object.defineProperty(object, name, { get, set, enumerable: true, configurable: true });
}
