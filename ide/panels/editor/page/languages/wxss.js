/**
 * Colours, brackets and folding of WXSS. Runs in the editor page (Chromium); called by main.js; no messages.
 */

const CONFIGURATION = {
  comments: { blockComment: ['/*', '*/'] },
  brackets: [['{', '}'], ['[', ']'], ['(', ')']],
  autoClosingPairs: [
    { open: '{', close: '}' }, { open: '[', close: ']' }, { open: '(', close: ')' },
    { open: '"', close: '"' }, { open: "'", close: "'" },
  ],
  surroundingPairs: [{ open: '"', close: '"' }, { open: "'", close: "'" }, { open: '{', close: '}' }],
  wordPattern: /(#?-?\d*\.\d\w*%?)|((::|[@#.!:])?[\w-?]+%?)|::|[@#.!:]/g,
};

const LANGUAGE = {
  defaultToken: '',
  tokenPostfix: '.wxss',
  tokenizer: {
    root: [
      { include: '@shared' },
      [/@[\w-]+/, 'keyword', '@atRule'],
      [/\{/, 'delimiter.bracket', '@declarations'],
      [/\.[\w\u0080-\uffff-]+/, 'attribute.name.class'],
      [/#[\w-]+/, 'attribute.name.id'],
      [/::?[\w-]+/, 'attribute.name.pseudo'],
      [/[\w-]+/, 'tag'],
      [/[>+~*,()]/, 'delimiter'],
      [/\[[^\]]*\]/, 'attribute.name'],
      [/\}/, 'delimiter.bracket'],
    ],
    atRule: [
      { include: '@shared' },
      [/;/, 'delimiter', '@pop'],
      [/\{/, { token: '@rematch', next: '@pop' }],
      [/@?[\w-]+/, 'attribute.value'],
      [/[():,]/, 'delimiter'],
      [/./, ''],
    ],
    declarations: [
      { include: '@shared' },
      [/\}/, 'delimiter.bracket', '@pop'],
      // A rule inside @media or @keyframes begins before any colon that ends in a semicolon.
      [/(?:[\w.#%>~+*,:\s-]|\[[^\]]*\])+(?=\{)/, { token: '@rematch', next: '@nested' }],
      [/--[\w-]+(?=\s*:)/, 'variable', '@value'],
      [/[\w-]+(?=\s*:)/, 'attribute.name', '@value'],
      [/[;:]/, 'delimiter'],
      [/./, ''],
    ],
    nested: [
      { include: '@shared' },
      [/\{/, { token: 'delimiter.bracket', switchTo: '@declarations' }],
      [/\.[\w-]+/, 'attribute.name.class'],
      [/#[\w-]+/, 'attribute.name.id'],
      [/::?[\w-]+/, 'attribute.name.pseudo'],
      [/[\w-]+%?/, 'tag'],
      [/./, 'delimiter'],
    ],
    value: [
      { include: '@shared' },
      [/;/, 'delimiter', '@pop'],
      [/\}/, { token: '@rematch', next: '@pop' }],
      [/#[\da-fA-F]{3,8}\b/, 'number.hex'],
      [/[+-]?(\d*\.)?\d+(rpx|px|r?em|v[hw]|vmin|vmax|%|s|ms|deg|fr|pt|cm|mm|in)?/, 'number'],
      [/!important\b/, 'keyword'],
      [/[\w-]+(?=\()/, 'function'],
      [/[\w-]+/, 'attribute.value'],
      [/[:,()/*+]/, 'delimiter'],
      [/./, ''],
    ],
    shared: [
      [/\s+/, ''],
      [/\/\*/, 'comment', '@comment'],
      [/"([^"\\]|\\.)*"?/, 'string'],
      [/'([^'\\]|\\.)*'?/, 'string'],
      [/url\(\s*[^"')\s][^)]*\)/, 'string'],
    ],
    comment: [[/\*\//, 'comment', '@pop'], [/[^*]+/, 'comment'], [/\*/, 'comment']],
  },
};

/** @param {object} monaco the loaded editor library */
export function registerWxss(monaco) {
  monaco.languages.register({ id: 'wxss', extensions: ['.wxss'], aliases: ['WXSS'] });
  monaco.languages.setLanguageConfiguration('wxss', CONFIGURATION);
  monaco.languages.setMonarchTokensProvider('wxss', LANGUAGE);
}
