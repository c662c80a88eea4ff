"""Messages between the host and the phone view (Chromium).

One message is one JSON object with its tag in `"m"`, sent as text over the web channel.
All lengths are CSS pixels of the simulated phone (its own, not the zoomed ones).
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Raw, Struct

from runtime.protocol.numbers import Int32

NO_JSON = Raw(b"null")


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of all messages: frozen, tagged with the class name in kebab-case."""


# ---------------------------------------------------------------- host -> view


class SetDevice(_Message, frozen=True, tag="device"):
    """The phone: sizes, insets, capsule, theme. Same keys as `simulator.device.Device.to_json()`.

    `page_id` names the page that follows it at once, 0 the visible one; all others follow when they are shown.
    """

    device: dict[str, Any]
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
    """A batch of DOM operations of one page."""

    page_id: int
    batch_id: int
    ops: Raw


class ReplaceStyle(_Message, frozen=True, tag="style"):
    """Replaces one style sheet in every open page that has it."""

    style: StyleSheet


class CallView(_Message, frozen=True, tag="call"):
    """A request from the logic layer to a page (`logic.ViewCall`). Answered by `Reply` unless `request_id` is 0."""

    page_id: int
    request_id: int
    method: str
    params: Raw = NO_JSON


class CallShell(_Message, frozen=True, tag="call-shell"):
    """Changes the phone shell. `method` is one of the shell's methods (resources/docs/wire.md, "Shell")."""

    method: str
    params: dict[str, Any]
    request_id: int = 0  # answered by `Reply` when the user has acted, if not 0
    page_id: int = 0


class Automate(_Message, frozen=True, tag="automate"):
    """Real input for tests and commands: `tap`, `input`, `scroll`, `rect`, `tree`, `text`. Answered by `Reply`."""

    request_id: int
    method: str
    params: dict[str, Any]
    page_id: int = 0


# ---------------------------------------------------------------- view -> host


class ViewReady(_Message, frozen=True, tag="ready"):
    """The shell page is loaded and can receive messages."""


class Events(_Message, frozen=True, tag="events"):
    """DOM events of a page for the logic layer."""

    page_id: Int32
    events: Raw


class PageSignal(_Message, frozen=True, tag="page-signal"):
    """A page-level happening: onPullDownRefresh, onReachBottom, onPageScroll, onResize; onRouteDone when the
    transition of a `ShowPages` to the page has ended."""

    page_id: Int32
    name: str
    detail: Raw = NO_JSON


class Rendered(_Message, frozen=True, tag="rendered"):
    """A batch is on screen. `first` marks the first one of the page.

    `view_ms`: time to apply it; `paint_ms`: until the frame after.
    """

    page_id: Int32
    batch_id: Int32
    first: bool = False
    view_ms: float = 0.0
    paint_ms: float = 0.0


class Reply(_Message, frozen=True, tag="reply"):
    """Answer to `CallView`, `CallShell` or `Automate`."""

    request_id: Int32
    result: Raw = NO_JSON
    error: str = ""


class ShellEvent(_Message, frozen=True, tag="shell"):
    """The user touched the phone shell: back, home, tab (`index`), capsule-menu, capsule-close, …"""

    name: str
    detail: dict[str, Any] = {}


class ViewLog(_Message, frozen=True, tag="view-log"):
    """Something went wrong in the view. `source` says whether the project (wxs, an image) or Handset is at fault."""

    level: Literal["log", "warn", "error"]
    message: str
    source: Literal["program", "environment", "handset"] = "handset"
    file: str = ""
    line: Int32 = 0


HostToView = SetDevice | OpenPage | ShowPages | Dom | ReplaceStyle | CallView | CallShell | Automate
ViewToHost = ViewReady | Events | PageSignal | Rendered | Reply | ShellEvent | ViewLog
