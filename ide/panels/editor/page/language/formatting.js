/**
 * Formats files as the window does, and folds them where it says. Runs in the editor page (Chromium); called by
 * register.js. Sends `format-refused` where a file stays as it is.
 */
import { placesOf } from './places.js';

const FORMATTED = ['wxml', 'wxss', 'less', 'scss'];
/** The editor has folds of its own for Less, Sass with braces and JSON. */
const FOLDED = ['wxml', 'wxss', 'sass'];

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 * @param {(message: object) => void} send to the window
 */
export function registerFormatting(monaco, client, send) {
  const places = placesOf(monaco);

  async function format(model, range) {
    const path = places.path(model);
    const answer = await client.ask({ q: 'format', path, range });
    if (!answer) return [];
    if (answer.refusal) send({ m: 'format-refused', path, reason: answer.refusal });
    return answer.edits.map((edit) => ({ range: places.range(edit.range), text: edit.text }));
  }

  monaco.languages.registerDocumentFormattingEditProvider(FORMATTED, {
    displayName: 'Handset',
    provideDocumentFormattingEdits: (model) => format(model, null),
  });
  monaco.languages.registerDocumentRangeFormattingEditProvider(FORMATTED, {
    displayName: 'Handset',
    provideDocumentRangeFormattingEdits: (model, range) => format(model, places.stretch(range)),
  });
  monaco.languages.registerFoldingRangeProvider(FOLDED, {
    async provideFoldingRanges(model) {
      const folds = await client.ask({ q: 'folds', path: places.path(model) }) || [];
      const { FoldingRangeKind } = monaco.languages;
      return folds.map(({ start, end, is_comment: isComment }) =>
        ({ start: start + 1, end: end + 1, kind: isComment ? FoldingRangeKind.Comment : undefined }));
    },
  });
}
