/**
 * What the questions of drivers have in common: the page or component that they mean, and how they are answered.
 * Logic process. Sends Evaluated.
 */

import { answerError, answerSettled } from '../inspect/answers.js';
import { pages } from '../pages/stack.js';
import { componentByRef } from '../tree/places.js';

const Failure = Error;

/** The page of a question. Throws in words that automation clients know. */
export function pageAsked({ page_id: id }) {
  const page = pages.get(id);
  if (page === undefined) throw new Failure('page destroyed');
  return page;
}

/** The component of a question, or the page itself. */
export function componentAsked(message) {
  const component = componentByRef(pageAsked(message), message.ref);
  if (component === null) throw new Failure('no such element');
  return component;
}

/** Answers a question with what `carryOut` returns or promises, as JSON, or with what it throws. */
export function answerWith(message, carryOut) {
  let value;
  try {
    value = carryOut(message);
  } catch (error) {
    answerError(message.request_id, error);
    return;
  }
  answerSettled(message.request_id, value, 'json');
}
