/**
 * Shows completions of the window. Runs in the editor page (Chromium); called by register.js.
 */
import { placesOf } from './places.js';

const LANGUAGES = ['wxml', 'wxss', 'json', 'javascript', 'typescript'];
const TRIGGERS = ['<', ' ', '/', '"', "'", ':', '.', '{', '#'];

/** The editor's icon for each kind of suggestion. */
const KINDS = {
  tag: 'Property', component: 'Class', attribute: 'Field', directive: 'Keyword', event: 'Event', property: 'Field',
  value: 'Value', method: 'Method', data: 'Variable', variable: 'Variable', class: 'Constant', template: 'Module',
  module: 'Module', function: 'Function', file: 'File', key: 'Property',
};

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 */
export function registerCompletion(monaco, client) {
  const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = monaco.languages;
  const places = placesOf(monaco);
  monaco.languages.registerCompletionItemProvider(LANGUAGES, {
    triggerCharacters: TRIGGERS,
    async provideCompletionItems(model, position) {
      const answer = await client.ask({ q: 'completion', ...places.question(model, position) });
      if (!answer) return { suggestions: [] };
      const range = places.range(answer.range);
      return { suggestions: answer.suggestions.map((one) => ({
        label: one.label,
        kind: Kind[KINDS[one.kind]],
        insertText: one.insert,
        insertTextRules: one.is_snippet ? Rule.InsertAsSnippet : undefined,
        detail: one.detail,
        documentation: one.documentation,
        filterText: one.filter || undefined,
        sortText: `${String(one.rank).padStart(3, '0')}${one.label}`,
        range,
        command: one.goes_on ? { id: 'editor.action.triggerSuggest', title: '' } : undefined,
      })) };
    },
  });
}
