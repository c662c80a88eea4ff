/**
 * The text models of open files, shown in one editor or two (panes.js). Runs in the editor page (Chromium).
 * Called by main.js with messages of the window: open, show, close, rename, replace, edit, ask-text, markers, compare,
 * command, look, split. Sends edited, text, replaced, cursor, front, open-asked, command-refused.
 */
import { bindKeys } from './keys.js';
import { createPanes } from './panes.js';
import { placesOf } from './language/places.js';

/**
 * How often the whole text is sent while the user types (ms): together with its way to the disk a killed window loses
 * less than a quarter of a second of typing.
 */
const TEXT_INTERVAL_MS = 50;
/** Typing in a very long text must not be spent on sending it: sends take at most this part of the time. */
const TEXT_SHARE = 0.25;

/** What is selected is told up to this length: it may be what is looked for next. */
const LONGEST_SELECTED = 200;

/** A narrower editor (px) needs the room of its map for the text. */
const LEAST_WITH_MAP = 480;

const SEVERITIES = { error: 8, warning: 4, info: 2 };

/**
 * @param {object} monaco the loaded editor library
 * @param {(message: object) => void} send to the window
 * @returns {{
 *   tellsEditors: (hear: (editor: any) => void) => void,
 *   modelOf: (path: string) => any,
 *   pathOf: (uri: any) => string,
 *   tellsModels: (hear: (path: string) => void) => void,
 *   handlers: Object<string, (message: object) => void>,
 *   flush: (path: string) => void,
 *   showTexts: (texts: Object<string, string>) => void,
 *   opensElsewhere: (isOffered: (path: string) => boolean) => void,
 * }}
 */
