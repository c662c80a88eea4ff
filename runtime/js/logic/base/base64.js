/**
 * Bytes as base64, and back. Runs in the logic process (QuickJS) and in cloud functions: Node.js before 25 has no base64
 * of the language's own, but a `Buffer`.
 */

const isBuiltIn = typeof Uint8Array.fromBase64 === 'function';
/** @type {any} Node's. */
const { Buffer } = /** @type {any} */ (globalThis);

/** @param {string} text @returns {ArrayBuffer} */
export function bytesOf(text) {
  // A small Buffer is a part of a greater one; its copy is not.
  return isBuiltIn ? Uint8Array.fromBase64(text).buffer : new Uint8Array(Buffer.from(text, 'base64')).buffer;
}

/** @param {ArrayBuffer | ArrayBufferView} buffer @returns {string} */
export function base64Of(buffer) {
  const bytes = viewOf(buffer);
  if (isBuiltIn) return bytes.toBase64();
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Reflect.apply(Buffer.prototype.toString, own, ['base64']);
}

/** @param {ArrayBuffer | ArrayBufferView} buffer */
function viewOf(buffer) {
  return ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
}
