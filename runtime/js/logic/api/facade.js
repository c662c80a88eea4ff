/**
 * Builds `wx`: plain, enumerable, reassignable functions for every documented name, after the table that comes with
 * the message Launch (`settings.apis`, runtime/api/table.py).
 *
 * Runs in the logic process (QuickJS); installed.js calls `install` once for a program. What crosses:
 * calls through `bridge.callApi`; the messages ApiResult and ApiEvent, and the view's `observer` events, are handed to
 * the object that `install` returns.
 *
 * @typedef {object} Bridge what the base library gives
 * @property {ApiTable} table
 * @property {object} launchOptions as App.onLaunch receives them
 * @property {(name: string, argsJson: string, callId: number, sync: boolean) => string} callApi answer or ''
 * @property {(task: () => void) => void} later runs a task of its own, in order
 * @property {(where: string, fn: Function, self: any, args: any[]) => any} guard calls the program's code
 * @property {(scope: object | null) => number} pageIdOf page of a component instance; null = the page on top
 * @property {(scope: object | null, selector: string) => TreeNode[]} select in document order
 * @property {(scope: object | null) => boolean} hasTree whether its template has been built
 * @property {(pageId: number, call: object, done: (error: string, result: any) => void) => void} callView
 * @property {(pageId: number, call: object, done: Function | null) => void} postView callView without a flush
 * @property {(pageId: number, call: object) => {error: string, result: any}} askView waits for the answer
 * @property {(pageId: number, call: object) => void} order postView to the run, whether the page is there yet or not
 * @property {() => void} flush sends what has changed
 * @property {(text: string) => void} warn a notice of Handset on the console
 * @property {(text: string) => void} complain a mistake of the program that it has found
 * @property {(scope: object | null, canvasId: string) => [number, number] | null} canvasOf the old canvas with that id
 * @property {(scope: object | null, tag: string, id?: string) => [number, number] | null} elementOf the first of a tag
 * @property {(scope: unknown) => boolean} isComponent whether it is a component instance, or stands for one
 * @property {(pageId: number) => boolean} hasPage
 * @property {(pageId: number, task: () => void) => void} whenReady runs it once the page is ready
 * @property {Set<string>} noticed what the host has been told about; starts empty
 * @property {Set<string>} intercepted the calls that the host wants to see first
 * @property {(message: object) => void} post sends a message to the host
 * @property {Calls} calls what call.js adds: those that wait for an answer
 * @property {() => string} shownPage the path of the page on top; '' without one
 *
 * @typedef {{ref: [number, number], tag: string, id: string, dataset: object, mark: object}} TreeNode `ref`: instance, node
 *
 * @typedef {object} ApiTable
 * @property {Record<string, any[]>} functions
 * @property {Record<string, Record<string, any[]>>} objects
 * @property {Record<string, string>} returns
 * @property {string[]} quiet
 * @property {Record<string, [string, string[]][]>} required
 */

import { tellDesk } from '../base/desk_calls.js';
import { Ads } from './ads.js';
import { Audios } from './audios.js';
import { RequestCaches } from './cache_manager.js';
import { Calls, callWithOption, decodedResult, namedArguments } from './call.js';
import { Canvases } from './canvas.js';
import { canvasFunctions } from './canvas_functions.js';
import { Cloud } from './cloud.js';
import { CustomRoutes } from './custom_routes.js';
import { contextFunctions } from './element_contexts.js';
import { channelPair } from './event_channel.js';
import { Fonts } from './fonts.js';
import { HostObjects } from './host_objects.js';
import { handedOut, interceptable } from './interception.js';
import { Listeners } from './listeners.js';
import { IntersectionObserver, MediaQueryObserver, Observers } from './observers.js';
import { ownFunctions } from './own_functions.js';
import { Timeline } from './performance.js';
import { askedForConsent } from './privacy.js';
import { router } from './routers.js';
import { SelectorQuery } from './selector_query.js';
import { socketEvent, socketFunctions } from './sockets.js';
import { Tasks } from './tasks.js';
import { noticeOnce, quiet, unsupportedObject } from './unsupported_objects.js';
import { USER_DATA_PATH } from './user_data.js';
import { WebAudioLink } from './web_audio_link.js';
import { Workers } from './workers.js';
import { Worklets } from './worklets.js';

