/**
 * Style scopes: which class names an element of a component really carries.
 *
 * Runs in the shell page (Chromium), one `Scopes` per mini-program page. Fed by the DOM operations "P" and "X"
 * (wire.md, "DOM operations" and "Styles"); the style sheets of the other side of the agreement are in styles.js.
 */

const PREFIXED = new Set(["isolated", "apply-shared", "page-isolated", "page-apply-shared"]);

/** How one component instance, or a group of like ones, names its classes. */
export class Scope {
  /** @param {{path: string, prefix: string, mode: string, parent: Scope|null, ext: object, page: Scope|null, key: number,
   *          isVirtual?: boolean, ownsStyle?: boolean, form?: ("group"|"button")[]}} spec */
  constructor({ path, prefix, mode, parent, ext, page, key, isVirtual = false, ownsStyle = false, form = [] }) {
    this.path = path;
    this.prefix = classPrefix(prefix, mode);
    this.mode = mode;
    this.parent = parent;
    this.page = page ?? this;
    this.ext = ext;
    /** The component's host element has no box of its own (`virtualHost`). */
    this.isVirtual = isVirtual;
    /** The style of the host element is a property of the component. */
    this.ownsStyle = ownsStyle;
    /** What a form around the component sees of its template: `group` = controls, `button` = buttons. */
    this.form = form;
    /** Equal for scopes in which every class list comes out the same. */
    this.key = key;
    this.resolved = new Map();
  }

  /**
   * The class attribute for what the markup says.
   * @param {unknown} value
   */
  classes(value) {
    if (value === null || value === undefined || value === false) return "";
    const text = typeof value === "string" ? value : Array.isArray(value) ? value.join(" ") : String(value);
    let found = this.resolved.get(text);
    if (found === undefined) {
      found = text.split(/\s+/).filter(Boolean).map((token) => this.#token(token)).join(" ");
      this.resolved.set(text, found);
    }
    return found;
  }

  #token(token) {
    if (Object.hasOwn(this.ext, token)) return (this.parent ?? this.page).classes(this.ext[token]);
    if (token[0] === "~" && token.length > 1) return this.page.classes(token.slice(1));
    if (token[0] === "^" && token.length > 1) return (this.parent ?? this.page).classes(token.slice(1));
    if (!this.prefix) return token;
    return this.mode.endsWith("apply-shared") ? `${this.prefix}${token} ${token}` : this.prefix + token;
  }
}

/** The scopes of one page by number; 0 is the page's own, declared only by pages that are isolated. */
export class Scopes {
  /** @param {string} pagePath */
  constructor(pagePath) {
    this.keys = new Map();
    this.pageScope = new Scope({
      path: pagePath, prefix: "", mode: "shared", parent: null, ext: {}, page: null, key: 0,
    });
    this.byId = new Map([[0, this.pageScope]]);
  }

  /** @param {number} id */
  get(id) {
    return this.byId.get(id) ?? this.pageScope;
  }

  /** Operation "P". @param {number} id @param {object} spec */
  define(id, spec) {
    const parent = typeof spec.parent === "number" ? this.get(spec.parent) : null;
    const { path, prefix = "", mode = "isolated", ext = {}, virtual = false, ownsStyle = false, form = [] } = spec;
    this.#put(id, { path, prefix, mode, parent, ext, isVirtual: virtual, ownsStyle, form });
  }

  /**
   * Operation "X". Returns the scopes whose classes come out differently now: [before, after] pairs.
   * @param {number} id @param {Record<string, string>} ext
   */
  extend(id, ext) {
    const changed = [];
    const replace = (scopeId, before, parent, newExt) => {
      const { path, prefix, mode, isVirtual, ownsStyle, form } = before;
      const after = this.#put(scopeId, { path, prefix, mode, parent, ext: newExt, isVirtual, ownsStyle, form });
      changed.push([before, after]);
      for (const [otherId, other] of [...this.byId]) {
        if (other.parent === before) replace(otherId, other, after, other.ext);
      }
    };
    const before = this.byId.get(id);
    if (before) replace(id, before, before.parent, ext);
    return changed;
  }

  #put(id, spec) {
    const { prefix, mode, ext, parent } = spec;
    const signature = JSON.stringify([prefix, mode, ext, parent ? parent.key : 0]);
    let key = this.keys.get(signature);
    if (key === undefined) this.keys.set(signature, (key = this.keys.size + 1));
    const scope = new Scope({ ...spec, page: id === 0 ? null : this.pageScope, key });
    if (id === 0) this.pageScope = scope;
    this.byId.set(id, scope);
    return scope;
  }
}

/**
 * What stands before a class name in a sheet or an element of this prefix and mode.
 * @param {string} prefix @param {string} mode
 */
export function classPrefix(prefix, mode) {
  if (!prefix || !PREFIXED.has(mode)) return "";
  return prefix.endsWith("--") ? prefix : `${prefix}--`;
}
