/**
 * Messages ReadData, CallMethod and TriggerEvent: what drivers do with pages and components. Logic process.
 */

import { host } from '../base/host.js';
import { parsePath } from '../base/paths.js';
import { onMessage } from '../base/tasks.js';
import { triggerEvent } from '../component/events.js';
import { viewEvent } from '../pages/view_events.js';
import { componentAt } from '../tree/places.js';
import { answerWith, componentAsked, pageAsked } from './asked.js';

const Failure = Error;
const WHERE = '(automation)';

function valueAt(data, path) {
  if (path === undefined || path === '') return data;
  let value = data;
  for (const name of parsePath(path) || []) {
    if (value === undefined || value === null) return undefined;
    value = value[name];
  }
  return value;
}

onMessage('read-data', (message) =>
  answerWith(message, () => valueAt(componentAsked(message).instance.data, message.path)));

onMessage('call-method', (message) =>
  answerWith(message, () => {
    const { instance } = componentAsked(message);
    const method = instance[message.method];
    if (typeof method !== 'function') throw new Failure(`${message.method} not exists`);
    host.running(message.method, WHERE);
    try {
      return method.apply(instance, message.arguments || []);
    } finally {
      host.running('', '');
    }
  }));

onMessage('trigger-event', (message) =>
  answerWith(message, () => {
    const page = pageAsked(message);
    const [id, node] = message.ref;
    const fragment = page.shown.get(id);
    if (fragment === undefined || fragment.block.nodes[node] === undefined) throw new Failure('no such element');
    const { type, bubbles = false } = message;
    const detail = message.detail === undefined || message.detail === null ? {} : message.detail;
    const component = componentAt(fragment, node);
    if (component !== null) triggerEvent(component, type, detail, { bubbles, composed: false });
    else viewEvent(page, { type, id, node, exact: true, ts: performance.now() - page.openedAt, bubbles, detail });
  }));
