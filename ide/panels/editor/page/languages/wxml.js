/**
 * Colours, brackets and folding of WXML. Runs in the editor page (Chromium); called by main.js; no messages.
 * `{{ }}` is coloured as an expression, `<wxs>` as JavaScript, `wx:` attributes as keywords.
 */

const CONFIGURATION = {
  comments: { blockComment: ['<!--', '-->'] },
  brackets: [['<!--', '-->'], ['<', '>'], ['{{', '}}'], ['{', '}'], ['(', ')'], ['[', ']']],
  autoClosingPairs: [
    { open: '{', close: '}' }, { open: '[', close: ']' }, { open: '(', close: ')' },
    { open: '"', close: '"' }, { open: "'", close: "'" }, { open: '<!--', close: '-->' },
  ],
  surroundingPairs: [
    { open: '"', close: '"' }, { open: "'", close: "'" }, { open: '{', close: '}' }, { open: '<', close: '>' },
  ],
  wordPattern: /(-?\d*\.\d\w*)|([^`~!@$^&*()=+[{\]}\\|;'",.<>/\s]+)/g,
};

const LANGUAGE = {
  defaultToken: '',
  tokenPostfix: '.wxml',
  keywords: ['true', 'false', 'null', 'undefined', 'typeof', 'void', 'in', 'instanceof'],
  tokenizer: {
    root: [
      [/<!--/, 'comment', '@comment'],
      [/(<)(wxs)(?=[\s>/])/, ['delimiter', { token: 'tag', next: '@wxsTag' }]],
      [/(<\/?)([\w:.-]+)/, ['delimiter', { token: 'tag', next: '@tag' }]],
      [/\{\{/, { token: 'delimiter.bracket', next: '@mustache' }],
      [/&(#\d+|#x[\da-fA-F]+|\w+);/, 'string.escape'],
      [/[^<{&]+/, ''],
      [/[<{&]/, ''],
    ],
    comment: [[/-->/, 'comment', '@pop'], [/[^-]+/, 'comment'], [/./, 'comment']],
    tag: [
      [/\/?>/, 'delimiter', '@pop'],
      { include: '@attributes' },
    ],
    wxsTag: [
      [/\/>/, 'delimiter', '@pop'],
      [/>/, { token: 'delimiter', switchTo: '@wxsBody', nextEmbedded: 'javascript' }],
      { include: '@attributes' },
    ],
    wxsBody: [
      [/<\/wxs\s*>/, { token: '@rematch', next: '@wxsEnd', nextEmbedded: '@pop' }],
      [/[^<]+/, ''],
      [/</, ''],
    ],
    wxsEnd: [
      [/(<\/)(wxs)(\s*>)/, ['delimiter', 'tag', { token: 'delimiter', next: '@popall' }]],
    ],
    attributes: [
      [/\s+/, ''],
      [/(wx:|model:|generic:|slot:|change:|mark:|worklet:)([\w-]*)/, 'keyword'],
      [/((?:mut-|capture-)?(?:bind|catch)):?([\w-]+)/, 'attribute.name.event'],
      [/[\w@:.-]+/, 'attribute.name'],
      [/=/, 'delimiter'],
      [/"/, 'attribute.value', '@doubleQuoted'],
      [/'/, 'attribute.value', '@singleQuoted'],
      [/\{\{/, { token: 'delimiter.bracket', next: '@mustache' }],
      [/[^\s>]/, ''],
    ],
    doubleQuoted: [
      [/"/, 'attribute.value', '@pop'],
      [/\{\{/, { token: 'delimiter.bracket', next: '@mustache' }],
      [/[^"{]+/, 'attribute.value'],
      [/\{/, 'attribute.value'],
    ],
    singleQuoted: [
      [/'/, 'attribute.value', '@pop'],
      [/\{\{/, { token: 'delimiter.bracket', next: '@mustache' }],
      [/[^'{]+/, 'attribute.value'],
      [/\{/, 'attribute.value'],
    ],
    mustache: [
      [/\}\}/, { token: 'delimiter.bracket', next: '@pop' }],
      [/[A-Za-z_$][\w$]*/, { cases: { '@keywords': 'keyword', '@default': 'variable' } }],
      [/\d+(\.\d+)?/, 'number'],
      [/'([^'\\]|\\.)*'/, 'string'],
      [/"([^"\\]|\\.)*"/, 'string'],
      [/[-+*/%=!<>&|?:.,]+/, 'operator'],
      [/[{}()[\]]/, 'delimiter'],
      [/\s+/, ''],
      [/./, ''],
    ],
  },
};

/** @param {object} monaco the loaded editor library */
export function registerWxml(monaco) {
  monaco.languages.register({ id: 'wxml', extensions: ['.wxml'], aliases: ['WXML'] });
  monaco.languages.setLanguageConfiguration('wxml', {
    ...CONFIGURATION,
    onEnterRules: [{
      beforeText: /<([\w-]+)(?:[^<>"']|"[^"]*"|'[^']*')*(?<!\/)>$/,
      afterText: /^<\/([\w-]+)\s*>/,
      action: { indentAction: monaco.languages.IndentAction.IndentOutdent },
    }, {
      beforeText: /<(?!(?:input|image|import|include|icon|progress|slider|switch)\b)([\w-]+)(?:[^<>"']|"[^"]*"|'[^']*')*(?<!\/)>$/,
      action: { indentAction: monaco.languages.IndentAction.Indent },
    }],
  });
  monaco.languages.setMonarchTokensProvider('wxml', LANGUAGE);
}
