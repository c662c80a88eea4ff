/**
 * Who hears of values that were set and have not changed: components with observers. Logic process; asked by `lists.js`,
 * so that rows whose components do not listen need not be walked through.
 */

let known = new WeakMap();

/** Whether a component in a block listens; where that cannot be known (generics, templates) the answer is yes. */
export function listens(owner, block) {
  if (block.hasTemplate || owner.generics !== null) return true;
  if (!known.has(block)) known.set(block, new Map());
  const answers = known.get(block);
  const answer = answers.get(owner.definition);
  if (answer !== undefined) return answer;
  const found = block.hostNodes.map((index) => owner.hearsAt(block.nodes[index]));
  for (const spec of block.regions) for (const inner of spec.blocks) found.push(listens(owner, inner));
  const isAny = found.includes(true);
  // A component that has not been needed yet may listen once it is there.
  if (isAny || !found.includes(undefined)) answers.set(owner.definition, isAny);
  return isAny;
}

/** Forgets it all, when definitions have changed. */
export function forgetListeners() {
  known = new WeakMap();
}
