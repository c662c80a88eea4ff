/**
 * The outline and the colours of a file, as the window reads them. Runs in the editor page (Chromium); called by
 * register.js. The editor has its own for scripts, Less and Sass with
 * braces.
 */
import { placesOf } from './places.js';

const OUTLINED = ['wxml', 'wxss', 'sass'];
const COLOURED = ['wxml', 'wxss', 'sass', 'json'];

/** The editor's icon for each kind of symbol. */
const KINDS = {
  element: 'Field', template: 'Function', module: 'Module', rule: 'Class', 'at-rule': 'Namespace',
  variable: 'Variable', mixin: 'Function', object: 'Object', list: 'Array', key: 'Key',
};

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 */
export function registerOutline(monaco, client) {
  const places = placesOf(monaco);

  const symbol = (one) => ({
    name: one.name,
    detail: one.detail,
    kind: monaco.languages.SymbolKind[KINDS[one.kind]],
    tags: [],
    range: places.range(one.range),
    selectionRange: places.range(one.name_range),
    children: one.children.map(symbol),
  });

  monaco.languages.registerDocumentSymbolProvider(OUTLINED, {
    async provideDocumentSymbols(model) {
      return (await client.ask({ q: 'symbols', path: places.path(model) }) || []).map(symbol);
    },
  });
  monaco.languages.registerColorProvider(COLOURED, {
    async provideDocumentColors(model) {
      const found = await client.ask({ q: 'colours', path: places.path(model) }) || [];
      return found.map(({ range, red, green, blue, alpha }) =>
        ({ range: places.range(range), color: { red, green, blue, alpha } }));
    },
    async provideColorPresentations(model, { color }) {
      const { red, green, blue, alpha } = color;
      const texts = await client.ask({ q: 'colour-texts', path: places.path(model), red, green, blue, alpha });
      return (texts || []).map((label) => ({ label }));
    },
  });
}