/** @param {Omit<Bridge, 'calls'>} base */
export function install(base) {
  const { table } = base;
  const calls = new Calls(base);
  const { bridge } = calls;
  const tasks = new Tasks(calls, table);
  const workers = new Workers(calls);
  const hostObjects = new HostObjects(calls);
  const cloud = new Cloud(calls, tasks);
  const timeline = new Timeline(bridge);
  const listeners = new Listeners(bridge, 'wx');
  const observers = new Observers(bridge);
  const channels = new Map();
  const program = { launch: bridge.launchOptions, enter: bridge.launchOptions };
  const canvases = new Canvases(bridge);
  const audios = new Audios(bridge);
  const webAudio = new WebAudioLink(bridge, observers);
  const fonts = new Fonts(bridge);
  const ads = new Ads(calls);
  const worklets = new Worklets(bridge);
  const customRoutes = new CustomRoutes(bridge, worklets, () => routes.navigateBack());
  const caches = new RequestCaches(tasks);
  const kept = {
    caches, tasks, workers, hostObjects, timeline, listeners, observers, channels, canvases, audios, webAudio, fonts, ads,
  };
  const parts = { bridge, table, calls, program, customRoutes, ...kept };

  const wx = /** @type {Record<string, any>} */ ({});
  const own = { ...ownFunctions(parts), ...socketFunctions(tasks), ...canvasFunctions(canvases, calls), ...contextFunctions(bridge, observers) };
  for (const name of Object.keys(table.functions)) {
    const row = table.functions[name];
    const carryOut = own[name] || functionFor(parts, name, row);
    wx[name] = row[1] === 'j' ? interceptable(bridge, name, row, carryOut) : carryOut;
  }
  const routes = { ...wx };
  wx.env = { USER_DATA_PATH };
  wx.cloud = cloud.object();
  wx.router = customRoutes.namespace();
  wx.worklet = worklets.namespace();

  return {
    wx,
    /** Message ApiResult. */
    apiResult: (callId, ok, result, goesOn) => calls.result(callId, ok, result, goesOn),
    /** Message Intercept. */
    intercept(names) {
      bridge.intercepted.clear();
      for (const name of names) bridge.intercepted.add(name);
    },
    /** Message ApiEvent. */
    apiEvent(name, detail, target) {
      if (target && workers.event(target, name, detail)) return undefined;
      if (target && cloud.event(target, detail)) return undefined;
      const value = detail && typeof detail === 'object' ? decodedResult(name, detail) : detail;
      if (name === 'onAudioInterruptionBegin') audios.interrupted(true);
      caches.event(name, value);
      if (!target) return askedForConsent(listeners, name, value) ? undefined : listeners.fire(name, value);
      if (hostObjects.event(target, name, value) || ads.event(target, name, value)) return undefined;
      socketEvent(tasks, listeners, target, name, value);
      return tasks.event(target, name, value);
    },
    /** An event that the logic layer knows itself: onAppShow, onAppHide, onError, onUnhandledRejection, … */
    fire(event, ...args) {
      if (event === 'onAppShow' && args[0]) program.enter = args[0];
      if (event === 'onAppHide') audios.interrupted(false);
      listeners.fire(event, ...args);
    },
    /** What the latest listener of an event gives; `take` is not called without one. */
    ask(event, take) {
      if (listeners.has(event)) take(listeners.ask(event));
    },
    /** Whether anybody listens. */
    hasListener: (event) => listeners.has(event),
    /** The opened page's end of the channel of a navigateTo call; a channel that nobody hears if there is none. */
    openerChannel(callId) {
      const pair = channels.get(callId) || channelPair(bridge);
      channels.delete(callId);
      return handedOut(bridge, 'EventChannel', pair[1]);
    },
    /** An entry of the program's run. */
    performanceEntry: (entry) => timeline.add(entry),
    /** A view event of type `observer`. */
    observerEvent(detail) {
      if (detail.worklet !== undefined) worklets.event(detail.worklet);
      else if (detail.audio !== undefined) audios.event(detail);
      else observers.event(detail);
    },
    /** Styles and handlers of elements that are worklets. */
    worklets,
    customRoutes,
    /** Sends what canvases have recorded, and what waits for a page; called after the DOM operations of a task. */
    flush() {
      canvases.link.flush();
      audios.flush();
      webAudio.flush();
      fonts.flush();
      worklets.flush();
    },
    /** `this.router` and `this.pageRouter`: routes from the file `base`. */
    router: (base) => router(routes, base),
    /** For the methods of pages and components with the same names. */
    createSelectorQuery: (scope) => handedOut(bridge, 'SelectorQuery', new SelectorQuery(bridge, scope, canvases)),
    createIntersectionObserver: (scope, options) =>
      handedOut(bridge, 'IntersectionObserver', new IntersectionObserver(observers, scope, options)),
    createMediaQueryObserver: (scope) =>
      handedOut(bridge, 'MediaQueryObserver', new MediaQueryObserver(observers, scope)),
  };
}

/** Events of what is on as soon as somebody listens. Source: reference, wx.onAccelerometerChange. */
const ON_WITH_THEIR_LISTENERS = new Set(['onAccelerometerChange', 'onCompassChange', 'onKeyDown', 'onKeyUp']);

/** The function for a name that has none of its own. @param {any[]} row of the table */
function functionFor(parts, name, row) {
  const [letter, , state, names] = row;
  const { bridge, calls, tasks, listeners, table } = parts;
  const isUnsupported = state === 'u';
  const notice = noticeOnce(bridge, name);
  switch (letter) {
    case '+':
      return (listener) => {
        if (isUnsupported) notice();
        const isFirst = !listeners.has(name);
        listeners.add(name, listener);
        if (isFirst && ON_WITH_THEIR_LISTENERS.has(name)) tellDesk('handset.listens', { event: name });
      };
    case '-':
      return (listener) => {
        if (isUnsupported && bridge.intercepted.has(name)) notice();
        listeners.remove(name.replace(/^off/, 'on'), listener);
      };
    case 't':
      return isUnsupported ? unsupportedTask(parts, name) : (option) => tasks.start(name, option);
    case 'f':
      return () => {
        notice();
        return unsupportedObject(bridge, table.returns[name]);
      };
    case 's':
      return (...args) => calls.now(name, namedArguments(names, args));
    default:
      return (option, ...rest) => {
        const promise = callWithOption(calls, name, option, namedArguments(names, rest));
        return isUnsupported ? quiet(promise) : promise;
      };
  }
}

function unsupportedTask({ bridge, table, calls }, name) {
  return (option) => {
    callWithOption(calls, name, { complete() {}, ...option });
    return unsupportedObject(bridge, table.returns[name]);
  };
}
