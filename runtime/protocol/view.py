"""Messages between the host and the phone view (Chromium).

One message is one JSON object with its tag in `"m"`, sent as text over the web channel.
All lengths are CSS pixels of the simulated phone (its own, not the zoomed ones).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Raw, Struct

from runtime.protocol.automation import AutomationAction
from runtime.protocol.carried import Carries
from runtime.protocol.debugging import DebugArmed
from runtime.protocol.events import ViewEvent
from runtime.protocol.inspection import Inspection
from runtime.protocol.numbers import Int32
from runtime.protocol.operations import Operation
from runtime.protocol.phone_device import PhoneDevice
from runtime.protocol.shell import ShellCall, Touched
from runtime.protocol.user_acts import UserAct
from runtime.protocol.view_calls import ViewRequest

NO_JSON = Raw(b"null")


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of all messages: frozen, tagged with the class name in kebab-case."""


# ---------------------------------------------------------------- host -> view


class SetDevice(_Message, frozen=True, tag="device"):
    """The phone: sizes, insets, capsule, theme.

    `page_id` names the page that follows it at once, 0 the visible one; all others follow when they are shown.
    """

    device: PhoneDevice
    page_id: int = 0


class StyleSheet(Struct, frozen=True, omit_defaults=True):
    """One compiled WXSS file (resources/docs/wire.md, "Styles")."""

    path: str
    parts: Raw
    kind: Literal["app", "component", "page"]


class OpenPage(_Message, frozen=True, tag="open-page"):
    """Creates the iframe of a page. It shows once `ShowPage` names it.

    `window` is the page's effective window configuration, every key of it filled in; `window_dark` that of the dark
    theme, for programs that follow the phone's theme.
    `styles` come in cascade order: app, components, page.
    """

    page_id: int
    path: str
    window: dict[str, Any]
    styles: list[StyleSheet]
    tab_index: int = -1
    can_go_back: bool = False
    home_button: bool = False  # the bar offers the way to the entry page
    window_dark: dict[str, Any] = {}


class ShowPages(_Message, frozen=True, tag="show-page"):
    """Makes a page the visible one. `animation`: how. `closed` pages are destroyed when it has ended."""

    page_id: int
    animation: Literal["none", "push", "pop", "fade"]
    closed: list[int] = []


class Dom(_Message, frozen=True, tag="dom"):
    """A batch of DOM operations of one page. `is_measured`: its `Rendered` tells what the frame was spent on."""

    page_id: int
    batch_id: int
    ops: Annotated[Raw, Carries(list[Operation])]
    is_measured: bool = False


class ReplaceStyle(_Message, frozen=True, tag="style"):
    """Replaces one style sheet in every open page that has it."""

    style: StyleSheet


class CallView(_Message, frozen=True, tag="call"):
    """A request from the logic layer to a page (`logic.ViewCall`). Answered by `Reply` unless `request_id` is 0."""

    page_id: int
    request_id: int
    call: Annotated[Raw, Carries(ViewRequest)]


class CallShell(_Message, frozen=True, tag="call-shell"):
    """Has the phone shell do something. Answered by `Reply` when the user has acted, if `request_id` is not 0."""

    call: ShellCall
    request_id: int = 0
    page_id: int = 0


class Automate(_Message, frozen=True, tag="automate"):
    """Real input for tests and commands, or a question. Answered by `Reply`."""

    request_id: int
    action: AutomationAction
    page_id: int = 0


class InspectPage(_Message, frozen=True, tag="inspect"):
    """A panel's question about an element of a page. Answered by `Reply`."""

    page_id: int
    request_id: int
    question: Inspection


class DebugWxs(_Message, frozen=True, tag="debug-wxs"):
    """How wxs in pages is debugged from now on, as of `DebugInView`. `pauses`: at the next statement that can."""

    armed: DebugArmed
    below: str = ""
    scripts: dict[str, str] = {}
    pauses: bool = False


class WatchUser(_Message, frozen=True, tag="watch-user"):
    """From now on tell what the user does (`UserDid`), or no more."""

    is_on: bool


# ---------------------------------------------------------------- view -> host


