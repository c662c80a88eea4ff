/**
 * Follows all editors of the page: what is typed in them, and which text they show. Runs in the editor page (Chromium);
 * called by main.js before the first editor is made; no messages.
 */

/**
 * @typedef {(editor: object, typed: string) => void} Typed
 *
 * @typedef {object} Editors
 * @property {(hear: Typed) => void} onType hears of keys: not of what is undone, pasted or comes from the window
 * @property {(hear: (model: object) => void) => void} onShow hears of a text when an editor begins to show it
 */

/**
 * @param {object} monaco the loaded editor library
 * @returns {Editors}
 */
export function followEditors(monaco) {
  /** @type {Typed[]} */
  const typing = [];
  /** @type {((model: object) => void)[]} */
  const showing = [];
  monaco.editor.onDidCreateEditor((editor) => {
    editor.onDidType((typed) => typing.forEach((hear) => hear(editor, typed)));
    editor.onDidChangeModel(() => {
      const model = editor.getModel();
      if (model) showing.forEach((hear) => hear(model));
    });
  });
  return { onType: (hear) => typing.push(hear), onShow: (hear) => showing.push(hear) };
}
