/**
 * Breakpoints in the margin, the line where the program stands, and values while it does. Runs in the editor page
 * (Chromium). Called by main.js with the window's breakpoints, pause and value; sends margin, breakpoints-moved,
 * ask-value. Leaves what a breakpoint is to the window.
 */

/** So far above the line where the program stands its values are looked for. */
const LINES_ABOVE = 80;
const MOST_VALUES_IN_A_LINE = 4;
/** What a function begins with; its values are not shown above it. */
const FUNCTION = /\bfunction\b|=>\s*\{?\s*$|^\s*(?:async\s+|static\s+|get\s+|set\s+|\*\s*)*[\w$]+\s*\([^;]*\)\s*\{\s*$/;
/** A path of names: what the mouse rests on is never evaluated if it could do something. */
const PATH = /[A-Za-z_$][\w$]*(?:\s*\.\s*[A-Za-z_$][\w$]*|\[\d+\])*/g;

/**
 * @param {any} monaco the loaded editor library
 * @param {{modelOf: (path: string) => any, pathOf: (uri: any) => string}} page
 * @param {(message: object) => void} send to the window
 * @returns {{
 *   handlers: Object<string, (message: object) => void>,
 *   opened: (path: string) => void,
 *   follow: (editor: any) => void,
 * }} `opened` takes each file whose text is here, `follow` each editor
 */
export function createDebugging(monaco, page, send) {
  const { modelOf, pathOf } = page;
  const { MouseTargetType } = monaco.editor;
  const margin = new Set([MouseTargetType.GUTTER_GLYPH_MARGIN, MouseTargetType.GUTTER_LINE_NUMBERS]);
  /** path -> {marks as told, ids of decorations, lines they stood in} */
  const marked = new Map();
  /** Requests for values: number -> resolve. */
  const asked = new Map();
  let requests = 0;
  let pause = { path: '', line: 0, is_top: true, values: {} };
  /** @type {{model: object, ids: string[]} | null} */
  let shownPause = null;

  function drawMarks(path) {
    const entry = marked.get(path);
    const model = modelOf(path);
    if (!entry || !model) return;
    const decorations = entry.marks.map(({ line, look, tip }) => ({
      range: new monaco.Range(line, 1, line, 1),
      options: {
        glyphMarginClassName: `breakpoint breakpoint-${look}`,
        glyphMarginHoverMessage: tip ? { value: tip } : null,
        stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      },
    }));
    entry.ids = model.deltaDecorations(entry.ids, decorations);
    entry.lines = entry.marks.map(({ line }) => line);
  }

  /** Edits move decorations with their text; the window hears where they are now. */
  function tellMoved(path, model) {
    const entry = marked.get(path);
    if (!entry) return;
    const moved = [];
    entry.ids.forEach((id, index) => {
      const range = model.getDecorationRange(id);
      const line = range ? range.startLineNumber : 0;
      if (line !== entry.lines[index]) moved.push([entry.lines[index], line]);
    });
    if (moved.length) send({ m: 'breakpoints-moved', path, lines: moved });
  }

  /** The lines of the function that stands, and for each the values of the names in it that are new there. */
  function valueLines(model) {
    const seen = new Set();
    const found = [];
    const names = new Map(Object.entries(pause.values));
    let first = pause.line;
    while (first > Math.max(1, pause.line - LINES_ABOVE) && !FUNCTION.test(model.getLineContent(first))) first -= 1;
    for (let line = first; line <= Math.min(pause.line, model.getLineCount()); line += 1) {
      const here = (model.getLineContent(line).match(/[A-Za-z_$][\w$]*/g) || []).filter((name) => names.has(name) && !seen.has(name));
      const shown = [...new Set(here)].slice(0, MOST_VALUES_IN_A_LINE);
      shown.forEach((name) => seen.add(name));
      if (shown.length) found.push({ line, text: shown.map((name) => `${name} = ${names.get(name)}`).join(', ') });
    }
    return found;
  }

  function drawPause() {
    if (shownPause && !shownPause.model.isDisposed()) shownPause.model.deltaDecorations(shownPause.ids, []);
    shownPause = null;
    const model = pause.path && modelOf(pause.path);
    if (!model || pause.line > model.getLineCount()) return;
    const look = pause.is_top ? 'pause' : 'pause-below';
    const decorations = [{
      range: new monaco.Range(pause.line, 1, pause.line, 1),
      options: { isWholeLine: true, className: `${look}-line`, glyphMarginClassName: `${look}-mark` },
    }];
    for (const { line, text } of valueLines(model)) {
      const column = model.getLineMaxColumn(line);
      decorations.push({
        range: new monaco.Range(line, column, line, column),
        options: { showIfCollapsed: true, after: { content: `   ${text}`, inlineClassName: 'inline-value' } },
      });
    }
    shownPause = { model, ids: model.deltaDecorations([], decorations) };
  }

  const handlers = {
    breakpoints({ path, marks }) {
      const entry = marked.get(path) || { ids: [], lines: [] };
      marked.set(path, { ...entry, marks });
      drawMarks(path);
    },
    pause(message) {
      pause = message;
      drawPause();
    },
    value({ request_id: requestId, text }) {
      const resolve = asked.get(requestId);
      asked.delete(requestId);
      if (resolve) resolve(text);
    },
  };

  function opened(path) {
    const model = modelOf(path);
    if (!model) return;
    const entry = marked.get(path);
    if (entry) entry.ids = [];
    model.onDidChangeContent(() => tellMoved(pathOf(model.uri), model));
    drawMarks(path);
    if (pause.path === path) drawPause();
  }

  /** The margin of an editor takes breakpoints, from now on. */
  function follow(editor) {
    /** @type {string[]} */
    let ghost = [];

    /** Where a click would set a breakpoint. */
    function showGhost(line) {
      const range = new monaco.Range(line, 1, line, 1);
      ghost = editor.deltaDecorations(ghost, line ? [{ range, options: { glyphMarginClassName: 'breakpoint-ghost' } }] : []);
    }

    editor.updateOptions({ glyphMargin: true });
    editor.onMouseDown((event) => {
      const model = editor.getModel();
      if (!model || !margin.has(event.target.type)) return;
      const withMenu = event.event.rightButton;
      if (event.target.type === MouseTargetType.GUTTER_LINE_NUMBERS && !withMenu) return;
      send({ m: 'margin', path: pathOf(model.uri), line: event.target.position.lineNumber, with_menu: withMenu });
    });
    editor.onMouseMove((event) => {
      const isThere = event.target.type === MouseTargetType.GUTTER_GLYPH_MARGIN && event.target.position;
      const line = isThere ? event.target.position.lineNumber : 0;
      showGhost(line);
    });
    editor.onMouseLeave(() => showGhost(0));
  }

  monaco.languages.registerHoverProvider(['javascript', 'typescript', 'wxs'], {
    async provideHover(model, position) {
      if (!pause.path) return null;
      const text = model.getLineContent(position.lineNumber);
      for (const match of text.matchAll(PATH)) {
        const start = match.index + 1;
        if (position.column < start || position.column > start + match[0].length) continue;
        // The path up to the member under the mouse: `page` in `page.data` is asked for alone.
        const rest = match[0].slice(position.column - start).search(/[.[]/);
        const expression = rest < 0 ? match[0] : match[0].slice(0, position.column - start + rest);
        const requestId = (requests += 1);
        const value = await new Promise((resolve) => {
          asked.set(requestId, resolve);
          send({ m: 'ask-value', request_id: requestId, expression });
        });
        if (!value) return null;
        const range = new monaco.Range(position.lineNumber, start, position.lineNumber, start + expression.length);
        return { range, contents: [{ value: `\`\`\`javascript\n${expression}: ${value}\n\`\`\`` }] };
      }
      return null;
    },
  });

  return { handlers, opened, follow };
}
