/**
 * The program that runs, as the message Launch has brought it, and the device as it is now. Logic process.
 *
 * @typedef {object} Launched
 * @property {any} program `Launch.program` (wire.md §1); parts of it are exchanged by `patches.js`
 * @property {Record<string, any>} settings `Launch.settings`
 * @property {any} device `Launch.device`, then `DeviceChanged.device`
 * @property {any} launchOptions as App.onLaunch receives them
 */

import { bareThroughout } from './records.js';

/** @type {Launched} */
export const launched = { program: undefined, settings: {}, device: undefined, launchOptions: undefined };

/** The program is here. @param {{program: any, settings: any, device: any, launch_options: any}} message Launch */
export function takeProgram({ program, settings, device, launch_options: launchOptions }) {
  bareThroughout(program);
  bareThroughout(settings);
  Object.assign(launched, { program, settings, device, launchOptions });
}

/** Another phone, size, theme or language. */
export function takeDevice(device) {
  launched.device = device;
}
