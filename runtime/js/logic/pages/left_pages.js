/**
 * Pages that were unloaded, as long as something of the program still holds them. Logic process.
 */

const MOST_PAGES = 200;
const left = [];

/** A page has been unloaded. */
export function pageLeft(page) {
  left.push({ path: page.path, instance: new WeakRef(page.root.instance) });
  if (left.length > MOST_PAGES) left.shift();
}

/** Those that are still there, with their paths. Whoever asks has had freed what nobody reaches. */
export function pagesStillHeld() {
  const found = [];
  for (const { path, instance } of left) {
    const value = instance.deref();
    if (value !== undefined) found.push({ path, value });
  }
  return found;
}
