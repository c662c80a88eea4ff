/**
 * The functions of `wx` that are more than a call: factories of objects, navigateTo with its event channel,
 * pageScrollTo, nextTick, buffers.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Sends ViewCall `pageScroll`.
 */

import { base64Of, bytesOf } from '../base/base64.js';
import { Animation } from './animation.js';
import { argumentsOf, callWithOption, withCallbacks } from './call.js';
import { decode, encode } from './codec.js';
import { channelPair } from './event_channel.js';
import { fileSystemManager } from './file_system.js';
import { globalPayment } from './global_payment.js';
import { callingObject } from './host_objects.js';
import { handedOut } from './interception.js';
import { IntersectionObserver } from './observers.js';
import { mediaAudioPlayer } from './media_audio_player.js';
import { mediaContainer } from './media_container.js';
import { mediaRecorder } from './media_recorder.js';
import { oldSoundFunctions } from './old_sounds.js';
import { idleCallbacks, logManager, realtimeLogManager, updateManager } from './program_objects.js';
import { rewriteRoute } from './rewritten_routes.js';
import { SelectorQuery } from './selector_query.js';
import { videoDecoder } from './video_decoder.js';
import { webAudioContext } from './web_audio.js';
import { viewCall } from '../../shared/wire/view_calls.js';

const SCROLL_MS = 300;

/**
 * @param {object} parts what facade.js has made: bridge, table, calls, tasks, observers, channels, program
 * @returns {Record<string, Function>}
 */
export function ownFunctions(parts) {
  const { ads, audios, caches, webAudio, fonts, bridge, table, calls, observers, program } = parts;
  const { canvases, workers, hostObjects } = parts;
  let files = null;
  let updates = null;
  let crypto = null;
  let recorder = null;
  let decoders = 0;
  let reader = null;
  return {
    ...idleCallbacks(bridge),
    ...oldSoundFunctions(bridge, audios, parts.listeners),
    nextTick(callback) {
      if (typeof callback !== 'function') return;
      Promise.resolve().then(() => bridge.guard('wx.nextTick callback', callback, undefined, []));
    },
    getLaunchOptionsSync: () => decode(JSON.parse(encode(program.launch, false))),
    getEnterOptionsSync: () => decode(JSON.parse(encode(program.enter, false))),
    arrayBufferToBase64: (buffer) => base64Of(buffer),
    base64ToArrayBuffer: (text) => bytesOnly('base64ToArrayBuffer', text),
    createSelectorQuery: () => handedOut(bridge, 'SelectorQuery', new SelectorQuery(bridge, null, canvases)),
    createIntersectionObserver: (scope, options) =>
      handedOut(bridge, 'IntersectionObserver', new IntersectionObserver(observers, scope || null, options)),
    createWorker: (scriptPath, options) => workers.create(scriptPath, options),
    createTCPSocket: () => hostObjects.create('TCPSocket'),
    createUDPSocket: () => hostObjects.create('UDPSocket'),
    getNFCAdapter: () => (reader = reader || hostObjects.reader()),
    createBLEPeripheralServer: (option) => peripheralServer(parts, option),
    loadFontFace: (option) => fonts.load(option),
    createAnimation: (option) => handedOut(bridge, 'Animation', new Animation(option)),
    getFileSystemManager: () => (files = files || fileSystemManager(calls, table)),
    createInnerAudioContext: () => audios.create(),
    createMediaRecorder: (canvas, options) => mediaRecorder(bridge, canvas, options),
    createVideoDecoder: () => videoDecoder(bridge, ++decoders),
    createMediaAudioPlayer: () => mediaAudioPlayer(bridge, audios),
    createMediaContainer: () => mediaContainer(calls),
    createWebAudioContext: () => webAudioContext(webAudio),
    getBackgroundAudioManager: () => audios.manager(),
    getRecorderManager: () => (recorder = recorder || hostObjects.create('RecorderManager', 'getRecorderManager')),
    getUpdateManager: () => (updates = updates || updateManager(calls, 'UpdateManager')),
    getPluginUpdateManager: () => updateManager(calls, 'PluginUpdateManager'),
    getUserCryptoManager: () => (crypto = crypto || callingObject(calls, 'UserCryptoManager')),
    createRewardedVideoAd: (option) => ads.create('RewardedVideoAd', option),
    createInterstitialAd: (option) => ads.create('InterstitialAd', option),
    createCacheManager: (option) => caches.create(option),
    request: (option) => caches.request(option),
    createGlobalPayment: () => globalPayment(calls),
    getLogManager: () => handedOut(bridge, 'LogManager', logManager([])),
    getRealtimeLogManager: () => handedOut(bridge, 'RealtimeLogManager', realtimeLogManager(bridge)),
    getPerformance: () => handedOut(bridge, 'Performance', parts.timeline.performance()),
    checkIsPictureInPictureActive() {
      const pageId = bridge.pageIdOf(null);
      return pageId !== 0 && bridge.askView(pageId, viewCall.hasSmallWindow()).result === true;
    },
    navigateTo: (option) => navigateTo(parts, option),
    rewriteRoute: (option) => rewriteRoute(calls, option),
    getSelectedTextRange: (option) => selectedTextRange(bridge, option),
    pageScrollTo: (option) => pageScrollTo(bridge, option),
    setPageStyle: (option) => setPageStyle(bridge, option),
    reportEvent() {},
    reportAnalytics() {},
    reportMonitor() {},
    reportPerformance() {},
  };
}

