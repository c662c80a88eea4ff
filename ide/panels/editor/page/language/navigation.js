/**
 * Leads to definitions and references that the window knows. Runs in the editor page (Chromium); called by
 * register.js. A place in a file that is not shown is opened by the window (models.js).
 */
import { placesOf } from './places.js';

const LANGUAGES = ['wxml', 'wxss', 'wxs', 'less', 'scss', 'sass', 'json', 'javascript', 'typescript'];

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 */
export function registerNavigation(monaco, client) {
  const places = placesOf(monaco);

  const locations = (found) => {
    client.offer(found.map((one) => one.path));
    return found.map((one) => ({ uri: places.uri(one.path), range: places.range(one.range) }));
  };

  monaco.languages.registerDefinitionProvider(LANGUAGES, {
    async provideDefinition(model, position) {
      const answer = await client.ask({ q: 'definition', ...places.question(model, position) });
      if (!answer) return null;
      const from = places.range(answer.range);
      return locations(answer.locations).map((one) => ({ ...one, originSelectionRange: from }));
    },
  });
  monaco.languages.registerReferenceProvider(LANGUAGES, {
    async provideReferences(model, position) {
      return locations(await client.ask({ q: 'references', ...places.question(model, position) }) || []);
    },
  });
}
