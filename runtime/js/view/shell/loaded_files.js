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
    const files = [];
    for (const entry of entries) {
      if (!OF_THE_WEB.test(entry.name)) continue;
      const picture = entry.responseStatus ? undefined : pictureOf(entry, frame);
      if (picture === undefined || picture.complete) files.push(told(entry, frame, picture));
      else afterwards(picture, () => tell([told(entry, frame, picture)]));
    }
    if (files.length > 0) tell(files);
  });
  observer.observe({ type: "resource", buffered: true });
}

/** The element that has asked for a picture, of which the server does not let pages know. */
function pictureOf(entry, frame) {
  if (entry.initiatorType !== "img") return undefined;
  return [...frame.document.images].find((one) => one.currentSrc === entry.name);
}

/** When the picture has come, or has not. */
function afterwards(picture, act) {
  const done = () => {
    picture.removeEventListener("load", done);
    picture.removeEventListener("error", done);
    act();
  };
  picture.addEventListener("load", done);
  picture.addEventListener("error", done);
}

function told(entry, frame, picture) {
  const isKnown = picture !== undefined && picture.currentSrc === entry.name;
  const outcome = !isKnown ? "unknown" : picture.naturalWidth > 0 ? "loaded" : "failed";
  return {
    url: entry.name.slice(0, LONGEST_URL),
    kind: entry.initiatorType,
    start_ms: frame.performance.timeOrigin + entry.startTime,
    duration_ms: entry.duration,
    size_bytes: entry.decodedBodySize,
    status: entry.responseStatus || 0,
    outcome: /** @type {"unknown"|"loaded"|"failed"} */ (outcome),
  };
}
