/**
 * The debugger of the logic layer (runtime/js/logic/debugging) for the wxs of one page: it lies in the realm of that wxs
 * and shares its objects. The modules in `base` stand for those of the same name in logic/base, which speak with the
 * process around the engine; all other modules are the same here and there.
 *
 * simulator/phone/wxs_debugging.py joins this with all that it imports; ../realm.js evaluates the text before the glue,
 * which empties the realm of what wxs does not see.
 */

import { connect } from './base/host.js';
import { placeModule } from './base/line_space.js';
import { escaped } from './base/failures.js';
import { setFolder } from './base/source_places.js';
import { receiveNow, taskBegun } from './base/tasks.js';
import { hooksFor } from '../../../logic/debugging/hooks.js';
import { debuggedScript } from '../../../logic/debugging/scripts.js';
import { debug } from '../../../logic/debugging/state.js';
import { beginStep, endStep } from '../../../logic/debugging/stepping.js';
import { eventIsHandled, eventIsOver } from '../../../logic/debugging/triggers.js';
import '../../../logic/inspect/remote_objects.js';

const evaluate = eval;

/** `port`: the functions of ../debugging.js. `below`: the folder of the package in the project folder. */
export function createDebugging(port, below) {
  connect(port);
  setFolder(below);
  let depth = 0;

  return {
    __proto__: null,
    /** What is waited for from now on, a `DebugArmed` as JSON text; `pauses`: at the next statement. */
    take(armed, pauses) {
      receiveNow(armed);
      if (pauses) beginStep('pause', []);
      else if (debug.step !== null && debug.step.kind === 'pause') endStep();
    },
    /** wxs is called. What it calls in turn belongs to the same task. */
    begins() {
      if (depth === 0) taskBegun.send();
      depth += 1;
    },
    /** Its module is there, and it is called for an event. */
    handles: eventIsHandled,
    ended() {
      depth -= 1;
      eventIsOver();
    },
    escaped: (error) => escaped.send(error),
    /** The function of a module, with probes; null if it runs as it is. `head` and `tail` stand around its code. */
    evaluated(path, file, code, [head, tail]) {
      const script = debuggedScript(path, { code, line: 0, columns: [] });
      if (script === null) return null;
      const opening = `(function(__debug){return ${head}`;
      placeModule(path, file, script.source, opening.length);
      return evaluate(`${opening}${script.source.code}${tail}\n})\n//# sourceURL=handset-wxs/${path}`)(hooksFor(script));
    },
  };
}
