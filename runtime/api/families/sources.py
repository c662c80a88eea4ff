"""What a program can listen to: its own life, and what happens to the phone."""

from __future__ import annotations

from runtime.api.source import Source

_OF_THE_PROGRAM = (
    "AppShow", "AppHide", "Error", "UnhandledRejection", "PageNotFound", "BeforeAppRoute", "AppRoute", "AppRouteDone",
    "BeforePageLoad", "AfterPageLoad", "BeforePageUnload", "AfterPageUnload",
)  # fmt: skip

SOURCES: tuple[Source, ...] = (
    *(Source(name[0].lower() + name[1:], (name,), "works", is_of_program=True) for name in _OF_THE_PROGRAM),
    # The logic layer fires these itself when the message DeviceChanged or the view says so.
    Source("theme", ("ThemeChange",), "works"),
    Source("windowResize", ("WindowResize",), "works"),
    Source("keyboardHeight", ("KeyboardHeightChange",), "works"),
    Source("network", ("NetworkStatusChange",), "works"),
    Source("networkWeak", ("NetworkWeakChange",), "simulated"),
    Source("memoryWarning", ("MemoryWarning",), "simulated"),
    Source("audioInterruptionBegin", ("AudioInterruptionBegin",), "simulated"),
    Source("audioInterruptionEnd", ("AudioInterruptionEnd",), "simulated"),
    Source("accelerometer", ("AccelerometerChange",), "simulated"),
    Source("compass", ("CompassChange",), "simulated"),
    Source("gyroscope", ("GyroscopeChange",), "simulated"),
    Source("deviceMotion", ("DeviceMotionChange",), "simulated"),
    Source("location", ("LocationChange",), "simulated"),
    Source("locationError", ("LocationChangeError",), "simulated"),
    Source("battery", ("BatteryInfoChange",), "simulated"),
    Source("screenshot", ("UserCaptureScreen",), "simulated"),
    Source("screenRecording", ("ScreenRecordingStateChanged",), "simulated"),
    Source("windowState", ("WindowStateChange",)),
    Source("keyDown", ("KeyDown",), "simulated"),
    Source("keyUp", ("KeyUp",), "simulated"),
    Source("bluetoothAdapter", ("BluetoothAdapterStateChange",), "simulated"),
    Source("bluetoothDevice", ("BluetoothDeviceFound",), "simulated"),
    Source("bleConnection", ("BLEConnectionStateChange",), "simulated"),
    Source("bleValue", ("BLECharacteristicValueChange",), "simulated"),
    Source("bleMtu", ("BLEMTUChange",), "simulated"),
    Source("blePeripheralConnection", ("BLEPeripheralConnectionStateChanged",), "simulated"),
    Source("hceMessage", ("HCEMessage",), "simulated"),
    Source("beacons", ("BeaconUpdate",), "simulated"),
    Source("beaconService", ("BeaconServiceChange",), "simulated"),
    Source("localServiceFound", ("LocalServiceFound",), "simulated"),
    Source("localServiceLost", ("LocalServiceLost",), "simulated"),
    Source("localServiceResolveFail", ("LocalServiceResolveFail",), "simulated"),
    Source("localServiceStop", ("LocalServiceDiscoveryStop",), "simulated"),
    Source("menuButton", ("MenuButtonBoundingClientRectWeightChange",), "simulated"),
    Source("privacy", ("NeedPrivacyAuthorization",), "simulated", has_off=False),
    Source("backgroundFetchData", ("BackgroundFetchData",), "simulated", has_off=False),
    Source("translationOn", ("UserTriggerTranslation",), "simulated"),
    Source("translationOff", ("UserOffTranslation",), "simulated"),
    Source("embeddedHeight", ("EmbeddedMiniProgramHeightChange",), "simulated"),
    Source("apiCategory", ("ApiCategoryChange",), "simulated"),
    Source("lazyLoadError", ("LazyLoadError",), "simulated"),
    Source("voipMembers", ("VoIPChatMembersChanged",), "simulated"),
    Source("voipSpeakers", ("VoIPChatSpeakersChanged",), "simulated"),
    Source("voipVideoMembers", ("VoIPVideoMembersChanged",), "simulated"),
    Source("voipInterrupted", ("VoIPChatInterrupted",), "simulated"),
    Source("voipState", ("VoIPChatStateChanged",), "simulated"),
    Source("wifiConnected", ("WifiConnected", "WifiConnectedWithPartialInfo"), "simulated"),
    Source("wifiList", ("GetWifiList",), "simulated"),
)
