/**
 * Colours and brackets of the indented form of Sass, which the editor's own service takes for the form with braces.
 * Runs in the editor page (Chromium); called by main.js; no messages. What names are comes from the window.
 */

const CONFIGURATION = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [['[', ']'], ['(', ')']],
  autoClosingPairs: [
    { open: '[', close: ']' }, { open: '(', close: ')' }, { open: '"', close: '"' }, { open: "'", close: "'" },
  ],
  surroundingPairs: [{ open: '"', close: '"' }, { open: "'", close: "'" }, { open: '(', close: ')' }],
  wordPattern: /(#?-?\d*\.\d\w*%?)|([@$%#.!]?[\w-]+%?)/g,
  folding: { offSide: true },
};

const LANGUAGE = {
  defaultToken: '',
  tokenPostfix: '.sass',
  tokenizer: {
    root: [
      [/\/\/.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/"([^"\\]|\\.)*"?/, 'string'],
      [/'([^'\\]|\\.)*'?/, 'string'],
      [/[@=+][\w-]+/, 'keyword'],
      [/\$[\w-]+/, 'variable'],
      [/\.[\w\u0080-\uffff-]+/, 'attribute.name.class'],
      [/#[\w-]+/, 'attribute.name.id'],
      [/[\w-]+(?=\s*:\s)/, 'attribute.name'],
      [/[+-]?(\d*\.)?\d+(rpx|px|r?em|v[hw]|vmin|vmax|%|s|ms|deg|fr|pt|cm|mm|in)?/, 'number'],
      [/[\w-]+/, ''],
      [/[>~*,():&]/, 'delimiter'],
    ],
    comment: [[/\*\//, 'comment', '@pop'], [/[^*]+/, 'comment'], [/\*/, 'comment']],
  },
};

/** @param {object} monaco the loaded editor library */
export function registerSass(monaco) {
  monaco.languages.register({ id: 'sass', extensions: ['.sass'], aliases: ['Sass'] });
  monaco.languages.setLanguageConfiguration('sass', CONFIGURATION);
  monaco.languages.setMonarchTokensProvider('sass', LANGUAGE);
}
