/**
 * Answers selector queries: what elements measure and carry. The logic layer has already turned selectors into nodes.
 *
 * Runs in the shell page (Chromium); called by calls.js. Ids, datasets and marks are added by the logic layer.
 */

const NO_FIELDS = Object.freeze({});

/**
 * @param {import("./page_view.js").PageView} page
 * @param {{nodes: [number, number][]|"viewport"|null, all?: boolean, fields?: object}[]} requests
 */
export function runQuery(page, requests) {
  return requests.map(({ nodes, all, fields }) => {
    if (nodes === "viewport") return ofViewport(page, fields ?? NO_FIELDS);
    const results = (nodes ?? []).map(([id, node]) => ofElement(page, page.dom.element(id, node), fields ?? NO_FIELDS));
    return all ? results : (results[0] ?? null);
  });
}

function ofViewport(page, fields) {
  const { window, document } = page;
  const result = {};
  const width = window.innerWidth;
  const height = window.innerHeight;
  if (fields.rect) Object.assign(result, { left: 0, top: 0, right: width, bottom: height });
  if (fields.size) Object.assign(result, { width, height });
  if (fields.scrollOffset) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = document.scrollingElement;
    Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
  }
  return result;
}

function ofElement(page, element, fields) {
  if (!element) return null;
  const result = {};
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  if (fields.rect) Object.assign(result, { left, top, right, bottom });
  if (fields.size) Object.assign(result, { width, height });
  if (fields.scrollOffset) Object.assign(result, scrollOffset(element));
  for (const name of fields.properties ?? []) {
    const value = page.dom.attribute(element, camelCase(name));
    result[camelCase(name)] = value === undefined ? null : value;
  }
  if (fields.computedStyle?.length) {
    const style = page.window.getComputedStyle(element);
    for (const name of fields.computedStyle) result[name] = style.getPropertyValue(kebabCase(name)) || style[name] || "";
  }
  if (fields.node || fields.context) {
    const facts = element.__builtIn?.nodeFacts;
    result.node = { id: element.__id, node: element.__n, tag: tagOf(element), width, height, ...facts };
  }
  return result;
}

function scrollOffset(element) {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element.__builtIn?.area ?? element;
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function tagOf(element) {
  return element.localName.replace(/^wx-/, "");
}

function camelCase(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

function kebabCase(name) {
  return name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
}
