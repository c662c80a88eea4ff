/**
 * Calls of `setData` as they are told to whoever watches them (message SetDataCall). Logic process; called by data.js.
 *
 * Nothing is measured while nobody watches.
 */

import { isSame } from '../base/copy.js';
import { outerFrames } from '../base/source_places.js';
import { launched } from '../base/launched.js';
import { cutName } from '../base/limits.js';
import { isTouched, parsePath, readPath } from '../base/paths.js';
import { post } from '../base/post.js';
import { framesHere } from '../base/stacks.js';
import { onMessage } from '../base/tasks.js';
import { toHost } from '../../shared/wire/logic.js';

/** So many keys of a call are told one by one. */
const MOST_KEYS = 100;
const MOST_FRAMES = 3;

/** What was said last; until then counts what was said at the start. */
let wish = null;

onMessage('watch-set-data', (message) => {
  wish = message.is_on === true;
});

/** Whether somebody watches calls of setData, and what comes of them. */
export function watchesSetData() {
  if (wish === null) wish = Boolean(launched.settings && launched.settings.watches_set_data);
  return wish;
}

/** What notes a call of `setData`; null if nobody watches, or the component is on no page. */
export function watchedCall(component) {
  return watchesSetData() && component.page !== null ? new WatchedCall(component) : null;
}

class WatchedCall {
  constructor(component) {
    this.component = component;
    this.keys = [];
    this.count = 0;
    this.former = undefined;
    this.started = performance.now();
  }

  /** A key is about to be written. */
  begins(key) {
    const segments = parsePath(key);
    this.former = segments === null ? undefined : readPath(this.component.view, segments);
  }

  /** It has been written. */
  ends(key, size) {
    this.count += 1;
    const segments = parsePath(key);
    if (segments === null || this.keys.length >= MOST_KEYS) return;
    const isPure = this.component.definition.isPure(segments[0]);
    const now = isPure ? null : readPath(this.component.view, segments);
    const isUnchanged = !isPure && now !== undefined && isSame(now, this.former);
    this.keys.push({
      key: cutName(key), size, is_unchanged: isUnchanged, is_unread: !isPure && !isRead(this.component, segments),
    });
  }

  /** The call is over. */
  tell(size) {
    const { page, path } = this.component;
    post(toHost.setDataCall({
      page_id: page.id,
      batch_id: page.lastBatch + 1,
      path,
      count: this.count,
      size,
      logic_ms: Math.round((performance.now() - this.started) * 100) / 100,
      keys: this.keys,
      stack: outerFrames(framesHere(MOST_FRAMES)),
      began_ms: Math.round(this.started * 100) / 100,
    }));
  }
}

/** Whether a template, an observer or a property of the component looks at what is set. */
function isRead(component, segments) {
  const { body, observers, definition } = component;
  if (definition.traits.properties.has(segments[0])) return true;
  if (body === null) return true;
  const names = body.block.all;
  if (names === null || names.includes(segments[0])) return true;
  return observers.some((observer) => observer.paths.some((path) => isTouched(path, segments)));
}
