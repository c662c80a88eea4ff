/** Timers are those of the tests, real or played. */

export const nextTimerDelay = () => -1;

export const pendingCallbacks = () => [];

export const isTimerDue = () => false;

export function runTimer() {}
