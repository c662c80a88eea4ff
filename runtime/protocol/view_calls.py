"""What the logic layer asks of a page's view (resources/docs/wire.md, "View calls").

The host hands such a call on without looking into it, and its answer, too: both ends of it are JavaScript, whose types
say what is answered. What only has to be done is answered with null. A node is `[instance, node]`.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from runtime.protocol.element_calls import ElementCall

NodeRef = tuple[int, int]


class _Call(Struct, frozen=True, tag_field="name", rename="camel", omit_defaults=True):
    """Base of all calls: frozen, tagged with a name."""


class _Part(Struct, frozen=True, rename="camel", omit_defaults=True):
    """Base of what calls and answers are made of."""


class QueryFields(_Part, frozen=True):
    """What is asked about an element; id, dataset and mark are added by the logic layer."""

    rect: bool = False
    size: bool = False
    scroll_offset: bool = False
    properties: list[str] = []
    computed_style: list[str] = []
    node: bool = False
    context: bool = False


class QueryRequest(_Part, frozen=True):
    """One part of a selector query; None = nothing matches."""

    nodes: list[NodeRef] | Literal["viewport"] | None
    fields: QueryFields
    all: bool = False


class Query(_Call, frozen=True, tag="query"):
    """A selector query."""

    requests: list[QueryRequest]


class Margins(_Part, frozen=True):
    """px by which a reference grows."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


class Reference(_Part, frozen=True):
    """What elements are watched against."""

    nodes: list[NodeRef] | Literal["viewport"]
    margins: Margins


class Observe(_Call, frozen=True, tag="observe"):
    """Watches how much of elements can be seen; events of type `observer` with the key tell."""

    key: int
    nodes: list[NodeRef]
    thresholds: list[float]
    initial_ratio: float
    relative: list[Reference]


class ObserveMedia(_Call, frozen=True, tag="mediaQuery"):
    """Watches whether the window fits a description (lengths in px)."""

    key: int
    descriptor: dict[str, Any]


class Unobserve(_Call, frozen=True, tag="unobserve"):
    """Ends watching."""

    key: int


class PageScroll(_Call, frozen=True, tag="pageScroll"):
    """Scrolls the page to a height or to an element; answered when it has ended. px and ms."""

    duration: float
    scroll_top: float = 0
    rect_of: NodeRef | None = None
    offset_top: float = 0


class PageStyle(_Call, frozen=True, tag="pageStyle"):
    """Properties of the style of the page's root, by their names in CSS or in JavaScript."""

    style: dict[str, str]


class SelectedText(_Call, frozen=True, tag="selectedText"):
    """Which part of the field that is typed into is selected: `[start, end]`, the place of the cursor twice if none
    is. There must be such a field."""


class ElementMethod(_Call, frozen=True, tag="element"):
    """Calls a method of an element."""

    id: int
    node: int
    call: ElementCall


class CanvasJobs(_Call, frozen=True, tag="canvas"):
    """Jobs in order, each an array with its name in front (wire.md, "Canvas"); the answer is that of the last one."""

    jobs: list[list[Any]]


class Audio(_Call, frozen=True, tag="audio"):
    """An order to what plays sound without an element, by its number; `set` gives properties. `kind` is its name in
    the catalogue. What happens to it comes as an event of type `observer` with that number."""

    audio: int
    kind: Literal["InnerAudioContext", "BackgroundAudioManager"]
    what: Literal["set", "play", "pause", "stop", "seek", "destroy"]
    value: Any


class WebAudio(_Call, frozen=True, tag="webAudio"):
    """Jobs for the graphs of `wx.createWebAudioContext` in order, each an array with its name in front
    (`runtime/js/view/media/web_audio.js`); the answer is that of the last one. What happens comes as an event of type
    `observer` with the key of its context."""

    jobs: list[list[Any]]


class Worklets(_Call, frozen=True, tag="worklets"):
    """Orders to the worklets of the run, whatever the page (`logic/api/worklets.js` says which). What happens comes as
    an event of type `observer` with `worklet` in its detail."""

    jobs: list[dict[str, Any]]


class DecodeVideo(_Call, frozen=True, tag="decodeVideo"):
    """An order to what decodes a film picture by picture, by its number. `start` gets `{source, isPaced}` and is
    answered with what the film is; `next` with a picture (`width`, `height`, base64 `pixels`, `position` ms) or with
    None, after the last one; `seek` gets ms."""

    decoder: int
    what: Literal["start", "next", "seek", "remove"]
    value: Any


class HasSmallWindow(_Call, frozen=True, tag="hasSmallWindow"):
    """Whether a picture goes on in the phone's small window; answered with a truth value."""


class LoadFont(_Call, frozen=True, tag="loadFont"):
    """A font from an address (`url(…)` or plain), for the page or for all pages; answered when it is there.
    `descriptors`: style, weight, variant as CSS has them."""

    family: str
    source: str
    descriptors: dict[str, Any]
    is_global: bool


ViewRequest = (
    Query | Observe | ObserveMedia | Unobserve | PageScroll | PageStyle | SelectedText | ElementMethod | CanvasJobs
    | Audio | WebAudio | DecodeVideo | HasSmallWindow | Worklets | LoadFont
)  # fmt: skip
