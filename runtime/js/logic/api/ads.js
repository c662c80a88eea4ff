/**
 * wx.createRewardedVideoAd and wx.createInterstitialAd. An ad loads by itself when it is made, and again when it has been
 * closed; what becomes of it is the host's to say (`RewardedVideoAd.load`, `.show`), for no network of ads is asked.
 *
 * Runs in the logic process (QuickJS), used by facade.js. That an ad is closed comes as ApiEvent `onClose` with the id of
 * the call that has shown it as target. Source: reference, RewardedVideoAd, InterstitialAd.
 */

import { bare, bareClass } from '../base/records.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
import { quiet } from './unsupported_objects.js';
/** @import { Calls } from './call.js' */

/** @typedef {{kind: string, adUnitId: string, listeners: Listeners, isLoaded: boolean, isDestroyed: boolean}} Ad */

/** All of a program. */
export class Ads {
  /** @param {Calls} calls */
  constructor(calls) {
    this.calls = calls;
    /** Rewarded ads by their unit: there is one of each. @type {Map<string, object>} */
    this.shared = new Map();
    /** @type {Map<string, Ad>} */
    this.shown = new Map();
  }

  /** @param {'RewardedVideoAd' | 'InterstitialAd'} kind @param {{adUnitId: string, multiton?: boolean}} option */
  create(kind, { adUnitId, multiton = false }) {
    const isShared = kind === 'RewardedVideoAd' && !multiton;
    const former = isShared ? this.shared.get(adUnitId) : undefined;
    if (former !== undefined) return former;
    const { bridge } = this.calls;
    const ad = { kind, adUnitId, listeners: new Listeners(bridge, kind), isLoaded: false, isDestroyed: false };
    const object = bare({});
    object.load = () => this.load(ad);
    object.show = () => this.show(ad);
    object.destroy = () => {
      ad.isDestroyed = true;
      if (this.shared.get(adUnitId) === object) this.shared.delete(adUnitId);
    };
    const rows = bridge.table.objects[kind];
    ad.listeners.attach(object, Object.keys(rows).filter((name) => '+-'.includes(rows[name][0])));
    if (isShared) this.shared.set(adUnitId, object);
    quiet(this.load(ad));
    return handedOut(bridge, kind, object);
  }

  /** An event of one that is shown. @returns {boolean} whether the target is one of them */
  event(target, name, detail) {
    const ad = this.shown.get(target);
    if (ad === undefined) return false;
    this.shown.delete(target);
    ad.listeners.fire(name, detail);
    if (!ad.isDestroyed) quiet(this.load(ad));
    return true;
  }

  /** @param {Ad} ad */
  load(ad) {
    return this.ask(ad, 'load', { adUnitId: ad.adUnitId }, () => {
      ad.isLoaded = true;
      ad.listeners.fire('onLoad', ad.kind === 'RewardedVideoAd' ? { useFallbackSharePage: false } : {});
    });
  }

  /** @param {Ad} ad */
  show(ad) {
    const { isLoaded } = ad;
    ad.isLoaded = false;
    return this.ask(ad, 'show', { adUnitId: ad.adUnitId, isLoaded }, () => {}, (callId) => this.shown.set(String(callId), ad));
  }

  ask(ad, what, args, succeeded, started = (_callId) => {}) {
    return new Promise((resolve, reject) => {
      const callId = this.calls.start(`${ad.kind}.${what}`, args, (ok, result) => {
        if (!ok) this.shown.delete(String(callId));
        if (!ok) ad.listeners.fire('onError', result);
        else if (!ad.isDestroyed) succeeded();
        (ok ? resolve : reject)(result);
      });
      started(callId);
    });
  }
}
bareClass(Ads);
