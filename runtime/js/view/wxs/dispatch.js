/**
 * Runs the wxs handlers of an event along its path, in the order in which the logic layer runs the others: capture
 * from the root to the target, then from the target to the root. Says what the logic layer still has to do.
 *
 * Runs in the shell page (Chromium); called by page_wxs.js before an event goes to the logic layer.
 */

/** Source: the reference excludes text that is being typed. */
const WITHOUT_WXS = new Set(["input"]);

/**
 * @param {import("./page_wxs.js").PageWxs} wxs
 * @param {Element[]} path numbered elements, target first
 * @param {{type: string, bubbles: boolean, message: object}} event
 * @returns {{isWanted: boolean, stop: [number, number, boolean]|null, isPrevented: boolean}}
 */
export function dispatch(wxs, path, event) {
  const flight = { wxs, path, event, isTaken: false, isWanted: false, stop: null, isPrevented: false };
  const isOver = event.bubbles && path.toReversed().some((element) => visit(flight, element, true));
  if (!isOver) (event.bubbles ? path : path.slice(0, 1)).some((element) => visit(flight, element, false));
  return flight;
}

/** Runs the handlers of one element in one phase; true if the event goes no further. */
function visit(flight, element, isCapture) {
  const { dom } = flight.wxs.page;
  const { events } = dom.nodeOf(element);
  if (!events) return false;
  let isCaught = false;
  for (const entry of events) {
    const [type, form] = entry;
    if (type !== flight.event.type || form.startsWith("capture-") !== isCapture) continue;
    const isMutual = form.endsWith("mut-bind");
    if (isMutual && flight.isTaken) continue;
    const handler = handlerOf(dom.instances.get(element.__id), element.__n, entry, isCapture);
    if (handler === undefined) continue;
    if (isMutual) flight.isTaken = true;
    if (handler === null) {
      flight.isWanted = true;
    } else if (!WITHOUT_WXS.has(type) && runHandler(flight, element, handler)) {
      flight.isPrevented = true;
      flight.stop = [element.__id, element.__n, isCapture];
    }
    if (form.endsWith("catch")) isCaught = true;
  }
  return isCaught || flight.stop !== null;
}

/** [path, function] of wxs; null if the handler is the logic layer's, undefined if nothing is bound now. */
function handlerOf({ block, values }, node, [type, , , valueIndex], isCapture) {
  if (valueIndex < 0) return null;
  const { def } = block;
  const kind = def.binds[valueIndex][1];
  if (kind === "handler") return values[valueIndex] ? (values[valueIndex].$w ?? null) : undefined;
  if (kind !== "wxsevent") return null;
  const [module, member] = def.nodes[node].wxsEvents[(isCapture ? "capture:" : "") + type] ?? [];
  return [def.wxs?.[module], member];
}

/** True if the handler returned false. */
function runHandler({ wxs, path, event }, element, [module, member]) {
  if (module === undefined) return false;
  const { dom } = wxs.page;
  const owner = dom.ownerOf(element);
  const target = path.find((at) => dom.ownerOf(at) === owner) ?? element;
  const origin = isWithin(dom, owner, dom.ownerOf(path[0])) ? path[0] : target;
  const message = { ...event.message, target: wxs.describe(origin), currentTarget: wxs.describe(element) };
  return wxs.handle(module, member, message, element, owner);
}

/** Whether a tree lies in another, or is the same. @param {Element|null} owner @param {Element|null} outer */
function isWithin(dom, owner, outer) {
  for (let at = owner; ; at = dom.ownerOf(at)) {
    if (at === outer) return true;
    if (at === null) return false;
  }
}
