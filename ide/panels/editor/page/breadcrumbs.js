/**
 * The line over each editor: folders and name of the file, and what the cursor stands in. A click on a folder or the
 * file shows it in the tree, one on a symbol lists those beside it. Runs in the editor page (Chromium); made by main.js,
 * which gives it each editor. Sends place-asked. What the symbols of a file are is the business of its language.
 */

/** After the last key, and after the last move of the cursor (ms). */
const PAUSE_MS = 200;
const MOST_LISTED = 200;

/** @returns {Promise<(model: any) => Promise<any>>} what reads the outline of a text, whatever its language */
const outliner = () => new Promise((resolve, reject) => {
  const names = [
    'vs/editor/standalone/browser/standaloneServices', 'vs/editor/common/services/languageFeatures',
    'vs/editor/contrib/documentSymbols/browser/outlineModel', 'vs/base/common/cancellation',
  ];
  require(names, (services, { ILanguageFeaturesService }, { OutlineModel }, { CancellationToken }) => {
    const { documentSymbolProvider } = services.StandaloneServices.get(ILanguageFeaturesService);
    resolve((model) => OutlineModel.create(documentSymbolProvider, model, CancellationToken.None));
  }, reject);
});

/**
 * @typedef {{symbol: any, children: Map<string, Element>}} Element
 *
 * @param {any} one an outline, a group of one (by language service), or an element
 * @returns {Element[]} the elements below it
 */
function below(one) {
  return [...one.children.values()].flatMap((child) => (child.symbol ? [child] : below(child)));
}

function holds({ startLineNumber, startColumn, endLineNumber, endColumn }, { lineNumber, column }) {
  const isBehindStart = lineNumber > startLineNumber || (lineNumber === startLineNumber && column >= startColumn);
  return isBehindStart && (lineNumber < endLineNumber || (lineNumber === endLineNumber && column <= endColumn));
}

/** What a place stands in, outermost first, each with those beside it. */
function enclosing(outline, position) {
  const found = [];
  let beside = below(outline);
  for (;;) {
    const element = beside.find((one) => holds(one.symbol.range, position));
    if (!element) return found;
    found.push({ element, beside });
    beside = below(element);
  }
}

/**
 * @param {(uri: any) => string} pathOf the path of a file of the project
 * @param {(message: object) => void} send to the window
 */
export function createBreadcrumbs(pathOf, send) {
  const outlines = outliner();

  function button(label, className, act) {
    const made = document.createElement('button');
    made.textContent = label;
    made.className = className;
    made.addEventListener('click', act);
    return made;
  }

  function follow(editor) {
    const bar = editor.getContainerDomNode().previousElementSibling;
    let list = null;
    let timer = 0;
    let outline = null;
    let outlineVersion = -1;

    function closeList() {
      // It loses the keyboard as it goes, which would close it again.
      const closing = list;
      list = null;
      if (closing) closing.remove();
    }

    function goTo(symbol) {
      closeList();
      const { startLineNumber: lineNumber, startColumn: column } = symbol.selectionRange;
      editor.setPosition({ lineNumber, column });
      editor.revealPositionInCenterIfOutsideViewport({ lineNumber, column });
      editor.focus();
    }

    function showList(place, element, beside) {
      closeList();
      list = document.createElement('div');
      list.className = 'crumb-list';
      for (const one of beside.slice(0, MOST_LISTED)) {
        list.append(button(one.symbol.name, one === element ? 'chosen' : '', () => goTo(one.symbol)));
      }
      list.style.left = `${place.offsetLeft}px`;
      list.addEventListener('keydown', (event) => event.key === 'Escape' && (closeList(), editor.focus()));
      bar.append(list);
      const chosen = list.querySelector('.chosen') || list.firstElementChild;
      chosen.focus();
      // The editor takes the keyboard back in its own time; what is outside of the list closes it.
      list.addEventListener('focusout', (event) => list && !list.contains(event.relatedTarget) && closeList());
    }

    function draw(model, elements) {
      closeList();
      const parts = pathOf(model.uri).split('/');
      const files = parts.map((part, index) => {
        const path = parts.slice(0, index + 1).join('/');
        return button(part, 'crumb', () => send({ m: 'place-asked', path }));
      });
      const symbols = elements.map(({ element, beside }) => {
        const made = button(element.symbol.name, 'crumb symbol', () => showList(made, element, beside));
        return made;
      });
      bar.replaceChildren(...files, ...symbols);
    }

    async function look() {
      timer = 0;
      const model = editor.getModel();
      if (!model) {
        bar.replaceChildren();
        return;
      }
      const version = model.getVersionId();
      if (outlineVersion !== version || !outline) {
        const read = await outlines;
        const made = await read(model);
        if (model.isDisposed() || model !== editor.getModel() || model.getVersionId() !== version) return;
        outline = made;
        outlineVersion = version;
      }
      draw(model, enclosing(outline, editor.getPosition()));
    }

    function lookSoon() {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    }

    editor.onDidChangeModel(() => {
      outline = null;
      const model = editor.getModel();
      if (model) draw(model, []);
      else bar.replaceChildren();
      lookSoon();
    });
    editor.onDidChangeModelContent(lookSoon);
    editor.onDidChangeCursorPosition(lookSoon);
    editor.onDidDispose(() => clearTimeout(timer));
    if (editor.getModel()) lookSoon();
  }

  return { follow };
}
