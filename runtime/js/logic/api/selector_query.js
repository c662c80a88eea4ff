/**
 * wx.createSelectorQuery and the NodesRef that it gives: collects requests, resolves selectors in the logic layer's
 * tree, asks the view for measures, calls back.
 *
 * Runs in the logic process (QuickJS). Sends ViewCall `query`; its answer is ViewReply (wire.md, "View calls").
 * Source: reference, SelectorQuery and NodesRef.
 */

import { handedOut } from './interception.js';
import { contextObject, nodeObject } from './node_objects.js';
import { keepState, stateOf } from './private_state.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Canvases } from './canvas.js' */
/** @import { Bridge } from './facade.js' */

const RECT = { id: true, dataset: true, rect: true, size: true };
const SCROLL = { id: true, dataset: true, scrollOffset: true };
const LOGIC_FIELDS = ['id', 'dataset', 'mark'];
const VIEW_FIELDS = ['rect', 'size', 'scrollOffset', 'properties', 'computedStyle', 'node', 'context'];

class NodesRef {
  /** @param {SelectorQuery} query @param {string | null} selector null = the viewport @param {boolean} all */
  constructor(query, selector, all) {
    keepState(this, { query, selector, all });
  }

  /** @param {Function} [callback] */
  boundingClientRect(callback) {
    return request(this, RECT, callback);
  }

  /** @param {Function} [callback] */
  scrollOffset(callback) {
    return request(this, SCROLL, callback);
  }

  /** @param {object} fields what to report @param {Function} [callback] */
  fields(fields, callback) {
    return request(this, fields && typeof fields === 'object' ? fields : {}, callback);
  }

  /** @param {Function} [callback] */
  node(callback) {
    return request(this, { node: true }, callback);
  }

  /** @param {Function} [callback] */
  context(callback) {
    return request(this, { context: true }, callback);
  }

  /** @param {Function} [callback] */
  ref(callback) {
    return request(this, { ref: true }, callback);
  }
}

function request(ref, fields, callback) {
  const { query, selector, all } = stateOf(ref);
  stateOf(query).requests.push({ selector, all, fields, callback, scope: stateOf(query).scope });
  return query;
}

export class SelectorQuery {
  /** @param {Bridge} bridge @param {object | null} scope a component instance; null = the page on top @param {Canvases} canvases */
  constructor(bridge, scope, canvases) {
    keepState(this, { bridge, scope, canvases, requests: [] });
  }

  /** @param {object} component what is none is left out: the query stays where it is */
  in(component) {
    const state = stateOf(this);
    if (state.bridge.isComponent(component)) state.scope = component;
    else noticeScope(state.bridge);
    return this;
  }

  /** @param {string} selector */
  select(selector) {
    return nodesRef(this, String(selector), false);
  }

  /** @param {string} selector */
  selectAll(selector) {
    return nodesRef(this, String(selector), true);
  }

  selectViewport() {
    return nodesRef(this, null, false);
  }

  /** Sends all requests; callbacks of the requests run first, in order. @param {Function} [callback] gets all results */
  exec(callback) {
    const requests = [...stateOf(this).requests];
    const { bridge, scope, canvases } = stateOf(this);
    const send = () => ask({ bridge, canvases, pageId: bridge.pageIdOf(scope) }, requests, callback);
    // An observer of a property runs before its component has a tree; the query waits for that.
    if (bridge.hasTree(scope)) send();
    else bridge.later(send);
    return this;
  }
}

function nodesRef(query, selector, all) {
  return handedOut(stateOf(query).bridge, 'NodesRef', new NodesRef(query, selector, all));
}

function noticeScope(bridge) {
  if (bridge.noticed.has('SelectorQuery.in')) return;
  bridge.noticed.add('SelectorQuery.in');
  bridge.warn('SelectorQuery.in(component): what was given is no component or page, and is ignored.');
}

function ask(facts, requests, callback) {
  const { bridge, pageId } = facts;
  const found = requests.map((request) => nodesOf(bridge, request));
  const parts = requests.map((request, index) => ({
    nodes: request.selector === null ? 'viewport' : found[index].length ? found[index].map((node) => node.ref) : null,
    all: request.all,
    fields: pick(request.fields, VIEW_FIELDS),
  }));
  const answered = (error, reply) => {
    const answers = error || !Array.isArray(reply) ? [] : reply;
    const results = requests.map((request, index) => resultOf(facts, request, found[index], answers[index]));
    requests.forEach((request, index) => {
      if (typeof request.callback === 'function') {
        bridge.guard('SelectorQuery callback', request.callback, undefined, [results[index]]);
      }
    });
    if (typeof callback === 'function') bridge.guard('SelectorQuery.exec callback', callback, undefined, [results]);
  };
  // Assumed: the platform's view says that it has been drawn before it answers questions about what it has drawn.
  const call = viewCall.query({ requests: parts });
  bridge.callView(pageId, call, (error, reply) => bridge.whenReady(pageId, () => answered(error, reply)));
}

function nodesOf(bridge, request) {
  if (request.selector === null) return [];
  const nodes = bridge.select(request.scope, request.selector);
  return request.all ? nodes : nodes.slice(0, 1);
}

function resultOf(facts, request, nodes, answer) {
  if (request.selector === null) return withLogicFields(facts, request, { id: '', dataset: {} }, answer);
  if (!request.all) return nodes.length ? withLogicFields(facts, request, nodes[0], single(answer)) : null;
  return nodes.map((node, index) => withLogicFields(facts, request, node, (answer || [])[index]));
}

function single(answer) {
  return Array.isArray(answer) ? answer[0] : answer;
}

function withLogicFields(facts, { fields, scope }, node, measured) {
  const result = {};
  for (const name of LOGIC_FIELDS) if (fields[name]) result[name] = node[name];
  Object.assign(result, measured);
  if (fields.node) result.node = nodeObject(facts, node, measured && measured.node);
  if (fields.context) result.context = contextObject(facts, scope, node, measured && measured.node);
  return result;
}

function pick(fields, names) {
  const picked = {};
  for (const name of names) if (fields[name]) picked[name] = fields[name];
  return picked;
}
