/**
 * Marks in the gutter for lines that differ from the last commit; a click on one shows what stood there and offers to
 * put it back. Runs in the editor page (Chromium); made by main.js, which gives it each editor. Takes `base`, and of
 * `look` colours and words. Which texts the last commit has is the window's to know.
 */
import { placesOf } from './language/places.js';

/** After the last key (ms). */
const PAUSE_MS = 120;
/** Longer comparisons are given up (ms): texts without a line in common. */
const MOST_MS = 1000;
const MOST_LINES = 12;
const KINDS = ['added', 'modified', 'deleted'];

/**
 * @typedef {object} Change lines from 1; an end of 0 says that there are none, after the line of the start
 * @property {number} originalStartLineNumber
 * @property {number} originalEndLineNumber
 * @property {number} modifiedStartLineNumber
 * @property {number} modifiedEndLineNumber
 */

/** @param {Change} change */
const kindOf = (change) => {
  if (!change.originalEndLineNumber) return 'added';
  return change.modifiedEndLineNumber ? 'modified' : 'deleted';
};

/** The lines of the text that a change is shown at. @param {Change} change @returns {[number, number]} */
const shownAt = (change) => {
  const start = Math.max(change.modifiedStartLineNumber, 1);
  return [start, change.modifiedEndLineNumber || start];
};

/** The edit that puts the lines of the last commit in place of a change. @param {Change} change */
function undoing(monaco, change, base, model) {
  const { originalStartLineNumber: from, originalEndLineNumber: to } = change;
  const { modifiedStartLineNumber: start, modifiedEndLineNumber: end } = change;
  const eol = model.getEOL();
  const old = to ? base.getLinesContent().slice(from - 1, to).join(eol) : '';
  const endOf = (line) => (line ? model.getLineMaxColumn(line) : 1);
  if (to && end) return { range: new monaco.Range(start, 1, end, endOf(end)), text: old };
  if (to && !start) return { range: new monaco.Range(1, 1, 1, 1), text: old + eol };
  if (to) return { range: new monaco.Range(start, endOf(start), start, endOf(start)), text: eol + old };
  // Lines go with the line break after them, the last ones with that before them.
  if (end < model.getLineCount()) return { range: new monaco.Range(start, 1, end + 1, 1), text: '' };
  return { range: new monaco.Range(Math.max(start - 1, 1), endOf(start - 1), end, endOf(end)), text: '' };
}

/** @returns {Promise<any>} what compares models, in a worker */
const comparer = () => new Promise((resolve, reject) => {
  const names = ['vs/editor/standalone/browser/standaloneServices', 'vs/editor/common/services/editorWorker'];
  require(names, (services, { IEditorWorkerService }) => {
    resolve(services.StandaloneServices.get(IEditorWorkerService));
  }, reject);
});

/**
 * @param {object} monaco the loaded editor library
 * @returns {{handlers: Object<string, (message: any) => void>, follow: (editor: any) => void}}
 */
