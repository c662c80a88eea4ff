/**
 * Shows what the window says about a place. Runs in the editor page (Chromium); called by register.js.
 */
import { placesOf } from './places.js';

/** Scripts have the TypeScript worker. */
const LANGUAGES = ['wxml', 'wxss', 'less', 'scss', 'sass', 'json'];

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 */
export function registerHover(monaco, client) {
  const places = placesOf(monaco);
  monaco.languages.registerHoverProvider(LANGUAGES, {
    async provideHover(model, position) {
      const answer = await client.ask({ q: 'hover', ...places.question(model, position) });
      return answer && { contents: [{ value: answer.text }], range: places.range(answer.range) };
    },
  });
}
