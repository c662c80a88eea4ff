/**
 * The functions of `wx` for canvases: contexts, hidden canvases, pixels, pictures of canvases.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Sends canvas jobs; the file of canvasToTempFilePath is
 * written by the Python behind `callApi`. Source: reference, canvas.
 */

import { bytesOf } from '../base/base64.js';
import { answerCallbacks } from './call.js';
import { Canvas } from './canvas.js';
import { drawOld, oldContext } from './canvas_context_old.js';
import { pixelsIn, pixelsOut } from './canvas_paints.js';
import { stateOf } from './private_state.js';
/** @import { Calls } from './call.js' */
/** @import { Canvases } from './canvas.js' */

/** @param {Canvases} canvases @param {Calls} calls @returns {Record<string, Function>} */
export function canvasFunctions(canvases, calls) {
  const { bridge } = canvases;
  return {
    createCanvasContext: (canvasId, scope) => oldContext(canvases, String(canvasId), scope || null),
    createContext: () => oldContext(canvases, '', null),
    drawCanvas(option) {
      const { canvasId, actions, reserve } = option || {};
      drawOld({ canvases, canvasId: String(canvasId), scope: null }, [].concat(actions || []), reserve === true);
    },
    createOffscreenCanvas: (...args) => canvases.offscreen(...args),
    canvasToTempFilePath: (option, scope) =>
      answered(bridge, 'canvasToTempFilePath', option, (given) => toFile(canvases, calls, given, scope)),
    canvasGetImageData: (option, scope) =>
      answered(bridge, 'canvasGetImageData', option, (given) => getPixels(canvases, given, scope)),
    canvasPutImageData: (option, scope) =>
      answered(bridge, 'canvasPutImageData', option, (given) => putPixels(canvases, given, scope)),
  };
}

/** Which canvas an option object means: its node, or a canvas-id. */
function targetOf({ bridge }, option, scope) {
  const { canvas, canvasId } = option;
  if (canvas instanceof Canvas) return stateOf(canvas);
  const surface = bridge.canvasOf(scope || null, String(canvasId));
  return surface === null ? null : { pageId: bridge.pageIdOf(scope || null), surface };
}

/** The answer of a job, or a rejection with the reason. */
function asked(canvases, target, name, job) {
  if (target === null) return Promise.reject({ errMsg: `${name}:fail canvas is empty` });
  return new Promise((resolve, reject) => {
    canvases.link.send(target.pageId, job, (error, result) =>
      error ? reject({ errMsg: `${name}:fail ${error}` }) : resolve(result),
    );
  });
}

function toFile(canvases, calls, option, scope) {
  const name = 'canvasToTempFilePath';
  const { x, y, width, height, destWidth, destHeight, fileType, quality } = option;
  const target = targetOf(canvases, option, scope);
  const isJpeg = fileType === 'jpg' || fileType === 'jpeg';
  const looks = { x, y, width, height, destWidth, destHeight, isJpeg, quality };
  return asked(canvases, target, name, ['export', target && target.surface, looks]).then(
    (text) =>
      new Promise((resolve, reject) => {
        const data = bytesOf(text);
        calls.start(name, { data, fileType: isJpeg ? 'jpg' : 'png' }, (ok, result) => (ok ? resolve : reject)(result));
      }),
  );
}

function getPixels(canvases, option, scope) {
  const box = boxOf(option);
  const target = targetOf(canvases, option, scope);
  return asked(canvases, target, 'canvasGetImageData', ['pixels', target && target.surface, ...box]).then((read) => {
    const { width, height, data } = pixelsIn(read);
    return { errMsg: 'canvasGetImageData:ok', width, height, data };
  });
}

function putPixels(canvases, option, scope) {
  const name = 'canvasPutImageData';
  const [x, y, width, height] = boxOf(option);
  const target = targetOf(canvases, option, scope);
  const { data } = option;
  const given = Math.trunc((data.byteLength || 0) / 4 / (width || 1));
  const pixels = pixelsOut({ data, width, height: height || given });
  return asked(canvases, target, name, ['putPixels', target && target.surface, pixels, x, y]).then(() => ({
    errMsg: `${name}:ok`,
  }));
}

function boxOf(option) {
  return ['x', 'y', 'width', 'height'].map((name) => Math.trunc(Number(option[name])) || 0);
}

/** Does what is asked. Callbacks hear of it if there are any, else there is a promise. */
function answered(bridge, name, given, start) {
  const option = given && typeof given === 'object' ? given : {};
  const promise = start(option);
  if (!['success', 'fail', 'complete'].some((key) => typeof option[key] === 'function')) return promise;
  promise.then(
    (result) => answerCallbacks(bridge, name, option, true, result),
    (result) => answerCallbacks(bridge, name, option, false, result),
  );
  return undefined;
}
