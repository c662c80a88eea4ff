"""The phone shell: what the host has it do, and what its user touches (resources/docs/wire.md, "Shell").

Lengths are px, colours CSS. A call with an answer is answered when the user has acted; `SHELL_ANSWERS` says with what.
Members that are left out (UNSET) stay as they are.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from runtime.protocol.films import MadeFilm, MakeFilm
from runtime.protocol.numbers import Int32
from runtime.protocol.phone_pages import (
    EditedImage,
    EditedVideo,
    EditImage,
    EditVideo,
    OpenDocument,
    OpenMap,
    OpenSettings,
    SettingsAnswer,
)


class _Call(Struct, frozen=True, tag_field="name", rename="camel", forbid_unknown_fields=True):
    """Base of all calls: frozen, tagged with the name of the method."""


class _Part(Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Base of what calls are made of."""


class BarAnimation(_Part, frozen=True):
    """How colours of the navigation bar change."""

    duration: float = 0
    timing_func: str = "linear"


class SetNavigationBar(_Call, frozen=True, tag="setNavigationBar"):
    """`color`: black, white or the hex forms of wx.setNavigationBarColor. `home`: the button to the entry page."""

    title: str | UnsetType = UNSET
    color: str | UnsetType = UNSET
    background_color: str | UnsetType = UNSET
    loading: bool | UnsetType = UNSET
    home: bool | UnsetType = UNSET
    animation: BarAnimation | UnsetType = UNSET


class TabBarStyle(_Part, frozen=True):
    """Colours of the tab bar."""

    color: str | UnsetType = UNSET
    selected_color: str | UnsetType = UNSET
    background_color: str | UnsetType = UNSET
    border_style: str | UnsetType = UNSET


class TabBarLooks(_Part, frozen=True):
    """The tab bar of one theme. `items` is `list` of app.json's `tabBar`."""

    items: list[dict[str, Any]]
    style: dict[str, Any]


class TabBarItem(_Part, frozen=True):
    """What changes of one tab."""

    index: int
    text: str | UnsetType = UNSET
    icon_path: str | UnsetType = UNSET
    selected_icon_path: str | UnsetType = UNSET


class TabBadge(_Part, frozen=True):
    """The text on a tab; empty takes it away."""

    index: int
    text: str


class TabRedDot(_Part, frozen=True):
    """The dot on a tab."""

    index: int
    visible: bool


class SetTabBar(_Call, frozen=True, tag="setTabBar"):
    """`items` come once, before the first page, with `dark` for programs that follow the theme; then single changes."""

    items: list[dict[str, Any]] | UnsetType = UNSET
    style: dict[str, Any] | UnsetType = UNSET
    dark: TabBarLooks | UnsetType = UNSET
    position: Literal["top", "bottom"] | UnsetType = UNSET
    custom: bool | UnsetType = UNSET
    visible: bool | UnsetType = UNSET
    animation: bool | UnsetType = UNSET
    item: TabBarItem | UnsetType = UNSET
    badge: TabBadge | UnsetType = UNSET
    red_dot: TabRedDot | UnsetType = UNSET


class SetBackground(_Call, frozen=True, tag="setBackground"):
    """The window behind the page."""

    background_color: str | UnsetType = UNSET
    background_color_top: str | UnsetType = UNSET
    background_color_bottom: str | UnsetType = UNSET
    background_text_style: str | UnsetType = UNSET


class Toast(_Call, frozen=True, tag="toast"):
    """A short notice. A picture takes the place of the icon. `duration`: ms."""

    title: str
    icon: str = "success"
    image: str = ""
    duration: float = 1500
    mask: bool = False


class HideToast(_Call, frozen=True, tag="hideToast"):
    """Hides toast and loading box; with `no_conflict` the toast alone."""

    no_conflict: bool = False


class Loading(_Call, frozen=True, tag="loading"):
    """The loading box, which has one place with the toast."""

    title: str = ""
    mask: bool = False


class HideLoading(_Call, frozen=True, tag="hideLoading"):
    """Hides toast and loading box; with `no_conflict` the loading box alone."""

    no_conflict: bool = False


class Modal(_Call, frozen=True, tag="modal"):
    """A dialog."""

    title: str = ""
    content: str = ""
    show_cancel: bool = True
    cancel_text: str = ""
    cancel_color: str = ""
    confirm_text: str = ""
    confirm_color: str = ""
    editable: bool = False
    placeholder_text: str = ""


class ActionSheet(_Call, frozen=True, tag="actionSheet"):
    """A list to choose from."""

    item_list: list[str]
    item_color: str = "#000000"
    alert_text: str = ""


