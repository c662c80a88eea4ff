"""Phone models and their measures.

device = load_devices()["iphone-12"]         # every file of resources/devices, by id, in the order of the list
device = device.rotate()
device.menu_button()                         # Rect of the capsule, as wx.getMenuButtonBoundingClientRect
device.window_height(navigation="default", has_tab_bar=True)
device.system_info(AppFacts(), navigation="default", has_tab_bar=False)   # the snapshot for wx.getSystemInfo & co.
device.for_view()                            # what the phone view needs (`SetDevice.device`)
"""

from simulator.device.catalogue import DEFAULT_DEVICE, UnknownDevice, find_device, load_devices
from simulator.device.device import Device
from simulator.device.facts import AppFacts, PhoneStatus
from simulator.device.measures import Insets, Measures, Rect

__all__ = [
    "DEFAULT_DEVICE",
    "AppFacts",
    "Device",
    "Insets",
    "Measures",
    "PhoneStatus",
    "Rect",
    "UnknownDevice",
    "find_device",
    "load_devices",
]
