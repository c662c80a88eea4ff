/**
 * Waits for a document's animations to end, so that a picture shows what the page comes to. Runs in the shell page;
 * called by `pages.js` before a picture is taken. What never ends (a spinner) or takes very long is not waited for.
 */

const LONGEST_MS = 2000;

/** When no animation runs that ends soon; at the latest after two seconds. @param {Document} document */
export async function endOfAnimations(document) {
  const deadline = performance.now() + LONGEST_MS;
  // One that ends may begin the next.
  for (;;) {
    const left = deadline - performance.now();
    const ending = document.getAnimations().filter((animation) => endsWithin(animation, left));
    if (ending.length === 0 || left <= 0) return;
    const late = new Promise((resolve) => setTimeout(resolve, left));
    await Promise.race([late, Promise.all(ending.map((animation) => animation.finished.catch(() => null)))]);
  }
}

/**
 * When the components and pictures of a document that are on their way have come, or have not; at the latest after two
 * seconds. @param {Document} document
 */
export async function filesCome(document) {
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
  const components = [...document.querySelectorAll("*")].map((one) => /** @type {any} */ (one).__builtIn?.arrival);
  await Promise.race([late, Promise.all(components).then(() => picturesCome(document))]);
}

/** What is there is decoded as well: it is drawn with the next frame. @param {Document} document */
function picturesCome(document) {
  const asked = [...document.images].filter((one) => one.src && one.loading !== "lazy");
  return Promise.all(asked.map((one) => one.decode().catch(() => null)));
}

/** @param {Animation} animation @param {number} left ms */
function endsWithin(animation, left) {
  if (animation.playState !== "running" || !animation.effect) return false;
  return Number(animation.effect.getComputedTiming().endTime) - Number(animation.currentTime ?? 0) <= left;
}
