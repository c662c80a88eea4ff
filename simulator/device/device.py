"""One simulated phone: a frozen value; another orientation, theme or language is another value.

Sizes and insets come from `resources/devices`; the rules that turn them into what a page sees are here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from runtime.protocol.phone_device import Box, Edges, PhoneDevice, PlayedAccount, PlayedMedia
from simulator.device.facts import AppFacts, PhoneStatus
from simulator.device.measures import Insets, Measures, Rect

Platform = Literal["ios", "android"]
Cutout = Literal["none", "notch", "island", "punch"]
Orientation = Literal["portrait", "landscape"]
Theme = Literal["light", "dark"]
Navigation = Literal["default", "custom"]

TAB_BAR_HEIGHT = 50
# Observed: capsule of the 8.0 clients, 87 x 32, 7 from the right edge.
CAPSULE_WIDTH = 87
CAPSULE_HEIGHT = 32
CAPSULE_MARGIN_RIGHT = 7
CAPSULE_MARGIN_TOP = {"ios": 4, "android": 8}
DEFAULT_FONT_SIZE = 16
TABLET_WIDTH = 744


@dataclass(frozen=True, slots=True)
class Device:
    """A phone as it is held now."""

    id: str
    name: str
    model: str
    brand: str
    system: str
    platform: Platform
    pixel_ratio: float
    cutout: Cutout
    portrait: Measures
    landscape: Measures
    orientation: Orientation = "portrait"
    theme: Theme = "light"
    language: str = "zh_CN"
    font_size: int = DEFAULT_FONT_SIZE
    status: PhoneStatus = field(default_factory=PhoneStatus)

    @property
    def measures(self) -> Measures:
        """Sizes and insets in the present orientation."""
        return self.portrait if self.orientation == "portrait" else self.landscape

    @property
    def width(self) -> int:
        """Width of the screen as held now."""
        return self.measures.width

    @property
    def height(self) -> int:
        """Height of the screen as held now."""
        return self.measures.height

    @property
    def status_bar_height(self) -> int:
        """Height of the row with time and battery; 0 when it is hidden."""
        return self.measures.status_bar_height

    @property
    def navigation_bar_height(self) -> int:
        """Height of the row with title and capsule, without the status bar."""
        return self.measures.navigation_bar_height

    @property
    def insets(self) -> Insets:
        """Distances from the screen's edges to its safe area."""
        return self.measures.insets

    @property
    def is_tablet(self) -> bool:
        """Whether programs that say `resizable` turn with the device."""
        return min(self.width, self.height) >= TABLET_WIDTH

    @property
    def is_own(self) -> bool:
        """Whether the user has described it (`own_devices`)."""
        return self.id.startswith("own:")

    @property
    def keyboard_height(self) -> int:
        """Height of the soft keyboard with its row of suggestions. Observed: iPhone 8, iPhone 12, iPad, a Pixel."""
        if self.status.keyboard_height:
            return min(self.status.keyboard_height, self.height)
        if self.platform == "android":
            return round(self.height * (0.37 if self.orientation == "portrait" else 0.55))
        if self.is_tablet:
            return 369 if self.orientation == "portrait" else 453
        if self.orientation == "landscape":
            return 209
        return 336 if self.insets.bottom else 260

    def turned(self, orientation: Orientation) -> Device:
        """The same phone, held this way."""
        return self if orientation == self.orientation else replace(self, orientation=orientation)

    def rotate(self) -> Device:
        """The same phone turned by a quarter."""
        return self.turned("landscape" if self.orientation == "portrait" else "portrait")

    def safe_area(self) -> Rect:
        """The part of the screen that nothing covers."""
        edges = self.insets
        width = self.width - edges.left - edges.right
        return Rect(edges.left, edges.top, width, self.height - edges.top - edges.bottom)

    def menu_button(self) -> Rect:
        """The capsule, as `wx.getMenuButtonBoundingClientRect` reports it."""
        top = self.status_bar_height + min(
            CAPSULE_MARGIN_TOP[self.platform], (self.navigation_bar_height - CAPSULE_HEIGHT) // 2
        )
        left = self.width - self.insets.right - CAPSULE_MARGIN_RIGHT - CAPSULE_WIDTH
        return Rect(left, top, CAPSULE_WIDTH, CAPSULE_HEIGHT)

    def page_top(self, navigation: Navigation = "default") -> int:
        """Where the page starts, from the top of the screen."""
        return 0 if navigation == "custom" else self.status_bar_height + self.navigation_bar_height

    def window_height(self, navigation: Navigation = "default", *, has_tab_bar: bool = False) -> int:
        """Height of the page: the screen without navigation bar and tab bar.

        Observed: an iPhone 12 has 753 without a tab bar, so the home indicator lies over the page.
        """
        tab_bar = TAB_BAR_HEIGHT + int(self.insets.bottom) if has_tab_bar else 0
        return self.height - self.page_top(navigation) - tab_bar

    def system_info(
        self, app: AppFacts, navigation: Navigation = "default", *, has_tab_bar: bool = False
    ) -> dict[str, Any]:
        """Every key of wx.getSystemInfoSync, getWindowInfo, getDeviceInfo and getAppBaseInfo in one dictionary.

        `navigation` and `has_tab_bar` describe the page on top; `menuButton` and `tabBarHeight` are added for the host.
        """
        window = self._window_info(navigation, has_tab_bar=has_tab_bar)
        return window | self._device_info(app) | self._app_info(app) | _switches(self.status)

    def for_view(self) -> PhoneDevice:
        """What the phone view needs (`runtime.protocol.view.SetDevice`)."""
        return PhoneDevice(
            id=self.id,
            name=self.name,
            model=self.model,
            brand=self.brand,
            system=self.system,
            platform=self.platform,
            pixel_ratio=self.pixel_ratio,
            cutout=self.cutout,
            orientation=self.orientation,
            theme=self.theme,
            language=self.language,
            font_size=self.font_size,
            width=self.width,
            height=self.height,
            window_width=self.width,
            status_bar_height=self.status_bar_height,
            navigation_bar_height=self.navigation_bar_height,
            tab_bar_height=TAB_BAR_HEIGHT,
            keyboard_height=self.keyboard_height,
            insets=Edges(**self.insets.to_json()),
            menu_button=Box(**self.menu_button().to_json()),
            network_type=self.status.network_type,
            battery_level=self.status.battery_level,
            is_charging=self.status.is_charging,
            played=PlayedMedia(**asdict(self.status.media)),
            account=PlayedAccount(**asdict(self.status.account)),
        )

    def _window_info(self, navigation: Navigation, *, has_tab_bar: bool) -> dict[str, Any]:
        return {
            "pixelRatio": self.pixel_ratio,
            "screenWidth": self.width,
            "screenHeight": self.height,
            "windowWidth": self.width,
            "windowHeight": self.window_height(navigation, has_tab_bar=has_tab_bar),
            "statusBarHeight": self.status_bar_height,
            "safeArea": self.safe_area().to_json(),
            "screenTop": self.page_top(navigation),
            "deviceOrientation": self.orientation,
            "menuButton": self.menu_button().to_json(),
            "tabBarHeight": TAB_BAR_HEIGHT + self.insets.bottom if has_tab_bar else 0,
        }

    def _device_info(self, app: AppFacts) -> dict[str, Any]:
        is_ios = self.platform == "ios"
        return {
            "abi": "arm64" if is_ios else "arm64-v8a",
            "deviceAbi": "arm64" if is_ios else "arm64-v8a",
            "benchmarkLevel": 50 if is_ios else 40,
            "brand": self.brand,
            "cpuType": "unknown",
            "memorySize": "6144",
            "model": self.model,
            "platform": app.platform or self.platform,
            "system": self.system,
        }

    def _app_info(self, app: AppFacts) -> dict[str, Any]:
        return {
            "SDKVersion": app.sdk_version,
            "PCKernelVersion": "",
            "enableDebug": app.is_debug,
            "fontSizeSetting": self.font_size,
            "fontSizeScaleFactor": self.font_size / DEFAULT_FONT_SIZE,
            "host": {"appId": app.host_app_id, "env": app.host_env, "version": app.version},
            "language": self.language,
            "version": app.version,
            "theme": self.theme,
        }


def _switches(status: PhoneStatus) -> dict[str, bool]:
    permissions = (
        "albumAuthorized",
        "cameraAuthorized",
        "locationAuthorized",
        "microphoneAuthorized",
        "notificationAuthorized",
        "notificationAlertAuthorized",
        "notificationBadgeAuthorized",
        "notificationSoundAuthorized",
        "phoneCalendarAuthorized",
    )
    return {name: name not in status.denied for name in permissions} | {
        "bluetoothEnabled": status.is_bluetooth_on,
        "locationEnabled": status.is_location_on,
        "locationReducedAccuracy": False,
        "wifiEnabled": status.is_wifi_on,
    }
