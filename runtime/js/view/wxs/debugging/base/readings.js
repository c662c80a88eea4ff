/** Nothing that pages read is recorded (logic/base/readings.js). Evaluated in the realm of wxs (../realm_debugging.js). */

/** Calls a function that is no part of the run. */
export const aside = (act) => act();
