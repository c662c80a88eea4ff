/**
 * The style sheet under all others: the page, and the elements that are nothing but a box.
 *
 * Runs in the shell page (Chromium); put first in the head of every mini-program page by page/styles.js.
 */

/** @returns {string} CSS */
export function base() {
  return `
html { height: 100%; -webkit-text-size-adjust: 100%; overflow-x: hidden; overscroll-behavior: none; }
body {
  margin: 0; min-height: 100%; box-sizing: border-box; overflow-x: hidden;
  font: 16px/normal -apple-system, BlinkMacSystemFont, "Helvetica Neue", Helvetica, "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", Arial, sans-serif;
  -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent; touch-action: none;
  cursor: default;
}
::-webkit-scrollbar { display: none; width: 0; height: 0; }
[hidden] { display: none !important; }
wx-view, wx-cover-view, wx-page-container { display: block; }
wx-cover-view { position: relative; line-height: 1.2; overflow: hidden; white-space: nowrap; }
wx-root-portal { display: contents; }
wx-audio, wx-modal, wx-action-sheet { display: none; }
wx-loading, wx-toast {
  position: fixed; left: 50%; top: 40%; z-index: 1000; min-width: 100px; padding: 16px; box-sizing: border-box;
  transform: translate(-50%, -50%); border-radius: 5px; background: rgba(17, 17, 17, 0.7); color: #FFFFFF;
  text-align: center;
}
.navigator-hover { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7; }
`;
}
