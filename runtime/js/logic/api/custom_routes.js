/**
 * `wx.router`: how pages come and go that were opened with a `routeType`. A builder of the program gets the context of the
 * route, shared values among it, and says by worklets how the page looks on its way. The view drives them.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Sends the order `route` (worklets.js). Source: reference, Router
 * and custom routes.
 */

import { bareClass } from '../base/records.js';
import { workletOf } from '../base/worklets.js';
import { PRESET_ROUTES } from './preset_routes.js';
/** @import { Bridge } from './facade.js' */
/** @import { Worklets } from './worklets.js' */

const DEFAULTS = {
  opaque: true, maintainState: true, transitionDuration: 300, reverseTransitionDuration: 300, barrierColor: '',
  barrierDismissible: false, canTransitionTo: true, canTransitionFrom: true, fullscreenDrag: false,
  popGestureDirection: 'horizontal',
};
const HANDLERS = ['handlePrimaryAnimation', 'handleSecondaryAnimation', 'handlePreviousPageAnimation'];

export class CustomRoutes {
  /** @param {Bridge} bridge @param {Worklets} worklets @param {() => void} goBack */
  constructor(bridge, worklets, goBack) {
    this.bridge = bridge;
    this.worklets = worklets;
    this.goBack = goBack;
    this.builders = new Map();
    /** What navigateTo was asked for, by its call. @type {Map<number, {routeType: string, config: any, options: any}>} */
    this.wanted = new Map();
    /** By page. @type {Map<number, {context: any, settings: any}>} */
    this.routes = new Map();
  }

  /** `wx.router`. */
  namespace() {
    return this.worklets.offered('Router', {
      addRouteBuilder: (routeType, builder) => {
        if (typeof builder === 'function') this.builders.set(String(routeType), builder);
      },
      removeRouteBuilder: (routeType) => {
        this.builders.delete(String(routeType));
      },
      getRouteContext: (instance) => this.routes.get(this.bridge.pageIdOf(instance))?.context,
    });
  }

  /** navigateTo has been called. @param {number} callId @param {any} option */
  asked(callId, { routeType, routeConfig, routeOptions }) {
    if (typeof routeType !== 'string' || routeType === '') return;
    if (!this.builders.has(routeType) && !Object.hasOwn(PRESET_ROUTES, routeType)) {
      this.bridge.complain(`navigateTo: there is no route builder for the routeType "${routeType}"`);
      return;
    }
    this.wanted.set(callId, { routeType, config: Object(routeConfig), options: Object(routeOptions) });
  }

  /** A page is there, before its program runs. @param {number} page @param {number} callId of navigateTo @param {number} previous page below */
  made(page, callId, previous) {
    const wanted = this.wanted.get(callId);
    if (wanted === undefined) return;
    this.wanted.delete(callId);
    const context = this.context();
    const { settings, handlers } = this.built(wanted, context);
    this.routes.set(page, { context, settings });
    const below = this.routes.get(previous);
    const follows = below !== undefined && settings.canTransitionFrom && below.settings.canTransitionTo;
    const id = (shared) => this.worklets.values.marks.get(shared).id;
    this.worklets.jobs.push({
      $: 'route', page, previous, settings, handlers, follows: follows ? id(below.context.secondaryAnimation) : 0,
      followsStatus: follows ? id(below.context.secondaryAnimationStatus) : 0,
      primary: id(context.primaryAnimation), status: id(context.primaryAnimationStatus),
    });
    this.worklets.flush();
  }

  context() {
    const { worklets } = this;
    const context = { userGestureInProgress: worklets.shared(0) };
    for (const name of ['primaryAnimation', 'secondaryAnimation']) {
      context[name] = worklets.shared(0);
      context[`${name}Status`] = worklets.shared(0);
    }
    const gesture = context.userGestureInProgress;
    const { id } = worklets.values.marks.get(gesture);
    const count = (by) => () => {
      gesture.value += by;
    };
    context.startUserGesture = count(1);
    context.stopUserGesture = count(-1);
    context.didPop = () => this.goBack();
    worklets.values.mark(context.startUserGesture, { $: 'k', name: `route:1:${id}` });
    worklets.values.mark(context.stopUserGesture, { $: 'k', name: `route:-1:${id}` });
    worklets.values.ofDirect(context.didPop, 'didPop');
    return context;
  }

  /** What the builder says: settings, and the numbers of the worklets. */
  built({ routeType, config, options }, context) {
    const preset = this.builders.has(routeType) ? undefined : PRESET_ROUTES[routeType](options);
    const said = preset ? preset.settings : Object(this.bridge.guard('route builder', this.builders.get(routeType), undefined, [context, options]));
    const settings = {};
    for (const name of Object.keys(DEFAULTS)) {
      const given = config[name] === undefined ? said[name] : config[name];
      settings[name] = typeof given === typeof DEFAULTS[name] ? given : DEFAULTS[name];
    }
    const handlers = preset ? this.ofPreset(preset, context) : {};
    for (const name of preset ? [] : HANDLERS) {
      const fn = said[name];
      if (typeof fn === 'function' && workletOf(fn) !== undefined) handlers[name] = this.worklets.values.ofFunctionOnce(fn).id;
      else if (fn !== undefined) this.worklets.isWorklet(fn, `${name} of the route "${routeType}"`);
    }
    return { settings, handlers };
  }

  ofPreset({ primary, previous }, context) {
    const handlers = {};
    const values = this.worklets.values;
    const taken = { p: values.marks.get(context.primaryAnimation), curve: { $: 'e', name: 'cubicBezier', args: [0.35, 0.91, 0.33, 0.97] } };
    for (const [name, text] of [['handlePrimaryAnimation', primary], ['handlePreviousPageAnimation', previous]]) {
      if (text === null) continue;
      handlers[name] = values.nextId();
      values.send({ $: 'fn', id: handlers[name], text, path: 'wx', line: 1, taken, bound: null });
    }
    return handlers;
  }
}
bareClass(CustomRoutes);
