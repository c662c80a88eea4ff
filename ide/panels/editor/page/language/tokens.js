/**
 * Colours by what a stretch of a file is, as the window reads it. Runs in the editor page (Chromium); called by
 * register.js. Until an answer is there, the colours are those of languages/. What a kind looks like is in the themes.
 */
import { placesOf } from './places.js';

/** In the order of `TokenKind` in `runtime/language/answers.py`. */
const KINDS = [
  'type', 'class', 'property', 'event', 'method', 'variable', 'parameter', 'namespace', 'function', 'keyword',
  'string', 'number', 'comment',
];
/** Kinds are told apart in the themes by where they stand: `class.style`. */
const PLACES = { wxml: 'template', wxss: 'style', less: 'style', scss: 'style', sass: 'style' };

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 * @returns {() => void} to be called when the project was read anew: a name may be another thing now
 */
export function registerTokens(monaco, client) {
  const places = placesOf(monaco);
  const read = new monaco.Emitter();
  for (const [language, place] of Object.entries(PLACES)) {
    monaco.languages.registerDocumentSemanticTokensProvider(language, {
      onDidChange: read.event,
      getLegend: () => ({ tokenTypes: KINDS.map((kind) => `${kind}.${place}`), tokenModifiers: [] }),
      async provideDocumentSemanticTokens(model) {
        const numbers = await client.ask({ q: 'tokens', path: places.path(model) });
        return numbers && { data: new Uint32Array(numbers) };
      },
      releaseDocumentSemanticTokens() {},
    });
  }
  return () => read.fire();
}
