/**
 * Everything that the window knows of the language, given to the editor. Runs in the editor page (Chromium); called
 * by main.js. The window decides what is true; here it is only shown.
 */
import { registerCompletion } from './completion.js';

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 */
export function registerLanguage(monaco, client) {
  registerCompletion(monaco, client);
}
