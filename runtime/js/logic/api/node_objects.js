/**
 * What `NodesRef.node` and `NodesRef.context` hand out: the methods of a scroll-view; a canvas that says that drawing
 * is not supported, once, and whose drawing methods do nothing, so that the program around it runs on.
 *
 * Runs in the logic process (QuickJS); called by selector_query.js. Sends ViewCall `element`.
 */
'use strict';

const api = (__handset.api = __handset.api || {});

const SCROLL_METHODS = ['scrollTo', 'scrollIntoView'];
const SCROLL_SWITCHES = ['scrollEnabled', 'bounces', 'showScrollbar', 'pagingEnabled', 'fastDeceleration', 'decelerationDisabled'];
const DRAWING = [
  'arc', 'arcTo', 'beginPath', 'bezierCurveTo', 'clearRect', 'clip', 'closePath', 'drawImage', 'ellipse', 'fill',
  'fillRect', 'fillText', 'lineTo', 'moveTo', 'putImageData', 'quadraticCurveTo', 'rect', 'resetTransform', 'restore',
  'rotate', 'save', 'scale', 'setLineDash', 'setTransform', 'stroke', 'strokeRect', 'strokeText', 'transform', 'translate',
];

/**
 * @param {Bridge} bridge
 * @param {TreeNode} node the node in the logic layer
 * @param {any} measured what the view says of it
 */
function nodeObject(bridge, node, measured) {
  if (node.tag === 'canvas') return canvas(bridge);
  if (node.tag === 'scroll-view') return scrollView(bridge, node);
  return measured === undefined ? null : measured;
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

function canvas(bridge) {
  const notice = api.noticeOnce(bridge, 'Canvas.getContext');
  return {
    width: 300,
    height: 150,
    getContext() {
      notice();
      return drawingContext(this);
    },
    createImage: () => ({ src: '', width: 0, height: 0, onload: null, onerror: null }),
    createImageData: (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }),
    createPath2D: () => drawingContext(null),
    requestAnimationFrame: (callback) => bridge.later(() => bridge.guard('requestAnimationFrame', callback, undefined, [Date.now()])),
    cancelAnimationFrame() {},
    toDataURL: () => 'data:,',
  };
}

function drawingContext(owner) {
  const context = { canvas: owner };
  for (const method of DRAWING) context[method] = () => {};
  const gradient = () => ({ addColorStop() {} });
  return Object.assign(context, {
    measureText: () => ({ width: 0 }),
    createLinearGradient: gradient,
    createRadialGradient: gradient,
    createPattern: () => null,
    getLineDash: () => [],
    getImageData: (_x, _y, width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }),
  });
}

Object.assign(api, { nodeObject });
