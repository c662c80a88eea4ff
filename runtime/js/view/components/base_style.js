/**
 * The style sheet under all others: the page, and the elements that are nothing but a box.
 *
 * Runs in the shell page (Chromium); put first in the head of every mini-program page by page/styles.js.
 */

/** @returns {string} CSS */
export function base() {
  return `
/* Assumed: 20rem are the width of the window, as early projects lay out, unless page-meta says otherwise. */
* { margin: 0; }
/* No overflow of its own, so that that of the page is the window's: the window scrolls whatever height the page has. */
html { font-size: 5vw; height: 100%; -webkit-text-size-adjust: 100%; overscroll-behavior: none; }
body { margin: 0; min-height: 100%; box-sizing: border-box; }
html[disable-scroll] > body { overflow: hidden !important; }
/* What stands outside the page looks as the page does before any sheet of the program. */
body, html > .wx-root-portal {
  font: 16px/normal -apple-system, BlinkMacSystemFont, sans-serif;
  -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent; touch-action: none;
  cursor: default;
}
::-webkit-scrollbar { display: none; width: 0; height: 0; }
[virtual-host] { display: contents !important; }
[hidden] { display: none !important; }
wx-view, wx-cover-view { display: block; }
wx-cover-view { position: relative; line-height: 1.2; overflow: hidden; white-space: nowrap; }
wx-audio { display: none; }
.navigator-hover { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7; }
`;
}
