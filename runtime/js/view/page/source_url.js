/**
 * Where a `src` of the markup leads.
 *
 * Runs in the shell page (Chromium); called by components/services.js for components that show files. The shell's
 * `resourceUrl` knows how project files and the platform's own temporary and user files are served.
 */

const EXTERNAL = /^(data:|blob:|https?:|\/\/)/i;
const PLATFORM_FILE = /^(wxfile:\/\/|cloud:\/\/|https?:\/\/(tmp|usr|store|temp)\/)/i;

/**
 * @param {import("./page_view.js").PageView} page @param {Element} element @param {string} source
 * @returns {string} URL
 */
export function sourceUrl(page, element, source) {
  const text = source.trim();
  if (text === "" || PLATFORM_FILE.test(text)) return page.resourceUrl(text);
  if (text.startsWith("//")) return "https:" + text;
  if (EXTERNAL.test(text)) return text;
  return page.resourceUrl("/" + projectPath(text, page.dom.scopeOf(element).path));
}

/**
 * A path from the project's root, without leading slash.
 * @param {string} path as written @param {string} from path of the component that says it
 */
export function projectPath(path, from) {
  if (path.startsWith("/")) return normalised(path.slice(1).split("/"));
  return normalised([...from.split("/").slice(0, -1), ...path.split("/")]);
}

function normalised(segments) {
  const result = [];
  for (const segment of segments) {
    if (segment === "..") result.pop();
    else if (segment !== "." && segment !== "") result.push(segment);
  }
  return result.join("/");
}
