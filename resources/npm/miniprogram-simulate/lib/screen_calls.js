'use strict';

/**
 * Calls of wx that do something on a screen and have nothing to tell: beside a component alone there is none, so there is
 * nothing to be done, and they succeed.
 */

const CALLS = new Set([
  'showToast', 'hideToast', 'showLoading', 'hideLoading', 'navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack',
  'pageScrollTo', 'setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading', 'hideNavigationBarLoading',
  'hideHomeButton', 'setBackgroundColor', 'setBackgroundTextStyle', 'showTabBar', 'hideTabBar', 'setTabBarItem',
  'setTabBarStyle', 'setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot', 'startPullDownRefresh',
  'stopPullDownRefresh', 'vibrateShort', 'vibrateLong', 'previewImage', 'previewMedia', 'showShareMenu', 'hideShareMenu',
  'updateShareMenu', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload',
]);

/** What such a call answers; undefined for any other. */
function answered(name) {
  return CALLS.has(name) ? { errMsg: `${name}:ok` } : undefined;
}

module.exports = { answered };
