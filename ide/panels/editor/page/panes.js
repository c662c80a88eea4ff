/**
 * One editor, or two side by side, over the same models. Runs in the editor page (Chromium); made by models.js, which
 * makes the editors and decides what they show. Over each is a line for breadcrumbs.js. The one that had the keyboard last is in front. No messages.
 */

/**
 * @typedef {object} Pane
 * @property {HTMLElement} node
 * @property {any} editor
 */

/**
 * @param {HTMLElement} container where they stand
 * @param {(node: HTMLElement) => any} makeEditor an editor of the library in this place
 * @param {(editor: any) => void} fronted another editor is in front
 * @param {() => void} wentOver and it was the user who went there
 */
export function createPanes(container, makeEditor, fronted, wentOver) {
  /** @type {Pane[]} */
  const panes = [];

  function add() {
    const node = document.createElement('div');
    node.className = 'pane';
    container.append(node);
    const crumbs = document.createElement('nav');
    const area = document.createElement('div');
    crumbs.className = 'crumbs';
    area.className = 'area';
    node.append(crumbs, area);
    const pane = { node, editor: makeEditor(area) };
    panes.push(pane);
    pane.editor.onDidFocusEditorWidget(() => {
      if (pane === front || !panes.includes(pane)) return;
      bringForward(pane);
      wentOver();
    });
    return pane;
  }

  let front = add();

  function bringForward(pane) {
    front = pane;
    fronted(pane.editor);
  }

  /** Takes away the other one. */
  function join() {
    const other = panes.find((pane) => pane !== front);
    if (!other) return;
    panes.splice(panes.indexOf(other), 1);
    other.editor.dispose();
    other.node.remove();
  }

  return {
    /** The editors, from left to right. */
    all: () => panes.map((pane) => pane.editor),

    isSplit: () => panes.length > 1,

    /** A second editor at the right, which comes to the front and shows what the first does. */
    split() {
      const { editor } = front;
      const pane = add();
      pane.editor.setModel(editor.getModel());
      pane.editor.restoreViewState(editor.saveViewState());
      bringForward(pane);
      pane.editor.focus();
    },

    join,
  };
}
