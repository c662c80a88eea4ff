/**
 * What a frame is spent on: the styles of the elements, then their places. Runs in the shell page; called by `frames.js`
 * in the animation frame, so the browser does the same work as without it, only asked for in two steps.
 */

/**
 * @typedef {object} Rendering
 * @property {number} begun_ms when the frame began, as `performance.now()` tells it
 * @property {number} style_ms
 * @property {number} layout_ms
 */

/** @param {Iterable<Document>} documents @returns {Rendering} */
export function renderingOf(documents) {
  const begun = performance.now();
  // Animations depend on styles alone, so asking for them brings these up to date and leaves the layout.
  for (const { documentElement } of documents) documentElement?.getAnimations({ subtree: true });
  const styled = performance.now();
  for (const { documentElement } of documents) documentElement?.offsetHeight;
  return { begun_ms: begun, style_ms: styled - begun, layout_ms: performance.now() - styled };
}
