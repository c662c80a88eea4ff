/**
 * Turns a path as a page writes it into a URL that the view can load. Runs in the shell page; called by page views.
 */

const REMOTE = /^(https?|data|blob|about|handset):/i;
/** A file of the storage of wx.cloud: environment and path. */
const CLOUD = /^cloud:\/\/([\w-]+)(?:\.[^/]*)?\/(.+)$/;
const USER = /^(?:wxfile:\/\/|https?:\/\/(?=(?:usr|tmp|store)(?:[/_]|$)))/i;

/**
 * @param {string} path absolute ("/images/a.png"), relative to the page, a user file (wxfile://…), or a URL
 * @param {string} pagePath path of the page or component that names it, for example "pages/index/index"
 * @returns {string}
 */
export function resourceUrl(path, pagePath) {
  const text = String(path).trim();
  if (!text) return "";
  if (USER.test(text)) return `handset://user/${encodePath(text.replace(USER, ""))}`;
  const kept = CLOUD.exec(text);
  if (kept) return `handset://user/cloud/${kept[1]}/${encodePath(kept[2])}`;
  if (REMOTE.test(text)) return text;
  if (text.startsWith("//")) return `https:${text}`;
  return `handset://project/${encodePath(resolvePath(text, pagePath))}`;
}

/** @param {string} path @param {string} base a file's path @returns {string} from the root, without leading slash */
export function resolvePath(path, base) {
  const parts = path.startsWith("/") ? [] : base.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function encodePath(path) {
  const [file, query] = path.split("?", 2);
  const encoded = file.split("/").map((part) => encodeURIComponent(decodeSafely(part))).join("/");
  return query === undefined ? encoded : `${encoded}?${query}`;
}

function decodeSafely(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