class PullDown(_Call, frozen=True, tag="pullDown"):
    """`start` is as if the user had pulled: onPullDownRefresh follows."""

    state: Literal["start", "stop"]


class CloseLayer(_Call, frozen=True, tag="closeLayer"):
    """What lies over the page and takes a step back for itself (`page-container`) closes."""


class AskBeforeLeaving(_Call, frozen=True, tag="askBeforeLeaving"):
    """From now on the back button of the page asks this first; empty = it does not."""

    message: str


class PreviewImages(_Call, frozen=True, tag="preview"):
    """The picture viewer. `current` is one of the `urls`."""

    urls: list[str]
    current: str


class Keyboard(_Call, frozen=True, tag="keyboard"):
    """The soft keyboard."""

    visible: bool
    height: float = 0


class ShareCard(_Call, frozen=True, tag="share"):
    """The card of a page that is forwarded."""

    title: str
    path: str
    image_url: str


class ShowError(_Call, frozen=True, tag="error"):
    """The overlay over the last good screen. No title and no message take it away. `close`: words of its button."""

    title: str = ""
    message: str = ""
    file: str = ""
    line: int = 0
    close: str = ""


class Vibrate(_Call, frozen=True, tag="vibrate"):
    """The phone shakes for so many milliseconds."""

    duration: float


class Clear(_Call, frozen=True, tag="clear"):
    """All pages are closed by a reLaunch: what lies over them goes, open dialogs answer as cancelled."""


class CloseDialogs(_Call, frozen=True, tag="closeDialogs"):
    """In a replay: the user had answered what was open over the page."""


class SetPlace(_Call, frozen=True, tag="setPlace"):
    """Where the user is, for maps that show it. Degrees."""

    latitude: float
    longitude: float


class Reset(_Call, frozen=True, tag="reset"):
    """The program has ended: everything goes but the picture of the last page, until the next run has one. The program
    of that is called `title`; empty keeps the last one."""

    title: str = ""


ShellCall = (
    SetNavigationBar | SetTabBar | SetBackground | Toast | HideToast | Loading | HideLoading | Modal | ActionSheet
    | PullDown | CloseLayer | AskBeforeLeaving | PreviewImages | Keyboard | ShareCard | ShowError | SetPlace | Vibrate
    | OpenSettings | OpenDocument | OpenMap | EditImage | EditVideo | MakeFilm | Clear | CloseDialogs | Reset
)  # fmt: skip


class ModalAnswer(Struct, frozen=True):
    """What became of a dialog. `content`: what was typed, None if nothing could be."""

    confirm: bool
    cancel: bool = False
    content: str | None = None


class SheetAnswer(Struct, frozen=True, rename="camel"):
    """Which entry was touched; -1 = cancelled."""

    tap_index: Int32


SHELL_ANSWERS: dict[type[Struct], type[Struct]] = {
    Modal: ModalAnswer, ActionSheet: SheetAnswer, OpenSettings: SettingsAnswer, EditImage: EditedImage,
    EditVideo: EditedVideo, MakeFilm: MadeFilm,
}  # fmt: skip


class _Touched(Struct, frozen=True, tag_field="name", forbid_unknown_fields=True):
    """Base of what the user touches on the shell."""


class BackTouched(_Touched, frozen=True, tag="back"):
    """The arrow in the navigation bar, or the edge of the screen."""


class HomeTouched(_Touched, frozen=True, tag="home"):
    """The way to the entry page."""


class TabTouched(_Touched, frozen=True, tag="tab"):
    """A tab; counted from 0."""

    index: Int32


class MenuOpened(_Touched, frozen=True, tag="capsule-menu"):
    """The sheet behind the capsule's dots."""


class CapsuleClosed(_Touched, frozen=True, tag="capsule-close"):
    """The capsule's ring: leave for the background."""


class MenuChosen(_Touched, frozen=True, tag="menu"):
    """An entry of the sheet."""

    entry: Literal["share", "share-timeline", "favorite", "copy-url", "restart", "settings", "about"]


class PlaceTouched(_Touched, frozen=True, tag="open-source"):
    """The place in the error overlay."""

    file: str
    line: Int32


class KeyTouched(_Touched, frozen=True, tag="key"):
    """A key of the computer while nobody types into a field; names as of the browser's KeyboardEvent. `at_ms`: of the
    page's own clock."""

    is_down: bool
    key: str
    code: str
    has_alt: bool
    has_shift: bool
    at_ms: float


Touched = (
    BackTouched | HomeTouched | TabTouched | MenuOpened | CapsuleClosed | MenuChosen | PlaceTouched | KeyTouched
)  # fmt: skip
