/**
 * Files that the view has made for an order (a photo, a still, a film): they are written here, and the answer says where.
 *
 * Runs in the logic process (QuickJS); used by element_contexts.js. The file of canvasToTempFilePath is what writes any.
 */

import { bytesOf } from '../base/base64.js';

/** @import { Bridge } from './facade.js' */

/**
 * The answer of the view with paths in the place of bytes.
 * @param {Bridge} bridge @param {{files?: Record<string, {type: string, data: string}>}} answer
 * @returns {Promise<object>}
 */
export function withPaths(bridge, { files = {}, ...answer }) {
  const names = Object.keys(files);
  return names.reduce(
    (before, name) => before.then((made) => written(bridge, files[name]).then((path) => ({ ...made, [name]: path }))),
    Promise.resolve(answer),
  );
}

function written({ calls }, { type, data }) {
  return new Promise((resolve, reject) => {
    calls.start('canvasToTempFilePath', { data: bytesOf(data), fileType: type }, (ok, result) =>
      ok ? resolve(result.tempFilePath) : reject(result),
    );
  });
}