class ViewReady(_Message, frozen=True, tag="ready"):
    """The shell page is loaded and can receive messages. `version`: of the wire that it speaks."""

    version: str = ""


class Events(_Message, frozen=True, tag="events"):
    """DOM events of a page for the logic layer."""

    page_id: Int32
    events: Annotated[Raw, Carries(list[ViewEvent])]


class PageSignal(_Message, frozen=True, tag="page-signal"):
    """Something that a page's callback is called for. onRouteDone: the transition of a `ShowPages` has ended."""

    page_id: Int32
    name: Literal["onPullDownRefresh", "onReachBottom", "onPageScroll", "onResize", "onRouteDone"]
    detail: Raw = NO_JSON


class TurnPage(_Message, frozen=True, tag="turn-page"):
    """page-meta wants the page this way up; empty = as configured."""

    page_id: Int32
    orientation: str


class LayersChanged(_Message, frozen=True, tag="layers-changed"):
    """Whether something over the page takes the next step back for itself."""

    page_id: Int32
    has_layer: bool


class Rendered(_Message, frozen=True, tag="rendered"):
    """A batch is on screen. `first` marks the first one of the page.

    `view_ms`: time to apply it; `paint_ms`: until the frame after. Of these, if it was measured and the phone is on the
    screen, `wait_ms` went by until the frame began, and `style_ms` and `layout_ms` on styles and places of elements.
    """

    page_id: Int32
    batch_id: Int32
    first: bool = False
    view_ms: float = 0.0
    paint_ms: float = 0.0
    wait_ms: float = 0.0
    style_ms: float = 0.0
    layout_ms: float = 0.0


class Reply(_Message, frozen=True, tag="reply"):
    """Answer to `CallView`, `CallShell`, `Automate` or `InspectPage`."""

    request_id: Int32
    result: Raw = NO_JSON
    error: str = ""


class ShellEvent(_Message, frozen=True, tag="shell-event"):
    """The user has touched the phone shell."""

    event: Touched


class LoadedFile(Struct, frozen=True):
    """A file of the web that a page has got, or has not. `kind` is what asked for it, as `PerformanceResourceTiming`
    has it; `start_ms` is Unix time. `size_bytes` and `status` are 0 where the server does not let pages know; what came
    of a picture its element knows all the same (`outcome`)."""

    url: str
    kind: str
    start_ms: float
    duration_ms: float
    size_bytes: float
    status: Int32
    outcome: Literal["unknown", "loaded", "failed"] = "unknown"


class UserDid(_Message, frozen=True, tag="user-did"):
    """What the user does on a page, before its events."""

    page_id: Int32
    act: UserAct


class FilesLoaded(_Message, frozen=True, tag="files-loaded"):
    """What a page has loaded from the web: pictures, fonts, media."""

    page_id: Int32
    files: list[LoadedFile]


class LongFrame(_Message, frozen=True, tag="long-frame"):
    """A frame of the phone that took more than 50 ms (`long-animation-frame` of the browser). `start_ms` is Unix time;
    `script_ms` went on functions, the longest of which `invoker` called, `render_ms` on styles, layout and paint."""

    start_ms: float
    duration_ms: float
    script_ms: float
    render_ms: float
    invoker: str


class ViewLog(_Message, frozen=True, tag="view-log"):
    """Something went wrong in the view. `source` says whether the project (wxs, an image) or Handset is at fault."""

    level: Literal["log", "warn", "error"]
    message: str
    source: Literal["program", "environment", "handset"] = "handset"
    file: str = ""
    line: Int32 = 0


class WxsSpoke(_Message, frozen=True, tag="wxs-spoke"):
    """What the debugger in the wxs of a page says: `message` is one of those by which it speaks in the logic layer."""

    message: Raw


HostToView = (
    SetDevice | OpenPage | ShowPages | Dom | ReplaceStyle | CallView | CallShell | Automate | InspectPage | WatchUser
    | DebugWxs
)  # fmt: skip
ViewToHost = (
    ViewReady | Events | PageSignal | TurnPage | LayersChanged | Rendered | Reply | ShellEvent | UserDid | FilesLoaded
    | LongFrame | ViewLog | WxsSpoke
)  # fmt: skip
