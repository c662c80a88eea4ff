/**
 * Completion of tags, attributes and values in WXML. Runs in the editor page (Chromium); called by main.js, which
 * fills `knowledge` from the messages `knowledge` and `files`. Its shape is made by `ide/models/wxml_knowledge.py`.
 */

/** How far back the open tag is searched (characters). */
const SEARCH_LENGTH = 4000;

/**
 * What stands before the cursor.
 * @param {string} before text up to the cursor
 * @returns {{kind: string, tag?: string, attribute?: string, word: string}}
 */
export function contextOf(before) {
  const open = /<([\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)$/.exec(before);
  if (!open) {
    const value = /<([\w-]+)(?:[^<>"']|"[^"]*"|'[^']*')*\s([\w:-]+)=["']([^"'{]*)$/.exec(before);
    if (value) return { kind: 'value', tag: value[1], attribute: value[2], word: value[3] };
    const close = /<\/([\w-]*)$/.exec(before);
    return close ? { kind: 'close', word: close[1] } : { kind: 'text', word: '' };
  }
  if (!open[2]) return { kind: 'tag', word: open[1] };
  if (/^\//.test(open[2])) return { kind: 'text', word: '' };
  return { kind: 'attribute', tag: open[1], word: /[\w:-]*$/.exec(open[2])[0] };
}

/** The innermost tag that is still open, or an empty string. */
export function openTagOf(before) {
  const stack = [];
  for (const match of before.matchAll(/<(\/?)([\w-]+)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g)) {
    if (match[3]) continue;
    if (!match[1]) stack.push(match[2]);
    else if (stack.includes(match[2])) while (stack.pop() !== match[2]);
  }
  return stack.pop() || '';
}

/**
 * @param {object} monaco the loaded editor library
 * @param {{components: object, customTags: Object<string, string[]>}} knowledge filled later by messages
 */
export function registerWxmlCompletion(monaco, knowledge) {
  const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = monaco.languages;

  const suggestion = (label, kind, insertText, entry, range) => ({
    label,
    kind,
    insertText,
    insertTextRules: Rule.InsertAsSnippet,
    detail: (entry && entry.type) || '',
    documentation: (entry && entry.doc) || '',
    range,
    command: insertText.includes('"$1"') ? { id: 'editor.action.triggerSuggest', title: '' } : undefined,
  });

  function tags(range) {
    const builtIn = Object.entries(knowledge.components.tags)
      .map(([tag, entry]) => suggestion(tag, Kind.Property, tagSnippet(tag, entry), entry, range));
    const custom = Object.keys(knowledge.customTags)
      .map((tag) => suggestion(tag, Kind.Class, tagSnippet(tag, {}), { type: 'component' }, range));
    return [...custom, ...builtIn];
  }

  const tagSnippet = (tag, entry) => (entry.empty ? `${tag} $1/>` : `${tag}$1>$0</${tag}>`);

  /** What is the tag's own comes first, then what all tags have, events last. */
  function attributes(tag, range) {
    const own = knowledge.components.tags[tag] || { attributes: {}, events: {} };
    const ranked = (rank, item) => ({ ...item, sortText: `${rank}${item.label}` });
    const field = (rank) => ([name, entry]) =>
      ranked(rank, suggestion(name, Kind.Field, attributeSnippet(name, entry), entry, range));
    const event = (rank) => ([name, entry]) => ['bind', 'catch'].map((form) =>
      ranked(rank, suggestion(`${form}:${name}`, Kind.Event, `${form}:${name}="$1"`, entry, range)));
    const common = Object.entries(knowledge.components.common).filter(([name]) => !(name in own.attributes));
    const events = Object.entries(knowledge.components.events).filter(([name]) => !(name in own.events));
    return [
      ...(knowledge.customTags[tag] || []).map((name) => field(0)([name, { type: 'property' }])),
      ...Object.entries(own.attributes).map(field(1)),
      ...Object.entries(own.events).flatMap(event(2)),
      ...common.map(field(3)),
      ...events.flatMap(event(4)),
    ];
  }

  function attributeSnippet(name, entry) {
    if (entry.type === 'none') return name;
    if (entry.type === 'boolean') return `${name}="{{$1}}"`;
    if (name === 'wx:for' || name === 'wx:if' || name === 'wx:elif') return `${name}="{{$1}}"`;
    return `${name}="$1"`;
  }

  function values(tag, attribute, range) {
    const own = knowledge.components.tags[tag];
    const entry = (own && own.attributes[attribute]) || knowledge.components.common[attribute];
    return ((entry && entry.values) || []).map((value) => suggestion(value, Kind.Value, value, {}, range));
  }

  monaco.languages.registerCompletionItemProvider('wxml', {
    triggerCharacters: ['<', ' ', '/', '"', ':'],
    provideCompletionItems(model, position) {
      const end = model.getOffsetAt(position);
      const text = model.getValue();
      const context = contextOf(text.slice(Math.max(0, end - SEARCH_LENGTH), end));
      const range = new monaco.Range(
        position.lineNumber, position.column - context.word.length, position.lineNumber, position.column);
      const suggestions = {
        tag: () => tags(range),
        attribute: () => attributes(context.tag, range),
        value: () => values(context.tag, context.attribute, range),
        close: () => {
          const tag = openTagOf(text.slice(0, end));
          return tag ? [suggestion(tag, Kind.Property, `${tag}>`, {}, range)] : [];
        },
        text: () => [],
      }[context.kind]();
      return { suggestions };
    },
  });
}
