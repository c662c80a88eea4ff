"""Real input for tests and commands, and questions about what is on the screen.

In a page, selectors are those of WXSS; without one (`page_id` 0) they mean elements of the shell (`.modal-confirm`).
`index` picks one of several. `AUTOMATION_ANSWERS` says what is answered; all others are answered with null when done.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from runtime.protocol.numbers import Int32


class _Action(Struct, frozen=True, tag_field="name", omit_defaults=True, forbid_unknown_fields=True):
    """Base of all actions: frozen, tagged with a name."""


class _OnElement(_Action, frozen=True):
    """Base of those that mean an element: by selector, or by its number in the page."""

    selector: str = ""
    index: int = 0
    id: int | None = None
    node: int | None = None


class Tap(_OnElement, frozen=True, tag="tap"):
    """A tap at px of the element, its middle if not said."""

    x: float | None = None
    y: float | None = None


class LongPress(_OnElement, frozen=True, tag="longpress"):
    """A finger that stays."""

    x: float | None = None
    y: float | None = None


class Swipe(_OnElement, frozen=True, tag="swipe"):
    """A finger that moves by px, in so many steps and ms."""

    dx: float = 0
    dy: float = 0
    steps: int = 8
    duration: float = 120


class Pinch(_OnElement, frozen=True, tag="pinch"):
    """Two fingers that begin `distance` px apart around the middle of the element (or `x`, `y` px in it).

    They come to lie `scale` times as far apart, turned by `rotation` degrees and moved by `dx`, `dy` px, in so many
    steps and ms.
    """

    x: float | None = None
    y: float | None = None
    distance: float = 80
    scale: float = 1
    rotation: float = 0
    dx: float = 0
    dy: float = 0
    steps: int = 8
    duration: float = 120


class Input(_OnElement, frozen=True, tag="input"):
    """Types a text over what is there; `confirm` presses the keyboard's button after it."""

    value: str = ""
    confirm: bool = False


class Scroll(_OnElement, frozen=True, tag="scroll"):
    """Scrolls to (`top`, `left`) or by (`dx`, `dy`) px."""

    top: float | None = None
    left: float | None = None
    dx: float = 0
    dy: float = 0


class Turn(_OnElement, frozen=True, tag="turn"):
    """Turns a wheel of a picker by rows."""

    rows: int = 0


class Finger(Struct, frozen=True, omit_defaults=True):
    """One finger. px of what is seen of the page; without a place, the middle of the element."""

    identifier: int = 0
    x: float | None = None
    y: float | None = None


class Touch(_OnElement, frozen=True, kw_only=True, tag="touch"):
    """Fingers come down on an element, move, leave or are taken away; without any it is one."""

    phase: Literal["start", "move", "end", "cancel"]
    fingers: list[Finger] = []


class Dispatch(_OnElement, frozen=True, kw_only=True, tag="dispatch"):
    """An event as the element or a finger makes it. `bubbles`: if not said, what is of fingers does."""

    type: str
    detail: Any = {}
    touches: list[dict[str, Any]] = []
    changedTouches: list[dict[str, Any]] = []
    bubbles: bool | None = None


class Operate(_OnElement, frozen=True, kw_only=True, tag="operate"):
    """Brings a built-in component where a user would bring it by several movements."""

    method: Literal["swipeTo", "slideTo", "moveTo"]
    numbers: list[float]


class Bring(_OnElement, frozen=True, kw_only=True, tag="bring"):
    """Brings a picker or picker-view to a value, as a user would; its `change` event has it."""

    value: Any


class Focus(_OnElement, frozen=True, tag="focus"):
    """Puts the focus on a field."""


class Blur(_Action, frozen=True, tag="blur"):
    """Takes the focus away."""


class Rect(_OnElement, frozen=True, tag="rect"):
    """Where is it? px."""


class Text(_OnElement, frozen=True, tag="text"):
    """What text does it show?"""


class Value(_OnElement, frozen=True, tag="value"):
    """What is the value of the form control?"""


class Count(_OnElement, frozen=True, tag="count"):
    """How many are there?"""


class Exists(_OnElement, frozen=True, tag="exists"):
    """Is there one?"""


class Place(_OnElement, frozen=True, tag="place"):
    """Where is it in the page, whatever of that is seen? px."""


class DomProperties(_OnElement, frozen=True, kw_only=True, tag="domProperties"):
    """What are these properties of its DOM element?"""

    names: list[str]


class Properties(_OnElement, frozen=True, kw_only=True, tag="properties"):
    """What are these properties of a built-in component, as the user has made them?"""

    names: list[str]


class Styles(_OnElement, frozen=True, kw_only=True, tag="styles"):
    """What are these computed styles?"""

    names: list[str]


class Extent(_OnElement, frozen=True, tag="extent"):
    """How far has it been scrolled, or the page, and how much is there?"""


class WindowProperties(_Action, frozen=True, tag="windowProperties"):
    """What are these of the page's window, such as `document.body.scrollTop`?"""

    names: list[str]


class CallInPage(_Action, frozen=True, tag="callInPage"):
    """What does a function, given as source text, return in the realm of the page?"""

    declaration: str
    args: list[Any] = []


class At(_Action, frozen=True, tag="at"):
    """Which element is at this point of the page (px)?"""

    x: float
    y: float


class Tree(_Action, frozen=True, tag="tree"):
    """What is on the screen, as JSON?"""


class Frame(_Action, frozen=True, tag="frame"):
    """Where does the page lie on the phone's screen?"""


class PaintedNow(_Action, frozen=True, tag="painted"):
    """Answered after the next frame."""


class Settled(_Action, frozen=True, tag="settled"):
    """Answered when animations that end within two seconds have ended. `with_files`: and pictures and
    components that are on their way have come, within the same time."""

    with_files: bool = False


AutomationAction = (
    Tap | LongPress | Swipe | Pinch | Touch | Dispatch | Operate | Bring | Input | Scroll | Turn | Focus | Blur
    | Rect | Text | Value | Count | Exists | Place | DomProperties | Properties | Styles | Extent | WindowProperties
    | CallInPage | At | Tree | Frame | PaintedNow | Settled
)  # fmt: skip


class ElementBox(Struct, frozen=True, omit_defaults=True):
    """Where an element is, px. `visible`: of those of the shell, whether it has a size."""

    left: float
    top: float
    right: float
    bottom: float
    width: float
    height: float
    visible: bool = False


class ElementPlace(Struct, frozen=True):
    """Where an element lies in its page, px."""

    left: float
    top: float
    width: float
    height: float


class ScrollExtent(Struct, frozen=True, rename="camel"):
    """How far something has been scrolled, how large it is inside, and how large what is seen of it. px."""

    scroll_top: float
    scroll_left: float
    scroll_width: float
    scroll_height: float
    client_width: float
    client_height: float


class PageFrame(Struct, frozen=True, rename="camel"):
    """Where a page lies on the phone's screen, px."""

    page_id: Int32
    path: str
    left: float
    top: float
    width: float
    height: float


class NumberedNode(Struct, frozen=True):
    """An element by its number in the page."""

    id: Int32
    node: Int32


AUTOMATION_ANSWERS: dict[type[Struct], Any] = {
    Rect: ElementBox,
    Text: str,
    Value: Any,
    Count: Int32,
    Exists: bool,
    Place: ElementPlace,
    DomProperties: list[Any],
    Properties: list[Any],
    Styles: list[str],
    Extent: ScrollExtent,
    WindowProperties: list[Any],
    CallInPage: Any,
    At: NumberedNode | None,
    Tree: dict[str, Any],
    Frame: PageFrame,
}
