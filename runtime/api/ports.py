"""What touches the world, as protocols: handlers see nothing else of it. Tests give them fakes.

A port refuses by raising `ApiFailure`. A port that takes time calls `reply` once, on the thread that asked;
it is given a result or an `ApiFailure`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from runtime.api.call import ApiFailure
from runtime.api.file_areas import FileAreas
from runtime.api.http_values import HttpListener, HttpRequest, SocketListener
from runtime.api.scenario import Scenario
from runtime.platform.catalogue import Catalogue

Reply = Callable[[Mapping[str, Any] | ApiFailure], None]


class StoragePort(Protocol):
    """Keys and values of one project and one user; a value is JSON text."""

    def get(self, key: str) -> str | None:
        """The value, or None."""

    def set_many(self, values: Mapping[str, str]) -> None:
        """Writes all of them or none. Raises ApiFailure when a quota is exceeded."""

    def remove(self, key: str) -> None:
        """Removes a key that may be absent."""

    def clear(self) -> None:
        """Removes every key."""

    def keys(self) -> list[str]:
        """All keys in the order in which they were first written."""

    def size_bytes(self) -> int:
        """What counts against the quota of the app."""

    @property
    def limit_bytes(self) -> int:
        """The quota of the app."""


class DevicePort(Protocol):
    """The simulated phone as the program sees it."""

    def snapshot(self) -> Mapping[str, Any]:
        """The system-information snapshot: the `Launch.device` of this run with later changes."""


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """What a program may ask about itself. `account` is the result of getAccountInfoSync."""

    account: Mapping[str, Any]
    ext_config: Mapping[str, Any]


class WorkersPort(Protocol):
    """The worker of a program; there is at most one. `task_id` is the call that created it. Its events are `ApiEvent`
    with that target: `onMessage` (`{message}`), `onError` and `onProcessKilled`."""

    def start(self, task_id: int, script: str) -> None:
        """Runs a script of the workers folder. Raises ApiFailure if there is no such script, or a worker already."""

    def post(self, task_id: int, message: Any) -> None:
        """Hands a message to it; nothing happens if it has ended."""

    def end(self, task_id: int, *, is_told: bool) -> None:
        """Ends it at once, even in an endless loop; `is_told`: the program hears `onProcessKilled`."""


class NoWorkers:
    """The `WorkersPort` of a program that runs without a process of its own."""

    def start(self, task_id: int, script: str) -> None:
        """Refuses."""
        raise ApiFailure("there are no workers in this run")

    def post(self, task_id: int, message: Any) -> None:
        """There is nobody to hear it."""

    def end(self, task_id: int, *, is_told: bool) -> None:
        """There is nothing to end."""


@dataclass(frozen=True, slots=True)
class LogicPorts:
    """The ports of the logic process. `areas` are the folders that the program sees; `known` is the catalogue of its
    platform, `can_i_use` asks whether a base library (its version) has what a path names."""

    storage: StoragePort
    areas: FileAreas
    device: DevicePort
    program: ProgramFacts
    known: Catalogue
    can_i_use: Callable[[str, str], bool]
    workers: WorkersPort


class NetworkPort(Protocol):
    """HTTP and WebSocket. `task_id` is the call that started the task."""

    def limit_ms(self, api: str) -> int:
        """The program's own time limit for an API (app.json, networkTimeout); 0 if it has none."""

    def send(self, task_id: int, request: HttpRequest, listener: HttpListener) -> None:
        """Starts an exchange; at most 10 run at once, others wait in a queue."""

    def abort(self, task_id: int) -> None:
        """Ends an exchange with `fail abort`; nothing happens if it has ended."""

    def open_socket(
        self,
        task_id: int,
        url: str,
        headers: Mapping[str, str],
        protocols: Sequence[str],
        listener: SocketListener,
        timeout_ms: int,
    ) -> None:
        """Opens a WebSocket within a time. Raises ApiFailure if 5 are open."""

    def send_socket(self, task_id: int, data: str | bytes) -> None:
        """Sends on an open WebSocket. Raises ApiFailure if it is not open."""

    def close_socket(self, task_id: int, code: int, reason: str) -> None:
        """Closes a WebSocket. Raises ApiFailure if it is not open."""

    def drop_all(self) -> None:
        """The program has ended: every exchange and socket ends without a word."""


