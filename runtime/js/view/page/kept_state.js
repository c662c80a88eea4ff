/**
 * What the user has done to a page that no data knows about: typed text, scroll positions, the focused field. It is
 * carried over when the page's template is swapped (operation "K").
 *
 * Runs in the shell page (Chromium); called by tree.js around one batch.
 */

/** State of one page at one moment, by kind and order of the elements. */
export class KeptState {
  scrollTop = 0;
  /** @type {Map<string, {state: any, tag: string}>} */
  byKey = new Map();

  /** @param {import("./tree.js").Tree} tree */
  static of(tree) {
    const kept = new KeptState();
    kept.scrollTop = tree.document.scrollingElement?.scrollTop ?? 0;
    for (const [key, builtIn] of keyed(tree)) {
      const state = builtIn.keep();
      if (state !== undefined) kept.byKey.set(key, { state, tag: builtIn.element.localName });
    }
    return kept;
  }

  /** @param {import("./tree.js").Tree} tree */
  restore(tree) {
    for (const [key, builtIn] of keyed(tree)) {
      const kept = this.byKey.get(key);
      if (kept && kept.tag === builtIn.element.localName) builtIn.restore(kept.state);
    }
    if (tree.document.scrollingElement) tree.document.scrollingElement.scrollTop = this.scrollTop;
  }
}

/** Built-in components with a key that survives small changes of the markup: id, name, or the place among its kind. */
function* keyed(tree) {
  const counts = new Map();
  for (const element of tree.document.querySelectorAll("*")) {
    const builtIn = element.__builtIn;
    if (!builtIn || element.__id === undefined) continue;
    const named = element.id ? `#${element.id}` : (builtIn.attributes.name ?? "");
    const kind = `${element.localName}|${named}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    yield [`${kind}|${count}`, builtIn];
  }
}
