/**
 * Canvases that cannot be drawn on yet: they say so once, and their drawing methods do nothing, so that the program
 * around them runs on. For `NodesRef.node` (2d) and for the old wx.createCanvasContext.
 *
 * Runs in the logic process (QuickJS); called by node_objects.js and own_functions.js. No messages.
 */
'use strict';

const api = (__handset.api = __handset.api || {});
const FRAME_MS = 16;

const DRAWING = [
  'arc', 'arcTo', 'beginPath', 'bezierCurveTo', 'clearRect', 'clip', 'closePath', 'drawImage', 'ellipse', 'fill',
  'fillRect', 'fillText', 'lineTo', 'moveTo', 'putImageData', 'quadraticCurveTo', 'rect', 'resetTransform', 'restore',
  'rotate', 'save', 'scale', 'setLineDash', 'setTransform', 'stroke', 'strokeRect', 'strokeText', 'transform', 'translate',
];

/** @param {Bridge} bridge */
function canvasNode(bridge) {
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
    requestAnimationFrame: (callback) => setTimeout(() => callback(Date.now()), FRAME_MS),
    cancelAnimationFrame: (id) => clearTimeout(id),
    toDataURL: () => 'data:,',
  };
}

/** wx.createCanvasContext. @param {Bridge} bridge @param {Record<string, any[]>} methods of CanvasContext in the table */
function oldCanvasContext(bridge, methods) {
  api.noticeOnce(bridge, 'createCanvasContext')();
  const context = drawingContext(undefined);
  for (const name of Object.keys(methods)) if (!context[name]) context[name] = () => {};
  context.createCircularGradient = context.createRadialGradient;
  context.draw = (_reserve, callback) => {
    if (typeof callback === 'function') bridge.later(() => bridge.guard('CanvasContext.draw callback', callback, undefined, []));
  };
  return context;
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

Object.assign(api, { canvasNode, oldCanvasContext });
