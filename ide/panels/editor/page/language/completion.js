/**
 * Shows completions of the window. Runs in the editor page (Chromium); called by register.js.
 */
import { EDIT_COMMAND } from './edits.js';
import { placesOf } from './places.js';

const LANGUAGES = ['wxss', 'less', 'scss', 'sass', 'json', 'javascript', 'typescript'];
const TRIGGERS = ['<', ' ', '/', '"', "'", ':', '.', '{', '#', '@', '$', '-'];
/** What abbreviations are made of, besides words. */
const MARKS = ['>', '+', '*', ')', '}', ']', ...'0123456789'];

/** The editor's icon for each kind of suggestion. */
const KINDS = {
  tag: 'Property', component: 'Class', attribute: 'Field', directive: 'Keyword', event: 'Event', property: 'Field',
  value: 'Value', method: 'Method', data: 'Variable', variable: 'Variable', class: 'Constant', template: 'Module',
  module: 'Module', function: 'Function', file: 'File', key: 'Property', snippet: 'Snippet',
};

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 */
export function registerCompletion(monaco, client) {
  const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = monaco.languages;
  const places = placesOf(monaco);

  /** What happens when a suggestion has been taken. */
  const follow = (one) => {
    if (one.also.length) return { id: EDIT_COMMAND, title: '', arguments: [one.also] };
    return one.goes_on ? { id: 'editor.action.triggerSuggest', title: '' } : undefined;
  };
  const provider = {
    async provideCompletionItems(model, position) {
      const answer = await client.ask({ q: 'completion', ...places.question(model, position) });
      if (!answer) return { suggestions: [] };
      const range = places.range(answer.range);
      // What an abbreviation means changes with each of its characters.
      const incomplete = answer.suggestions.some((one) => one.kind === 'snippet');
      return { incomplete, suggestions: answer.suggestions.map((one) => ({
        label: one.label,
        kind: Kind[KINDS[one.kind]],
        insertText: one.insert,
        insertTextRules: one.is_snippet ? Rule.InsertAsSnippet : undefined,
        detail: one.detail,
        documentation: one.documentation,
        filterText: one.filter || undefined,
        sortText: `${String(one.rank).padStart(3, '0')}${one.label}`,
        range,
        command: follow(one),
      })) };
    },
  };

  // Their own services know nothing of other files: two lists would say the same twice.
  const { lessDefaults, scssDefaults } = monaco.languages.css;
  for (const defaults of [lessDefaults, scssDefaults]) {
    defaults.setModeConfiguration({ ...defaults.modeConfiguration, completionItems: false, hovers: false });
  }
  monaco.languages.registerCompletionItemProvider(LANGUAGES, { ...provider, triggerCharacters: TRIGGERS });
  monaco.languages.registerCompletionItemProvider('wxml', { ...provider, triggerCharacters: [...TRIGGERS, ...MARKS] });
}
