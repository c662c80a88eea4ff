/**
 * The editor's keys where Monaco's own choice for Linux differs from what the window's menus say and what users of
 * the platform's tools have in their fingers. Runs in the editor page (Chromium); called by main.js; no messages.
 */

/**
 * What a key does instead of Monaco's choice: modifiers and key by name, and the action.
 * @type {[string[], string, string][]}
 */
const BINDINGS = [
  [['Shift', 'Alt'], 'KeyF', 'editor.action.formatDocument'],
  [['Shift', 'Alt'], 'DownArrow', 'editor.action.copyLinesDownAction'],
  [['Shift', 'Alt'], 'UpArrow', 'editor.action.copyLinesUpAction'],
  [['CtrlCmd', 'Alt'], 'DownArrow', 'editor.action.insertCursorBelow'],
  [['CtrlCmd', 'Alt'], 'UpArrow', 'editor.action.insertCursorAbove'],
];

/**
 * @param {object} monaco the loaded editor library
 * @param {object} editor the code editor
 * @param {(name: string) => void} run carries an action out
 */
export function bindKeys(monaco, editor, run) {
  const keybindings = editor._standaloneKeybindingService;
  for (const [modifiers, key, action] of BINDINGS) {
    const combination = modifiers.reduce((sum, name) => sum | monaco.KeyMod[name], monaco.KeyCode[key]);
    // As a binding of the action itself it is what the context menu shows beside it.
    keybindings.addDynamicKeybinding(action, combination, () => run(action));
  }
}
