/**
 * Places of the editor as the window counts them, and back: lines and columns from 0 there, from 1 here; both count
 * UTF-16 units. Files are named by their path in the project. Runs in the editor page (Chromium); no messages.
 */

/**
 * @typedef {{line: number, character: number}} Place
 * @typedef {{start: Place, end: Place}} Stretch
 */

/** @param {object} monaco the loaded editor library */
export const placesOf = (monaco) => ({
  /** @param {string} path */
  uri: (path) => monaco.Uri.from({ scheme: 'file', path: `/${path}` }),

  /** @param {object} model */
  path: (model) => model.uri.path.slice(1),

  /** @param {object} model @param {{lineNumber: number, column: number}} position */
  question: (model, position) => ({
    path: model.uri.path.slice(1),
    line: position.lineNumber - 1,
    character: position.column - 1,
  }),

  /** @param {Stretch} stretch */
  range: ({ start, end }) => new monaco.Range(start.line + 1, start.character + 1, end.line + 1, end.character + 1),

  /** @param {object} range of the editor @returns {Stretch} */
  stretch: (range) => ({
    start: { line: range.startLineNumber - 1, character: range.startColumn - 1 },
    end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
  }),
});