/** The result of a success has the opening page's end of the channel. */
function navigateTo({ bridge, calls, channels, customRoutes }, option) {
  if (!option || typeof option !== 'object') return callWithOption(calls, 'navigateTo', option);
  const { events, ...rest } = option;
  const pair = channelPair(bridge, events || {});
  const own = handedOut(bridge, 'EventChannel', pair[0]);
  const { success } = rest;
  if (typeof success === 'function' || typeof rest.fail === 'function' || typeof rest.complete === 'function') {
    rest.success = (result) => {
      result.eventChannel = own;
      if (typeof success === 'function') bridge.guard('wx.navigateTo success', success, option, [result]);
    };
    callWithOption(calls, 'navigateTo', rest);
    channels.set(calls.lastId, pair);
    customRoutes.asked(calls.lastId, rest);
    return undefined;
  }
  const promise = /** @type {Promise<any>} */ (callWithOption(calls, 'navigateTo', rest));
  channels.set(calls.lastId, pair);
  customRoutes.asked(calls.lastId, rest);
  return promise.then((result) => Object.assign(result, { eventChannel: own }));
}

/** The result of a success has the object. */
function peripheralServer({ bridge, calls, hostObjects }, option) {
  const name = 'createBLEPeripheralServer';
  const given = Object(option);
  const made = /** @type {Promise<any>} */ (callWithOption(calls, name, argumentsOf(given)));
  const served = made.then(({ serverId, ...result }) => {
    const server = hostObjects.answering('BLEPeripheralServer', serverId);
    return { ...result, server: Object.assign(server, { serverId }) };
  });
  return withCallbacks(bridge, name, given, served);
}

function pageScrollTo(bridge, option) {
  const given = option && typeof option === 'object' ? option : {};
  const { scrollTop, selector, offsetTop = 0, duration = SCROLL_MS } = given;
  const target = selector ? bridge.select(null, String(selector))[0] : null;
  const promise = new Promise((resolve, reject) => {
    const end = (ok, errMsg) => (ok ? resolve : reject)({ errMsg });
    if (selector && !target) return bridge.later(() => end(false, `pageScrollTo:fail no node matches "${selector}"`));
    const goal = target ? { rectOf: target.ref, offsetTop } : { scrollTop: Number(scrollTop) || 0 };
    const call = viewCall.pageScroll({ duration, ...goal });
    return bridge.callView(bridge.pageIdOf(null), call, (error) =>
      end(!error, error ? `pageScrollTo:fail ${error}` : 'pageScrollTo:ok'),
    );
  });
  return withCallbacks(bridge, 'pageScrollTo', given, promise);
}

function selectedTextRange(bridge, option) {
  const name = 'getSelectedTextRange';
  const promise = new Promise((resolve, reject) => {
    bridge.callView(bridge.pageIdOf(null), viewCall.selectedText(), (error, range) => {
      if (error) reject({ errMsg: `${name}:fail ${error}` });
      else resolve({ start: range[0], end: range[1], errMsg: `${name}:ok` });
    });
  });
  return withCallbacks(bridge, name, Object(option), promise);
}

function setPageStyle(bridge, option) {
  const given = option && typeof option === 'object' ? option : {};
  const style = /** @type {Record<string, string>} */ ({});
  for (const name of Object.keys(given.style || {})) style[name] = String(given.style[name]);
  const promise = new Promise((resolve, reject) => {
    bridge.callView(bridge.pageIdOf(null), viewCall.pageStyle({ style }), (error) =>
      error ? reject({ errMsg: `setPageStyle:fail ${error}` }) : resolve({ errMsg: 'setPageStyle:ok' }),
    );
  });
  return withCallbacks(bridge, 'setPageStyle', given, promise);
}

function bytesOnly(name, text) {
  try {
    return bytesOf(text);
  } catch (error) {
    throw new Error(`${name}:fail invalid base64: ${error.message}`);
  }
}
