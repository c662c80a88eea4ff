"""What a user does with a program, and what a test expects of it: the declared list.

A step knows elements by their ways, pages by their paths. It says what was done, not when: the script waits by its
locators.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.testing.script.ways import Way

# ---------------------------------------------------------------- on a page


@dataclass(frozen=True)
class Tap:
    """A finger touches an element and leaves; `position` is where, px of the element, None its middle."""

    way: Way
    position: tuple[float, float] | None = None


@dataclass(frozen=True)
class LongPress:
    """A finger stays on an element."""

    way: Way


@dataclass(frozen=True)
class Fill:
    """A text is typed over what is in a field; `confirms`: with the keyboard's button after it."""

    way: Way
    text: str
    confirms: bool = False


@dataclass(frozen=True)
class Leave:
    """A field loses the focus, and nothing else happens."""

    way: Way


@dataclass(frozen=True)
class Swipe:
    """A finger moves on an element, by px."""

    way: Way
    dx: float
    dy: float


@dataclass(frozen=True)
class Scroll:
    """An element, or the page, is scrolled so that it is `top` and `left` px from its beginning."""

    way: Way
    top: float = 0
    left: float = 0


@dataclass(frozen=True)
class SetValue:
    """A slider, picker or swiper is brought to a value; of a picker as its `change` event has it."""

    way: Way
    value: Any


@dataclass(frozen=True)
class Trigger:
    """An event of an element, as code makes it."""

    way: Way
    type: str
    detail: Any = None


@dataclass(frozen=True)
class PullDown:
    """The page is pulled down and let go."""


@dataclass(frozen=True)
class ScrollToEnd:
    """The page is scrolled to its end."""


# ---------------------------------------------------------------- around the page


@dataclass(frozen=True)
class Open:
    """A page is opened as the only one."""

    url: str


@dataclass(frozen=True)
class GoBack:
    """The way back, by the arrow or the edge of the screen."""


@dataclass(frozen=True)
class GoHome:
    """The button to the entry page."""


@dataclass(frozen=True)
class SwitchTab:
    """A tab of the tab bar, by the page that it leads to."""

    path: str


@dataclass(frozen=True)
class LeaveProgram:
    """The user goes to the home screen."""


@dataclass(frozen=True)
class ComeBack:
    """The user comes back from there."""


@dataclass(frozen=True)
class AnswerDialog:
    """A dialog with these words is closed by its main button, with `text` in its field; or by the other one."""

    words: str
    confirms: bool = True
    text: str | None = None


@dataclass(frozen=True)
class ChooseEntry:
    """An entry of a list to choose from; None leaves it. `words` are some of the list's."""

    words: str
    entry: str | None = None


@dataclass(frozen=True)
class SetWorld:
    """What is around the phone changes: a world value by name."""

    name: str
    value: Any


@dataclass(frozen=True)
class FireEvent:
    """Something happens around the phone: a world event by name."""

    name: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Remark:
    """What was done and no test can do; the script says so."""

    text: str


@dataclass(frozen=True)
class Rotate:
    """The phone is turned by a quarter."""


@dataclass(frozen=True)
class PassTime:
    """Time goes by on a clock that stands still otherwise, ms."""

    milliseconds: float


@dataclass(frozen=True)
class Settle:
    """The program comes to rest."""


# ---------------------------------------------------------------- expectations


@dataclass(frozen=True)
class ExpectPage:
    """This page is on top."""

    url: str


@dataclass(frozen=True)
class ExpectText:
    """An element shows this and nothing else."""

    way: Way
    text: str


@dataclass(frozen=True)
class ExpectVisible:
    """An element is there and can be seen."""

    way: Way


@dataclass(frozen=True)
class ExpectCount:
    """There are so many of them."""

    way: Way
    count: int


@dataclass(frozen=True)
class ExpectValue:
    """A control stands at a value."""

    way: Way
    value: Any


@dataclass(frozen=True)
class ExpectToast:
    """The toast says this."""

    text: str


@dataclass(frozen=True)
class ExpectLeft:
    """Another page than this is on top."""

    path: str


@dataclass(frozen=True)
class ExpectNoDialog:
    """No dialog waits for an answer."""


Done = (
    Tap | LongPress | Fill | Leave | Swipe | Scroll | SetValue | Trigger | PullDown | ScrollToEnd | Open | GoBack
    | GoHome | SwitchTab | LeaveProgram | ComeBack | AnswerDialog | ChooseEntry | SetWorld | FireEvent | Rotate
    | PassTime | Settle
)  # fmt: skip
Expectation = (
    ExpectPage | ExpectText | ExpectVisible | ExpectCount | ExpectValue | ExpectToast | ExpectLeft | ExpectNoDialog
)  # fmt: skip
Step = Done | Remark | Expectation
EXPECTATIONS = (
    ExpectPage, ExpectText, ExpectVisible, ExpectCount, ExpectValue, ExpectToast, ExpectLeft, ExpectNoDialog,
)  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """What a test begins with: the program on its entry page, with this in its storage and around it.

    `device`, `theme`, `network`, `tier`: empty for what tests have if nothing is said; so is no `seed`.
    """

    device: str = ""
    theme: str = ""
    storage: Mapping[str, Any] = field(default_factory=dict)
    world: Mapping[str, Any] = field(default_factory=dict)
    seed: int | None = None
    network: str = ""
    tier: str = ""
