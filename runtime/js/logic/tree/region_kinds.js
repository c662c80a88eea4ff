/**
 * What is done with the regions of a block, by their kind, and at its hosts. Logic process. The files that know a kind, and
 * the one that knows components, say here what they do; who walks over a tree (`fragments.js`, `update.js`,
 * `lifetimes.js`) knows none of them.
 *
 * @typedef {object} RegionActions
 * @property {(region: any) => void} fill makes its first children
 * @property {(region: any, changed: any, force: boolean) => void} update brings it up to date (`update.js`)
 * @property {(region: any) => void} [drop] takes it out of the tree for good; without it its children are dropped
 *
 * @typedef {object} HostActions
 * @property {(fragment: any, host: number) => void} create makes what stands at a host node
 * @property {(fragment: any, host: number, given: any, changed: any, force: boolean) => void} update carries an update of
 *   the template to it; `given`: names and values of properties in turn, null if there are none
 */

/** @type {Record<string, RegionActions>} */
const kinds = Object.create(null);
/** @type {HostActions} */
const atHosts = { create: unhandled, update: unhandled };

function unhandled() {
  throw new Error('nobody has said what is done at hosts');
}

/** @param {string} kind @param {RegionActions} actions */
export function handleRegions(kind, actions) {
  if (kinds[kind] !== undefined) throw new Error(`two files handle regions of the kind '${kind}'`);
  kinds[kind] = actions;
}

/** The actions of a kind. @param {string} kind */
export function actionsOf(kind) {
  const actions = kinds[kind];
  if (actions === undefined) throw new Error(`unknown region '${kind}'`);
  return actions;
}

/** @param {HostActions} actions */
export function handleHosts(actions) {
  Object.assign(atHosts, actions);
}

export const hostActions = atHosts;
