/**
 * Tells of frames that took more than 50 ms, and what they were spent on. Runs in the shell page, for all pages in it;
 * called by `main.js`. Sends long-frame.
 */

import { fromView } from "../../shared/wire/view.js";

/** @typedef {PerformanceEntry & {styleAndLayoutStart: number, scripts: {duration: number, invoker: string}[]}} LongAnimationFrame */

/** @param {(message: import("../../shared/wire/view.js").LongFrame) => void} send */
export function watchLongFrames(send) {
  const observer = new window.PerformanceObserver((list) => {
    for (const entry of list.getEntries()) send(told(/** @type {LongAnimationFrame} */ (entry)));
  });
  observer.observe({ type: "long-animation-frame" });
}

/** @param {LongAnimationFrame} entry */
function told({ startTime, duration, styleAndLayoutStart, scripts }) {
  const longest = scripts.reduce((most, one) => (most && most.duration >= one.duration ? most : one), scripts[0]);
  return fromView.longFrame({
    start_ms: performance.timeOrigin + startTime,
    duration_ms: duration,
    script_ms: scripts.reduce((sum, one) => sum + one.duration, 0),
    render_ms: styleAndLayoutStart > 0 ? Math.max(0, startTime + duration - styleAndLayoutStart) : 0,
    invoker: longest ? longest.invoker.slice(0, 200) : "",
  });
}
