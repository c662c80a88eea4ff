/** Stacks are written by Node.js; nobody here asks for their frames. */

export const isOwnSlip = () => false;

export const framesOf = () => [];

export const callsHere = () => [];

export const framesHere = () => [];

export const callerFile = () => '';
