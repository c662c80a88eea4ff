/**
 * Colours of `.wxs` modules: those of JavaScript. Runs in the editor page (Chromium); called by main.js; no messages.
 */

/**
 * @param {object} monaco the loaded editor library
 * @param {{conf: object, language: object}} javascript Monaco's own definition of JavaScript
 */
export function registerWxs(monaco, javascript) {
  monaco.languages.register({ id: 'wxs', extensions: ['.wxs'], aliases: ['WXS'] });
  monaco.languages.setLanguageConfiguration('wxs', javascript.conf);
  monaco.languages.setMonarchTokensProvider('wxs', { ...javascript.language, tokenPostfix: '.wxs' });
}
