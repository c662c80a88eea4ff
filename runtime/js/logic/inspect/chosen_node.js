/**
 * The node that the user has chosen in the Wxml panel, as the console's `$0`. Logic process; used by `evaluator.js`.
 */

import { nodeDataset, nodeMark } from '../tree/nodes.js';
import { componentAt } from '../tree/places.js';
import { attributesOf } from './composed_tree.js';

/** The instance of a component; of any other node what it carries; undefined if there is none. */
export function chosenNode(page, ref) {
  const fragment = page === null || !Array.isArray(ref) || ref.length !== 2 ? undefined : page.shown.get(ref[0]);
  const source = fragment === undefined ? undefined : fragment.block.nodes[ref[1]];
  if (source === undefined) return undefined;
  const component = componentAt(fragment, ref[1]);
  if (component !== null) return component.instance;
  const { tag } = source;
  return { tag, dataset: nodeDataset(fragment, ref[1]), mark: nodeMark(fragment, ref[1]), attributes: attributesOf(fragment, ref[1]) };
}