class ClipboardPort(Protocol):
    """The clipboard of the computer (or of the headless run)."""

    def read(self) -> str:
        """Its text."""

    def write(self, text: str) -> None:
        """Replaces its text."""


class UiPort(Protocol):
    """The phone shell. `method` and `params` are those of resources/docs/wire.md, "Shell"."""

    def show(self, page_id: int, method: str, params: Mapping[str, Any]) -> None:
        """Changes the shell."""

    def ask(self, page_id: int, method: str, params: Mapping[str, Any], reply: Reply) -> None:
        """Shows something that the user answers."""


OpenType = Literal["navigateTo", "redirectTo", "switchTab", "reLaunch", "navigateBack"]


class NavigationPort(Protocol):
    """Routes. The session implements it."""

    def route(self, open_type: OpenType, url: str, delta: int, call_id: int) -> None:
        """Accepts a route. Raises ApiFailure with the platform's reason if it is refused."""

    def is_tab_page(self, page_id: int) -> bool:
        """Whether the page is one of the tab bar's."""

    def tab_count(self) -> int:
        """How many items the tab bar has; 0 without one."""

    def leave(self) -> None:
        """The program ends or goes to the background (exitMiniProgram)."""

    def restart(self) -> None:
        """The program starts again from its entry page (restartMiniProgram, applyUpdate)."""


@dataclass(frozen=True, slots=True)
class PickRequest:
    """What the program wants to be chosen."""

    kind: Literal["image", "video", "media", "file"]
    count: int
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A chosen file: its bytes and its name on the computer."""

    name: str
    content: bytes


PickReply = Callable[[Sequence[PickedFile]], None]


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What is to be known of a picture. `orientation` as EXIF names it: up, down, left, right, …-mirrored."""

    width: int
    height: int
    type: str
    orientation: str = "up"


class MediaPort(Protocol):
    """Pictures and files of the user."""

    def pick(self, request: PickRequest, reply: PickReply) -> None:
        """Lets the user choose; nothing chosen means cancelled. Headless it is a bundled picture."""

    def image_facts(self, data: bytes) -> ImageFacts | None:
        """Size and type of a picture; None if the bytes are none."""

    def compress(self, data: bytes, quality: int, width: int, height: int) -> bytes | None:
        """A JPEG of a picture, smaller if `width` or `height` is not 0; None if the bytes are no picture."""

    def save_to_album(self, data: bytes, suffix: str) -> None:
        """Adds to the photo album of the simulated phone."""


NETWORK_KINDS = ("wifi", "2g", "3g", "4g", "5g", "unknown", "none")


class PhonePort(Protocol):
    """Hardware of the simulated phone that the host can show or set."""

    def network_type(self) -> str:
        """wifi, 4g, none, …"""

    def set_network_type(self, kind: str) -> bool:
        """Another network, one of NETWORK_KINDS; whether that is a change."""

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        """Shows a vibration."""

    def brightness(self) -> float:
        """0 to 1."""

    def set_brightness(self, value: float) -> None:
        """0 to 1."""

    def keep_screen_on(self, *, on: bool) -> None:
        """Kept for show: the simulated screen never sleeps."""


class AccountPort(Protocol):
    """The editable test user and the other values that a simulation needs."""

    def scenario(self) -> Scenario:
        """The values as they are now."""

    def grant(self, scope: str, *, granted: bool) -> None:
        """Records the user's decision about a permission scope."""

    def login_code(self) -> str:
        """A fresh code, good once."""


class ClockPort(Protocol):
    """Time."""

    def now_ms(self) -> int:
        """Milliseconds since the epoch."""

    def after(self, delay_ms: int, task: Callable[[], None]) -> None:
        """Runs a task later, unless the program has ended."""


@dataclass(frozen=True, slots=True)
class HostPorts:
    """The ports of the host."""

    network: NetworkPort
    clipboard: ClipboardPort
    ui: UiPort
    navigation: NavigationPort
    media: MediaPort
    phone: PhonePort
    account: AccountPort
    clock: ClockPort
    areas: FileAreas


class ReportPort(Protocol):
    """The console, for what is worth saying about calls."""

    def notice(self, code: str, arguments: Mapping[str, str]) -> None:
        """A message of resources/messages/api.json: something is simulated, or not supported."""

    def internal_error(self, name: str, trace: str) -> None:
        """A handler of ours raised."""
