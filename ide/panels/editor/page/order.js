/**
 * Keeps messages of the window behind the keys that were pressed before them: Chromium takes the two on ways of their
 * own, on which either can overtake the other. Runs in the editor page (Chromium); called by main.js with every message.
 * Takes after-keys itself; leaves all others to those that it is given, in their order.
 */

/** After this time a mark is taken for lost. Longer than the window waits for a text, which it reports itself (ms). */
const LOST_MS = 3000;

const MARKS = /^F(1[3-9]|2[0-4])$/;

/** The name of a mark, or nothing for a key of the user: no keyboard has all of these at once. */
function markOf(event) {
  const isHeld = event.ctrlKey && event.altKey && event.shiftKey && event.metaKey;
  return isHeld && MARKS.test(event.key) ? event.key : '';
}

/**
 * @param {(message: {m: string}) => void} receive hears each message when the keys before it are through
 * @returns {(message: {m: string, mark?: string}) => void} takes the messages as they come
 */
export function behindKeys(receive) {
  /** Marks that came before their message. */
  const early = [];
  let look = () => {};
  let turn = Promise.resolve();

  window.addEventListener('keydown', (event) => {
    const mark = markOf(event);
    if (!mark) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    early.push(mark);
    look();
  }, { capture: true });

  /** Marks come in order, so those before this one are lost or were waited for too long. */
  function passes(mark) {
    const index = early.indexOf(mark);
    early.splice(0, index + 1);
    return index >= 0;
  }

  function isThrough(mark) {
    return new Promise((resolve) => {
      const lost = setTimeout(resolve, LOST_MS);
      look = () => {
        if (!passes(mark)) return;
        clearTimeout(lost);
        resolve();
      };
      look();
    });
  }

  async function take(message) {
    if (message.m === 'after-keys') await isThrough(message.mark);
    else receive(message);
  }

  return (message) => {
    turn = turn.then(() => take(message)).catch(reportError);
  };
}