export function createEditorPage(monaco, send) {
  const container = /** @type {HTMLElement} */ (document.getElementById('editor'));
  const differenceContainer = /** @type {HTMLElement} */ (document.getElementById('difference'));
  const compared = /** @type {HTMLElement} */ (document.getElementById('compared'));
  const sides = ['other-side', 'own-side'].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
  const options = {
    model: null,
    automaticLayout: true,
    fontSize: 13,
    tabSize: 2,
    minimap: { enabled: true, maxColumn: 80 },
    scrollBeyondLastLine: false,
    smoothScrolling: true,
    renderWhitespace: 'selection',
    bracketPairColorization: { enabled: true },
    fixedOverflowWidgets: true,
    wordBasedSuggestions: true,
    linkedEditing: true,
    'semanticHighlighting.enabled': true,
  };
  /** path -> {model, viewState, timer, sentAt, sendingMs, isQuiet} */
  const entries = new Map();
  /** Texts of files that are not open, for the editor to show lines of: path -> model. */
  const glimpses = new Map();
  /** @type {(path: string) => void} hears of files whose text is here now */
  let modelMade = () => {};
  /** @type {((editor: any) => void)[]} hear of each editor; there may be two */
  const editorMade = [];
  /** @type {(path: string) => boolean} whether an answer has named a file that is not open */
  let isOffered = () => false;
  let difference = null;
  /** What the sides of a comparison are called. @type {Object<string, string>} */
  let words = {};
  const panes = createPanes(container, makeEditor, (other) => { editor = other; }, tellFront);
  /** The one in front. */
  let [editor] = panes.all();

  const places = placesOf(monaco);
  const uriOf = places.uri;
  const pathOf = (uri) => uri.path.slice(1);
  const versionOf = (model) => model.getAlternativeVersionId();

  function sendText(path, entry, requestId) {
    clearTimeout(entry.timer);
    entry.timer = 0;
    entry.sentAt = performance.now();
    // Half a surrogate pair has no form in UTF-8: no message could carry it and no file.
    const text = entry.model.getValue().toWellFormed();
    send({ m: 'text', path, text, version: versionOf(entry.model), request_id: requestId });
    entry.sendingMs = performance.now() - entry.sentAt;
  }

  function onEdit(entry) {
    if (entry.isQuiet) return;
    const path = pathOf(entry.model.uri);
    send({ m: 'edited', path, version: versionOf(entry.model) });
    const delay = entry.sentAt + Math.max(TEXT_INTERVAL_MS, entry.sendingMs / TEXT_SHARE) - performance.now();
    // The browser lets keys pass before timers, so a timer alone could wait for the end of the typing.
    if (delay <= 0) sendText(path, entry, 0);
    else entry.timer = entry.timer || setTimeout(() => sendText(pathOf(entry.model.uri), entry, 0), delay);
  }

  function addModel(path, text, language) {
    dropGlimpse(path);
    // The TypeScript worker makes models of files that it leads to.
    const passing = monaco.editor.getModel(uriOf(path));
    if (passing) passing.dispose();
    const model = monaco.editor.createModel(text, language, uriOf(path));
    const entry = { model, viewState: null, timer: 0, sentAt: 0, sendingMs: 0, isQuiet: false };
    model.onDidChangeContent(() => onEdit(entry));
    entries.set(path, entry);
    modelMade(path);
    return entry;
  }

  function dropGlimpse(path) {
    const glimpse = glimpses.get(path);
    if (glimpse) glimpse.dispose();
    glimpses.delete(path);
  }

  /** The texts of an answer stay until another answer brings texts. */
  function showTexts(texts) {
    const wanted = Object.keys(texts).filter((path) => !entries.has(path));
    if (!wanted.length) return;
    for (const path of [...glimpses.keys()]) dropGlimpse(path);
    const paths = wanted.filter((path) => !monaco.editor.getModel(uriOf(path)));
    for (const path of paths) glimpses.set(path, monaco.editor.createModel(texts[path], undefined, uriOf(path)));
  }

  function flush(path) {
    const entry = entries.get(path);
    if (entry && entry.timer) sendText(path, entry, 0);
  }

  function replaceAll(model, text) {
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    model.pushStackElement();
  }

  /** The path of the file that an editor shows; empty for none. */
  function shownIn(one) {
    const model = one.getModel();
    return model ? pathOf(model.uri) : '';
  }

  function makeEditor(node) {
    const made = monaco.editor.create(node, options);
    made.onDidChangeCursorSelection(() => {
      if (made === editor) sendCursor();
    });
    made.onDidLayoutChange(({ width }) => made.updateOptions({ minimap: { enabled: width >= LEAST_WITH_MAP } }));
    editorMade.forEach((hear) => hear(made));
    return made;
  }

  /** The user went over to the other editor. */
  function tellFront() {
    const path = shownIn(editor);
    if (!path) return;
    send({ m: 'front', path });
    sendCursor();
  }

  function keepViewState() {
    const entry = entries.get(shownIn(editor));
    if (entry) entry.viewState = editor.saveViewState();
  }

  function endDifference() {
    if (!difference) return;
    const models = difference.getModel();
    difference.dispose();
    models.original.dispose();
    difference = null;
    differenceContainer.hidden = true;
    container.hidden = false;
  }

  function sendCursor() {
    const model = editor.getModel();
    if (!model) return;
    const selection = editor.getSelection();
    const selected = model.getValueLengthInRange(selection);
    const { positionLineNumber: line, positionColumn: column } = selection;
    const isShort = selection.startLineNumber === selection.endLineNumber && selected <= LONGEST_SELECTED;
    const text = selected && isShort ? model.getValueInRange(selection).toWellFormed() : '';
    send({ m: 'cursor', path: pathOf(model.uri), line, column, selected, text });
  }

  /** Runs an action of the shown file; one that its language does not have is told, not passed over in silence. */
  function run(name) {
    const shownEditor = difference ? difference.getModifiedEditor() : editor;
    const action = shownEditor.getAction(name);
    if (action && !action.isSupported()) {
      send({ m: 'command-refused', path: shownIn(editor), name });
      return;
    }
    shownEditor.focus();
    if (action) action.run();
    else shownEditor.trigger('window', name, null);
  }

  bindKeys(monaco, editor, run);

  // Go to definition in a file that is not shown: the window opens it.
  const codeEditors = editor._codeEditorService;
  const openHere = codeEditors.openCodeEditor.bind(codeEditors);
  codeEditors.openCodeEditor = async (input, source, side) => {
    const path = pathOf(input.resource);
    if (path !== shownIn(editor) && (entries.has(path) || isOffered(path))) {
      const place = (input.options && input.options.selection) || { startLineNumber: 1, startColumn: 1 };
      send({ m: 'open-asked', path, line: place.startLineNumber, column: place.startColumn });
      return null;
    }
    return openHere(input, source, side);
  };

  const handlers = {
    open({ path, text, language, unsaved }) {
      if (entries.has(path)) return;
      const entry = addModel(path, text, language);
      send({ m: 'replaced', path, version: versionOf(entry.model) });
      if (unsaved !== null) replaceAll(entry.model, unsaved);
    },
    show({ path, line, column, focus, end_line: endLine, end_column: endColumn }) {
      if (path !== shownIn(editor)) {
        endDifference();
        keepViewState();
        const entry = entries.get(path);
        editor.setModel(entry ? entry.model : null);
        if (entry && entry.viewState) editor.restoreViewState(entry.viewState);
      }
      if (line > 0) {
        editor.setSelection(new monaco.Selection(line, column, endLine || line, endLine ? endColumn : column));
        editor.revealPositionInCenterIfOutsideViewport({ lineNumber: line, column });
      }
      sendCursor();
      if (focus) editor.focus();
    },
    close({ path }) {
      const entry = entries.get(path);
      if (!entry) return;
      if (shownIn(editor) === path) {
        endDifference();
        editor.setModel(null);
      }
      // The other one has nothing of its own to show then.
      if (panes.all().some((one) => shownIn(one) === path)) panes.join();
      clearTimeout(entry.timer);
      entry.model.dispose();
      entries.delete(path);
    },
    rename({ path, new_path: newPath, language }) {
      // A model cannot change its address, so the text moves to a new one; the old text stays one undo step away.
      const old = entries.get(path);
      if (!old) return;
      keepViewState();
      const entry = addModel(newPath, old.model.getValue(), language);
      entry.viewState = old.viewState;
      for (const one of panes.all().filter((each) => shownIn(each) === path)) {
        const viewState = one.saveViewState();
        one.setModel(entry.model);
        one.restoreViewState(viewState);
      }
      clearTimeout(old.timer);
      old.model.dispose();
      entries.delete(path);
      send({ m: 'edited', path: newPath, version: versionOf(entry.model) });
    },
    replace({ path, text, is_on_disk: isOnDisk }) {
      const entry = entries.get(path);
      if (!entry) return;
      // What comes from the disk is no edit: the window must not take it for unsaved, not even for a moment.
      entry.isQuiet = isOnDisk;
      if (entry.model.getValue() !== text) replaceAll(entry.model, text);
      entry.isQuiet = false;
      if (isOnDisk) send({ m: 'replaced', path, version: versionOf(entry.model) });
      sendText(path, entry, 0);
    },
    edit({ path, edits }) {
      const entry = entries.get(path);
      if (!entry) return;
      const { model } = entry;
      model.pushStackElement();
      model.pushEditOperations([], edits.map(({ range, text }) => ({ range: places.range(range), text })), () => null);
      model.pushStackElement();
    },
    'ask-text'({ path, request_id: requestId }) {
      const entry = entries.get(path);
      if (entry) sendText(path, entry, requestId);
    },
    markers({ path, markers }) {
      const entry = entries.get(path);
      if (!entry) return;
      monaco.editor.setModelMarkers(entry.model, 'handset', markers.map((marker) => ({
        startLineNumber: marker.line,
        startColumn: marker.column,
        endLineNumber: marker.end_line,
        endColumn: marker.end_column,
        severity: SEVERITIES[marker.severity],
        message: marker.message,
        code: marker.code,
        source: 'handset',
      })));
    },
    compare({ path, other, side }) {
      endDifference();
      const entry = entries.get(path);
      if (other === null || !entry) return;
      container.hidden = true;
      differenceContainer.hidden = false;
      difference = monaco.editor.createDiffEditor(compared, { automaticLayout: true, fontSize: 13 });
      sides[0].textContent = words[`side_${side}`];
      sides[1].textContent = words.side_mine;
      const original = difference.getOriginalEditor();
      original.onDidLayoutChange(({ width }) => { sides[0].style.width = `${width}px`; });
      difference.setModel({
        original: monaco.editor.createModel(other, entry.model.getLanguageId()),
        modified: entry.model,
      });
    },
    split({ stays }) {
      if (!panes.isSplit()) panes.split();
      else if (!stays) panes.join();
    },
    command({ name }) {
      run(name);
    },
    look({ theme, font_size: fontSize, font_family: fontFamily, words: given }) {
      words = given;
      monaco.editor.defineTheme('handset', theme);
      monaco.editor.setTheme('handset');
      document.body.style.background = theme.colors['editor.background'];
      Object.assign(options, { fontSize, fontFamily });
      for (const one of panes.all()) one.updateOptions({ fontSize, fontFamily });
    },
  };
  return {
    modelOf: (path) => (entries.has(path) ? entries.get(path).model : null),
    pathOf,
    handlers,
    flush,
    showTexts,
    opensElsewhere: (isKnown) => { isOffered = isKnown; },
    tellsModels: (hear) => { modelMade = hear; },
    tellsEditors(hear) {
      editorMade.push(hear);
      panes.all().forEach(hear);
    },
  };
}
