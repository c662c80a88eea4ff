/**
 * Writes the end tag behind a start tag as soon as that is closed. Runs in the editor page (Chromium); called by
 * register.js. The window says which tag, if one is wanted.
 */
import { placesOf } from './places.js';

const MARKS = ['>', '/'];

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 * @param {import('./editors.js').Editors} editors
 */
export function registerClosing(monaco, client, editors) {
  const places = placesOf(monaco);

  editors.onType(async (editor, typed) => {
    const model = editor.getModel();
    if (!model || model.getLanguageId() !== 'wxml' || !MARKS.includes(typed)) return;
    const place = editor.getPosition();
    const version = model.getVersionId();
    const text = await client.ask({ q: 'close-tag', ...places.question(model, place) });
    if (!text || editor.getModel() !== model || model.getVersionId() !== version) return;
    // The cursor stays in front of an end tag, and goes behind the rest of one.
    const cursor = text[0] === '<' ? [monaco.Selection.fromPositions(place)] : undefined;
    editor.executeEdits('handset', [{ range: monaco.Range.fromPositions(place), text, forceMoveMarkers: true }], cursor);
  });
}
