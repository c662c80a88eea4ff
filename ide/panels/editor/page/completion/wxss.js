/**
 * Completion of property names in WXSS, taken from what this Chromium knows. Runs in the editor page; called by
 * main.js; no messages.
 */

/** @param {object} monaco the loaded editor library */
export function registerWxssCompletion(monaco) {
  const names = Array.from(getComputedStyle(document.documentElement)).filter((name) => !name.startsWith('--'));
  const shorthands = ['background', 'border', 'border-radius', 'border-top', 'border-right', 'border-bottom',
    'border-left', 'flex', 'font', 'gap', 'grid', 'inset', 'margin', 'overflow', 'padding', 'transition',
    'animation', 'text-decoration'];
  const properties = [...new Set([...shorthands, ...names])];
  monaco.languages.registerCompletionItemProvider('wxss', {
    provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      if (!/(^|[{;])\s*[\w-]*$/.test(before)) return { suggestions: [] };
      const word = /[\w-]*$/.exec(before)[0];
      const range = new monaco.Range(
        position.lineNumber, position.column - word.length, position.lineNumber, position.column);
      return {
        suggestions: properties.map((name) => ({
          label: name,
          kind: monaco.languages.CompletionItemKind.Property,
          insertText: `${name}: $0;`,
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
          range,
        })),
      };
    },
  });
}
