/**
 * Everything that the window knows of the language, given to the editor. Runs in the editor page (Chromium); called
 * by main.js. The window decides what is true; here it is only shown.
 */
import { registerClosing } from './closing.js';
import { registerCompletion } from './completion.js';
import { registerEdits } from './edits.js';
import { registerFormatting } from './formatting.js';
import { registerHover } from './hover.js';
import { registerNavigation } from './navigation.js';
import { registerOutline } from './outline.js';
import { registerTokens } from './tokens.js';

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 * @param {(message: object) => void} send to the window
 * @param {import('./editors.js').Editors} editors
 * @returns {Object<string, (message: any) => void>} handlers of the window's messages
 */
export function registerLanguage(monaco, client, send, editors) {
  registerCompletion(monaco, client);
  registerHover(monaco, client);
  registerNavigation(monaco, client);
  registerEdits(monaco, client, send);
  registerOutline(monaco, client);
  registerFormatting(monaco, client, send);
  registerClosing(monaco, client, editors);
  return { 'project-read': registerTokens(monaco, client) };
}
