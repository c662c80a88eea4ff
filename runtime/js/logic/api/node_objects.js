/**
 * What `NodesRef.node` and `NodesRef.context` hand out: the methods of a scroll-view, or a canvas (canvas.js, canvas_context_old.js).
 *
 * Runs in the logic process (QuickJS); called by selector_query.js. Sends ViewCall `element`.
 */
'use strict';

const api = (__handset.api = __handset.api || {});

const SCROLL_METHODS = ['scrollTo', 'scrollIntoView'];
const SCROLL_SWITCHES = ['scrollEnabled', 'bounces', 'showScrollbar', 'pagingEnabled', 'fastDeceleration', 'decelerationDisabled'];

/**
 * `NodesRef.node`. Of a canvas only the newer kind has one: it has a type.
 * @param {{bridge: Bridge, canvases: Canvases, pageId: number}} facts of the query
 * @param {TreeNode} node the node in the logic layer
 * @param {any} measured what the view says of it
 */
function nodeObject({ bridge, canvases, pageId }, node, measured) {
  if (node.tag === 'canvas') return measured && measured.type ? canvases.node(pageId, node.ref, measured.surface) : null;
  if (node.tag === 'scroll-view') return scrollView(bridge, node);
  return measured === undefined ? null : measured;
}

/** `NodesRef.context`: of a canvas that of wx.createCanvasContext. */
function contextObject(facts, node, measured) {
  if (node.tag !== 'canvas') return nodeObject(facts, node, measured);
  return measured ? new api.CanvasContext(facts.canvases, measured.canvasId, facts.scope) : null;
}

function scrollView(bridge, node) {
  const object = {};
  const call = (method, args) => {
    const params = { id: node.ref[0], node: node.ref[1], method, args };
    bridge.callView(bridge.pageIdOf(null), 'element', params, () => {});
  };
  for (const method of SCROLL_METHODS) object[method] = (...args) => call(method, args);
  for (const name of SCROLL_SWITCHES) {
    let kept = true;
    Object.defineProperty(object, name, {
      enumerable: true,
      get: () => kept,
      set: (value) => {
        kept = value;
        call('set', [name, value]);
      },
    });
  }
  return object;
}

Object.assign(api, { nodeObject, contextObject });
