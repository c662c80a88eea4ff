/**
 * An address as a style sheet says it. Runs in the shell page (Chromium); used by components that show a poster.
 */

/** @param {string} url @returns {string} */
export function cssUrl(url) {
  const safe = url.replace(/["\\\n]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return `url("${safe}")`;
}
