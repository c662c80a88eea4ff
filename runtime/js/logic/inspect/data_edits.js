/** Message SetData: the user has edited a value of a page or component. Logic process. Sends Evaluated. */

import { onMessage } from '../base/tasks.js';
import { pages } from '../pages/stack.js';
import { componentByRef } from '../tree/places.js';
import { answer, answerError } from './answers.js';

const Failure = Error;

onMessage('set-data', (message) => {
  const page = pages.get(message.page_id || 0);
  const component = page === undefined ? null : componentByRef(page, message.ref);
  try {
    if (component === null) throw new Failure('the page or component is no longer there');
    component.instance.setData(message.data);
  } catch (error) {
    answerError(message.request_id, error);
    return;
  }
  answer(message.request_id, undefined);
});
