/** The pages whose trees may have changed since the elements of jsdom were made after them. */

/** @type {Set<any>} */
let changed = new Set();

export function noteChange(page) {
  changed.add(page);
}

/** All of them, once. */
export function takeChanged() {
  const taken = changed;
  changed = new Set();
  return taken;
}
