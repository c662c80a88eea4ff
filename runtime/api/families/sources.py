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
    Source("networkWeak", ("NetworkWeakChange",)),
    Source("memoryWarning", ("MemoryWarning",)),
    Source("audioInterruptionBegin", ("AudioInterruptionBegin",)),
    Source("audioInterruptionEnd", ("AudioInterruptionEnd",)),
    Source("accelerometer", ("AccelerometerChange",)),
    Source("compass", ("CompassChange",)),
    Source("gyroscope", ("GyroscopeChange",)),
    Source("deviceMotion", ("DeviceMotionChange",)),
    Source("location", ("LocationChange",)),
    Source("locationError", ("LocationChangeError",)),
    Source("battery", ("BatteryInfoChange",)),
    Source("screenshot", ("UserCaptureScreen",)),
    Source("screenRecording", ("ScreenRecordingStateChanged",)),
    Source("windowState", ("WindowStateChange",)),
    Source("keyDown", ("KeyDown",)),
    Source("keyUp", ("KeyUp",)),
    Source("bluetoothAdapter", ("BluetoothAdapterStateChange",)),
    Source("bluetoothDevice", ("BluetoothDeviceFound",)),
    Source("beacons", ("BeaconUpdate",)),
    Source("beaconService", ("BeaconServiceChange",)),
    Source("wifiConnected", ("WifiConnected",)),
    Source("wifiList", ("GetWifiList",)),
)
