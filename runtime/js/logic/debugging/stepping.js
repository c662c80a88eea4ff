/**
 * Whether a step ends at a probe. Logic process. A step is `{kind, chain}`: the chain holds the frames of the pause from
 * which it began, innermost first. The first of them that still lives is the call in which the step goes on. A call whose
 * function has no frame stands in the chain as `{script, scope, caller}`.
 */

import { functionOf } from './call_stack.js';
import { turnEverywhere } from './scripts.js';
import { debug, frames, isAlive, isOnStack } from './state.js';

/** From now on every probe asks `endsStep`. `kind`: pause, event (its name), over, into or out. */
export function beginStep(kind, chain, event = '') {
  debug.step = { kind, chain: kind === 'out' ? chain.slice(1) : chain, event };
  turnEverywhere();
}

/** The user waits for nothing. */
export function endStep() {
  if (debug.step === null) return;
  debug.step = null;
  turnEverywhere();
}

/** What a call is in a chain. */
export function linkOf(call) {
  if (call.frame !== null || call.script === null) return call.frame;
  return { script: call.script, scope: functionOf(call.script, call.scope), caller: frames.f };
}

/** Whether the step ends at this probe. One whose calls have all ended is over, without a pause. */
export function endsStep(script, probe, frame) {
  const { kind, chain } = debug.step;
  if (kind === 'pause' || kind === 'event') return true;
  for (const link of chain) {
    if (!Array.isArray(link)) {
      if (frame === 0 && isSameCall(link, script, probe)) return true;
    } else if (isAlive(link)) {
      if (link === frame) return true;
      return kind === 'into' && link[4] !== 1 && isOnStack(link);
    }
  }
  endStep();
  return false;
}

function isSameCall(link, script, probe) {
  return link.script === script && link.caller === frames.f && link.scope === functionOf(script, probe.scope);
}
