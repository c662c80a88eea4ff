/**
 * Tells what a page loads from the web: pictures, fonts, media. What lies in the project the host gives out itself.
 * Runs in the shell page; called by `page_layer.js` for each page. Sends files-loaded.
 */

const OF_THE_WEB = /^https?:/;
/** Characters of an address; a longer one is cut. */
const LONGEST_URL = 4000;

/**
 * @param {Window & typeof globalThis} frame the page's
 * @param {(files: import("../../shared/wire/view.js").LoadedFile[]) => void} tell
 */
export function watchLoadedFiles(frame, tell) {
  const observer = new frame.PerformanceObserver((list) => {
    const entries = /** @type {PerformanceResourceTiming[]} */ (list.getEntries());
    const files = entries.filter((entry) => OF_THE_WEB.test(entry.name)).map((entry) => told(entry, frame));
    if (files.length > 0) tell(files);
  });
  observer.observe({ type: "resource", buffered: true });
}

function told(entry, frame) {
  return {
    url: entry.name.slice(0, LONGEST_URL),
    kind: entry.initiatorType,
    start_ms: frame.performance.timeOrigin + entry.startTime,
    duration_ms: entry.duration,
    size_bytes: entry.decodedBodySize,
    status: entry.responseStatus || 0,
  };
}
