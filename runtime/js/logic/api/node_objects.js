/**
 * What `NodesRef.node` and `NodesRef.context` hand out: the methods of a scroll-view, a canvas (canvas.js,
 * canvas_context_old.js), the objects by which a program rules a video, a map and their like.
 *
 * Runs in the logic process (QuickJS); called by selector_query.js. Sends ViewCall `element`.
 */

import { oldContext } from './canvas_context_old.js';
import { elementContext } from './element_contexts.js';
import { handedOut } from './interception.js';
import { elementCall } from '../../shared/wire/element_calls.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Canvases } from './canvas.js' */
/** @import { Bridge, TreeNode } from './facade.js' */

/** Tag → the object that belongs to it. */
const CONTEXTS = {
  video: 'VideoContext', map: 'MapContext', editor: 'EditorContext', selection: 'SelectionContext', camera: 'CameraContext',
  'live-player': 'LivePlayerContext', 'live-pusher': 'LivePusherContext',
};
const REFRESHER_ORDERS = ['triggerRefresh', 'closeRefresh', 'triggerTwoLevel', 'closeTwoLevel'];
const SCROLL_SWITCHES = ['scrollEnabled', 'bounces', 'showScrollbar', 'pagingEnabled', 'fastDeceleration', 'decelerationDisabled'];

/**
 * `NodesRef.node`. Of a canvas only the newer kind has one: it has a type.
 * @param {{bridge: Bridge, canvases: Canvases, pageId: number}} facts of the query
 * @param {TreeNode} node the node in the logic layer
 * @param {any} measured what the view says of it
 */
export function nodeObject({ bridge, canvases, pageId }, node, measured) {
  if (node.tag === 'canvas') return measured && measured.type ? canvases.node(pageId, node.ref, measured.surface) : null;
  if (node.tag === 'scroll-view') return scrollView(bridge, pageId, node);
  if (node.tag === 'draggable-sheet') return draggableSheet(bridge, pageId, node);
  return measured === undefined ? null : measured;
}

/**
 * `NodesRef.context`: what wx.createCanvasContext, wx.createVideoContext … give for the element.
 * @param {object | null} scope the component in which the node was looked for
 */
export function contextObject(facts, scope, node, measured) {
  if (node.tag === 'canvas') return measured ? oldContext(facts.canvases, measured.canvasId, scope) : null;
  const kind = CONTEXTS[node.tag];
  if (kind === undefined) return nodeObject(facts, node, measured);
  const { bridge, pageId } = facts;
  return elementContext(bridge, kind, () => ({ pageId, ref: node.ref }));
}

/** Orders to an element of a page. */
function orders(bridge, pageId, { ref }) {
  return (call) => bridge.callView(pageId, viewCall.elementMethod({ id: ref[0], node: ref[1], call }), () => {});
}

function draggableSheet(bridge, pageId, node) {
  const act = orders(bridge, pageId, node);
  const scrollTo = (options = {}) => act(elementCall.invoke({ method: 'scrollTo', args: [options] }));
  return handedOut(bridge, 'DraggableSheetContext', { scrollTo });
}

function scrollView(bridge, pageId, node) {
  const object = {};
  const act = orders(bridge, pageId, node);
  object.scrollTo = (options = null) => act(elementCall.scrollTo({ options }));
  object.scrollIntoView = (selector = null, options = null) => act(elementCall.scrollIntoView({ selector, options }));
  for (const name of REFRESHER_ORDERS) object[name] = (options = {}) => act(elementCall.invoke({ method: name, args: [options] }));
  for (const name of SCROLL_SWITCHES) {
    let kept = true;
    Object.defineProperty(object, name, {
      enumerable: true,
      get: () => kept,
      set: (value) => {
        kept = value;
        act(elementCall.setSwitch({ switch: name, value }));
      },
    });
  }
  return handedOut(bridge, 'ScrollViewContext', object);
}
