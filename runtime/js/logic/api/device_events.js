/**
 * What another theme or another size of the phone means for the program: wx.onThemeChange, App.onThemeChange and
 * wx.onWindowResize.
 *
 * Runs in the logic process (QuickJS), after launch.js: stands before its receiver of the message DeviceChanged.
 */
'use strict';

const { receivers } = __handset;
const keepDevice = receivers['device-changed'];

receivers['device-changed'] = function (message) {
  const former = __handset.device;
  keepDevice(message);
  const present = message.device;
  if (former.theme !== present.theme) tellTheme({ theme: present.theme });
  // Turning the phone resizes the window; another page with another navigation bar does not.
  if (former.screenWidth !== present.screenWidth || former.screenHeight !== present.screenHeight) tellSize(present);
};

function tellTheme(result) {
  if (!__handset.program.app.darkmode) return;
  __handset.callApp('onThemeChange', [result]);
  __handset.fireApi('onThemeChange', result);
}

function tellSize({ windowWidth, windowHeight }) {
  __handset.fireApi('onWindowResize', { size: { windowWidth, windowHeight } });
}
