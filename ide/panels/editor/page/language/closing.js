/**
 * Writes the end tag behind a start tag as soon as that is closed. Runs in the editor page (Chromium); called by main.js
 * before the first editor is made, and by register.js. The window says which tag, if one is wanted.
 */
import { placesOf } from './places.js';

const MARKS = ['>', '/'];

/**
 * @typedef {(editor: object, typed: string) => void} Typed
 */

/**
 * Follows what is typed in every editor: not what is undone, pasted or comes from the window.
 *
 * @param {object} monaco the loaded editor library
 * @returns {(hear: Typed) => void} takes one that hears of it
 */
export function followTyping(monaco) {
  /** @type {Typed[]} */
  const hearing = [];
  monaco.editor.onDidCreateEditor((editor) => {
    editor.onDidType((typed) => hearing.forEach((hear) => hear(editor, typed)));
  });
  return (hear) => hearing.push(hear);
}

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 * @param {(hear: Typed) => void} onType of `followTyping`
 */
export function registerClosing(monaco, client, onType) {
  const places = placesOf(monaco);

  onType(async (editor, typed) => {
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
