'use strict';

/** Touches: from a test to an element, and from an element of jsdom to a component; they make a tap or a long press. */

const TOUCHES = new Set(['touchstart', 'touchmove', 'touchend', 'touchcancel']);
const LONG_PRESS_MS = 350;
const MOVE = 10;

/** Sends a touch to an element; false for other events. */
function touched(element, type, { touches, changedTouches }) {
  if (!TOUCHES.has(type)) return false;
  const isEnd = type === 'touchend' || type === 'touchcancel';
  const event = new window.Event(type, { bubbles: true, cancelable: true });
  const fingers = (list) => list.map((one, index) => point(one, index, element));
  Object.defineProperty(event, 'touches', { value: fingers(touches || (isEnd ? [] : [{ x: 0, y: 0 }])) });
  Object.defineProperty(event, 'changedTouches', { value: fingers(changedTouches || [{ x: 0, y: 0 }]) });
  element.dispatchEvent(event);
  return true;
}

function point({ x, y, pageX, pageY, clientX, clientY }, identifier) {
  const left = first(x, pageX, clientX);
  const top = first(y, pageY, clientY);
  return { identifier, pageX: left, pageY: top, clientX: left, clientY: top };
}

function first(...numbers) {
  const found = numbers.find((one) => one !== undefined);
  return found === undefined ? 0 : found;
}

/** Hears the touches of an element and of all in it; `happen(element, type, options)` for each event that they make. */
function feelTouches(root, happen) {
  const finger = { start: null, at: null, press: null, isOver: false };
  const later = (event, type, detail) => {
    const { target, touches, changedTouches } = event;
    Promise.resolve().then(() => happen(target, type, { detail, touches, changedTouches }));
  };
  const hear = (type, then) => root.addEventListener(type, (event) => {
    later(event, type, {});
    then(event);
  }, { capture: true });
  hear('touchstart', (event) => begins(finger, event, () => later(event, 'longpress', { x: finger.at.pageX, y: finger.at.pageY })));
  hear('touchmove', (event) => moves(finger, event));
  hear('touchend', (event) => ends(finger, event, (at) => later(finger.start, 'tap', { x: at.pageX, y: at.pageY })));
  hear('touchcancel', () => {
    clearTimeout(finger.press);
    finger.start = null;
  });
  hear('scroll', () => {});
}

function begins(finger, event, press) {
  if (finger.start !== null || !event.touches || event.touches.length !== 1) return;
  Object.assign(finger, { start: event, at: event.touches[0], isOver: false });
  finger.press = setTimeout(() => {
    finger.isOver = true;
    press();
  }, LONG_PRESS_MS);
}

function moves(finger, { touches }) {
  if (finger.start === null || !touches || touches.length !== 1) return;
  const far = Math.abs(touches[0].pageX - finger.at.pageX) >= MOVE || Math.abs(touches[0].pageY - finger.at.pageY) >= MOVE;
  if (!far) return;
  clearTimeout(finger.press);
  finger.isOver = true;
}

function ends(finger, { touches, changedTouches }, tap) {
  if (finger.start === null) return;
  clearTimeout(finger.press);
  if (!finger.isOver && touches && touches.length === 0 && changedTouches.length > 0) tap(changedTouches[0]);
  finger.start = null;
}

module.exports = { feelTouches, touched };
