/**
 * The simulated phone as its two readers are told of it: the view draws it, the logic layer answers questions.
 *
 * Written from runtime/protocol/phone_device.py; change it there.
 */

/**
 * A rectangle on the screen, px.
 * @typedef {object} Box
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number} width
 * @property {number} height
 */

/**
 * What notch, corners and home indicator take, px.
 * @typedef {object} Edges
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number} left
 */

/**
 * What is played to components that need a camera or a stream.
 * @typedef {object} PlayedMedia
 * @property {"playing" | "buffering" | "broken" | "ended"} stream
 * @property {boolean} isCameraDenied
 * @property {string} scanResult
 * @property {string} scanType
 * @property {string} scanCharSet
 */

/**
 * What components show of the platform's accounts: of the user and their group, whether there is an ad (`ad_error` 0) and whether the program's official account can be shown (`official_account` 0).
 * @typedef {object} PlayedAccount
 * @property {string} nickName
 * @property {string} avatarUrl
 * @property {number} gender
 * @property {string} city
 * @property {string} province
 * @property {string} country
 * @property {string} language
 * @property {string} groupName
 * @property {number} adError
 * @property {number} officialAccount
 */

/**
 * What the view draws. Lengths in px of the phone as it is held.
 * @typedef {object} PhoneDevice
 * @property {string} id
 * @property {string} name
 * @property {string} model
 * @property {string} brand
 * @property {string} system
 * @property {"ios" | "android"} platform
 * @property {number} pixelRatio
 * @property {"none" | "notch" | "island" | "punch"} cutout
 * @property {"portrait" | "landscape"} orientation
 * @property {"light" | "dark"} theme
 * @property {string} language
 * @property {number} fontSize
 * @property {number} width
 * @property {number} height
 * @property {number} windowWidth
 * @property {number} statusBarHeight
 * @property {number} navigationBarHeight
 * @property {number} tabBarHeight
 * @property {number} keyboardHeight
 * @property {Edges} insets
 * @property {Box} menuButton
 * @property {string} networkType
 * @property {number} batteryLevel
 * @property {boolean} isCharging
 * @property {PlayedMedia} played
 * @property {PlayedAccount} account
 */

/**
 * The app around the mini program.
 * @typedef {object} HostApp
 * @property {string} appId
 * @property {string} env
 * @property {string} version
 */

/**
 * Every key of wx.getSystemInfoSync, getWindowInfo, getDeviceInfo and getAppBaseInfo, as the page on top sees it.
 * @typedef {object} SystemInformation
 * @property {number} pixelRatio
 * @property {number} screenWidth
 * @property {number} screenHeight
 * @property {number} windowWidth
 * @property {number} windowHeight
 * @property {number} statusBarHeight
 * @property {Box} safeArea
 * @property {number} screenTop
 * @property {"portrait" | "landscape"} deviceOrientation
 * @property {Box} menuButton
 * @property {number} tabBarHeight
 * @property {string} abi
 * @property {string} deviceAbi
 * @property {number} benchmarkLevel
 * @property {string} brand
 * @property {string} cpuType
 * @property {string} memorySize
 * @property {string} model
 * @property {string} platform
 * @property {string} system
 * @property {string} SDKVersion
 * @property {string} PCKernelVersion
 * @property {boolean} enableDebug
 * @property {number} fontSizeSetting
 * @property {number} fontSizeScaleFactor
 * @property {HostApp} host
 * @property {string} language
 * @property {string} version
 * @property {"light" | "dark"} [theme]
 * @property {boolean} albumAuthorized
 * @property {boolean} cameraAuthorized
 * @property {boolean} locationAuthorized
 * @property {boolean} microphoneAuthorized
 * @property {boolean} notificationAuthorized
 * @property {boolean} notificationAlertAuthorized
 * @property {boolean} notificationBadgeAuthorized
 * @property {boolean} notificationSoundAuthorized
 * @property {boolean} phoneCalendarAuthorized
 * @property {boolean} bluetoothEnabled
 * @property {boolean} locationEnabled
 * @property {boolean} locationReducedAccuracy
 * @property {boolean} wifiEnabled
 */

export {};
