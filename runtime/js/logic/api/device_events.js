/**
 * Message DeviceChanged: what another theme or another size of the phone means for the program: wx.onThemeChange,
 * App.onThemeChange and wx.onWindowResize.
 *
 * Runs in the logic process (QuickJS).
 */

import { launched, takeDevice } from '../base/launched.js';
import { onMessage } from '../base/tasks.js';
import { fireWxEvent } from '../base/wx_events.js';
import { callApp } from '../pages/app.js';

onMessage('device-changed', (message) => {
  const former = launched.device;
  const present = message.device;
  takeDevice(present);
  if (former.theme !== present.theme) tellTheme({ theme: present.theme });
  // Turning the phone resizes the window; another page with another navigation bar does not.
  if (former.screenWidth !== present.screenWidth || former.screenHeight !== present.screenHeight) tellSize(present);
});

function tellTheme(result) {
  if (!launched.program.app.darkmode) return;
  callApp('onThemeChange', [result]);
  fireWxEvent('onThemeChange', result);
}

function tellSize({ windowWidth, windowHeight }) {
  fireWxEvent('onWindowResize', { size: { windowWidth, windowHeight } });
}
