/**
 * CameraContext.onCameraFrame: pictures of the camera as numbers, one asked for when the last has been handed over.
 *
 * Runs in the logic process (QuickJS); used by element_contexts.js.
 */

import { bytesOf } from '../base/base64.js';
import { answerCallbacks } from './call.js';
/** @import { Bridge } from './facade.js' */

/**
 * @param {Bridge} bridge
 * @param {() => Promise<{width: number, height: number, pixels: string}>} take the next picture
 * @param {unknown} callback
 * @returns {object} a CameraFrameListener
 */
export function frameListener(bridge, take, callback) {
  let round = 0;
  const go = (mine) => {
    take().then(
      ({ width, height, pixels }) => {
        if (mine !== round) return;
        if (typeof callback === 'function') {
          bridge.guard('CameraContext.onCameraFrame callback', callback, undefined, [{ width, height, data: bytesOf(pixels) }]);
        }
        go(mine);
      },
      // The camera is gone, or may not be used: it says so itself.
      () => {},
    );
  };
  const done = (name, option) =>
    bridge.later(() => answerCallbacks(bridge, `CameraFrameListener.${name}`, option || {}, true, { errMsg: `${name}:ok` }));
  return {
    start(option) {
      go(++round);
      done('start', option);
    },
    stop(option) {
      round += 1;
      done('stop', option);
    },
  };
}