export function createChanges(monaco) {
  const places = placesOf(monaco);
  const compared = comparer();
  /** Texts of the last commit: path -> model. */
  const bases = new Map();
  /** Model -> the ids of its marks. */
  const marked = new WeakMap();
  /** What looks again, for each editor. @type {(() => void)[]} */
  const followed = [];
  let words = {};

  const baseOf = (model) => bases.get(places.path(model));

  function mark(model, found) {
    const decorations = found.map((change) => {
      const [start, end] = shownAt(change);
      return {
        range: new monaco.Range(start, 1, end, 1),
        options: { isWholeLine: true, linesDecorationsClassName: `change change-${kindOf(change)}` },
      };
    });
    marked.set(model, model.deltaDecorations(marked.get(model) || [], decorations));
  }

  /** Marks what an editor shows, from now on. */
  function follow(editor) {
    /** @type {Change[]} */
    let changes = [];
    let timer = 0;
    let looking = Promise.resolve();
    let zone = '';

    async function look() {
      const model = editor.getModel();
      const base = model && baseOf(model);
      if (!base) {
        changes = [];
        if (model) mark(model, changes);
        return;
      }
      const version = model.getVersionId();
      const worker = await compared;
      const answer = await worker.computeDiff(base.uri, model.uri, false, MOST_MS);
      if (model.isDisposed() || model !== editor.getModel() || model.getVersionId() !== version) return;
      changes = answer && !answer.quitEarly ? answer.changes : [];
      mark(model, changes);
    }

    function lookNow() {
      clearTimeout(timer);
      timer = 0;
      looking = look();
      return looking;
    }

    function lookSoon() {
      clearTimeout(timer);
      timer = setTimeout(lookNow, PAUSE_MS);
    }

    /** When `changes` are those of the texts as they are. */
    const lookedAt = () => (timer ? lookNow() : looking);

    function closeZone() {
      if (zone) editor.changeViewZones((zones) => zones.removeZone(zone));
      zone = '';
    }

    function putBack(change) {
      const model = editor.getModel();
      model.pushStackElement();
      model.pushEditOperations([], [undoing(monaco, change, baseOf(model), model)], () => null);
      model.pushStackElement();
      closeZone();
      editor.focus();
    }

    function button(label, act) {
      const made = document.createElement('button');
      made.textContent = label;
      made.addEventListener('mousedown', (event) => {
        event.stopPropagation();
        event.preventDefault();
        act();
      });
      return made;
    }

    function showZone(change) {
      closeZone();
      const base = baseOf(editor.getModel());
      const node = document.createElement('div');
      node.className = 'change-zone';
      editor.applyFontInfo(node);
      const bar = document.createElement('div');
      bar.append(button(words.put_back, () => putBack(change)), button(words.close, closeZone));
      const text = document.createElement('pre');
      const { originalStartLineNumber: from, originalEndLineNumber: to } = change;
      text.textContent = to ? base.getLinesContent().slice(from - 1, to).join('\n') : words.nothing;
      node.append(bar, text);
      const heightInLines = 2 + Math.min(to ? to - from + 1 : 1, MOST_LINES);
      editor.changeViewZones((zones) => {
        zone = zones.addZone({ afterLineNumber: shownAt(change)[1], heightInLines, domNode: node });
      });
    }

    async function go(step) {
      await lookedAt();
      const line = editor.getPosition().lineNumber;
      const ordered = step > 0 ? changes : [...changes].reverse();
      const next = ordered.find((change) => (shownAt(change)[0] - line) * step > 0) || ordered[0];
      if (!next) return;
      const [start] = shownAt(next);
      editor.setPosition({ lineNumber: start, column: 1 });
      editor.revealLineInCenterIfOutsideViewport(start);
      showZone(next);
    }

    /** What was found is of other texts. */
    function outdate() {
      changes = [];
      closeZone();
      lookSoon();
    }

    editor.onDidChangeModel(outdate);
    editor.onDidChangeModelContent(outdate);
    editor.onMouseDown(async ({ target }) => {
      const isMark = target.element && target.element.classList.contains('change');
      if (target.type !== monaco.editor.MouseTargetType.GUTTER_LINE_DECORATIONS || !isMark) return;
      const line = target.position.lineNumber;
      await lookedAt();
      const change = changes.find((one) => shownAt(one)[0] <= line && line <= shownAt(one)[1]);
      if (change) showZone(change);
    });
    editor.addCommand(monaco.KeyMod.Alt | monaco.KeyCode.F5, () => go(1));
    editor.addCommand(monaco.KeyMod.Alt | monaco.KeyMod.Shift | monaco.KeyCode.F5, () => go(-1));
    editor.onDidDispose(() => {
      clearTimeout(timer);
      followed.splice(followed.indexOf(outdate), 1);
    });
    followed.push(outdate);
  }

  function forget(path) {
    const base = bases.get(path);
    if (base) base.dispose();
    bases.delete(path);
  }

  return {
    follow,
    handlers: {
      base({ path, text }) {
        forget(path);
        if (text !== null) {
          const uri = monaco.Uri.from({ scheme: 'base', path: `/${path}` });
          bases.set(path, monaco.editor.createModel(text, 'plaintext', uri));
        }
        followed.forEach((outdate) => outdate());
      },
      look({ theme, words: given }) {
        words = given;
        for (const kind of KINDS) {
          document.documentElement.style.setProperty(`--${kind}`, theme.colors[`editorGutter.${kind}Background`]);
        }
        document.documentElement.style.setProperty('--zone', theme.colors['editorWidget.background']);
        document.documentElement.style.setProperty('--text', theme.colors['editor.foreground']);
        document.documentElement.style.setProperty('--line', theme.colors['scrollbarSlider.background']);
      },
    },
  };
}
