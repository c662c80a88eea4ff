"""All that a panel may ask of a running program.

The window, the command line and the tests each hand panels such a target; what stands behind it is none of a panel's
business. Questions are answered by calling `done`, at once or later, on the caller's thread; `None` means that there
is no such thing, or no more. What the window itself does to a program (launch, reload, close) is in `program_control`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

from ide.models.cloud import Cloud
from ide.models.devices import Devices
from ide.models.loaded_files import Sources
from ide.models.mocks.target import MockRules
from ide.models.performance.asked import Measures
from ide.models.signal import Signal
from ide.models.user_tests import UserTests
from ide.models.whole_project import Audits
from ide.models.world_values import WorldValues
from runtime.inspector.model import ElementStyles
from runtime.protocol.inspection import PseudoClass
from simulator.bridge.preview import Preview
from simulator.bridge.recorder import Subscriber
from simulator.debug.debugger import Debugger, Evaluation
from simulator.traffic.conditions import ConditionsName
from simulator.traffic.exchange import Body, Exchange, Frame

Orientation = Literal["portrait", "landscape"]
Ref = tuple[int, int]
"""An element of a page: its block instance and its number in it."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page on the stack."""

    page_id: int
    path: str


@dataclass(frozen=True, slots=True)
class DataOwner:
    """A page, or a component of it: `ref` names its host element in the view, empty for the page."""

    page_id: int
    ref: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Component:
    """A component on a page, and what it is (`components/card`)."""

    owner: DataOwner
    path: str


@dataclass(frozen=True, slots=True)
class SeenValue:
    """What a template sees under a name at some place; `place` is where it can be set: whose data, and the key."""

    name: str
    value: Preview
    place: tuple[DataOwner, str] | None = None


@dataclass(frozen=True, slots=True)
class NodeFacts:
    """What an element carries. `owner`: the page or component whose template it stands in.

    `handlers`: `bind:tap` and the name of the method. `seen`: loop variables, the outermost first, and what a
    `<template>` was given. Of a component: its path, its properties as name, type and value, and the rest of its data.
    """

    owner: DataOwner
    owner_path: str
    dataset: Preview
    mark: Preview
    handlers: tuple[tuple[str, str], ...] = ()
    seen: tuple[SeenValue, ...] = ()
    component: str = ""
    properties: tuple[tuple[str, str, Preview], ...] = ()
    data: Preview | None = None


class StoredEntry(NamedTuple):
    """One key of the storage. `value` is JSON; `size_bytes` counts key and value."""

    key: str
    value: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that was asked for was not done, or not all: `key` names a text `report.<key>`."""

    key: str
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """An area in CSS pixels of the phone's screen."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageFrame:
    """Where the visible page lies on the phone's screen."""

    page_id: int
    box: Box


class Records(Protocol):
    """Every message between host, logic process and view, as records."""

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """From now on `subscriber` gets what comes; calling the result ends that."""


class Values(Protocol):
    """The program's JavaScript values."""

    def evaluate(
        self, code: str, done: Callable[[Evaluation], None], *, chosen: Sequence[int] = (), keeps: bool = False
    ) -> None:
        """Runs source text that a user has typed, in the visible page; `$0` in it is the node `chosen` (a `Ref`), `$_`
        what was evaluated last with `keeps`."""

    def store(self, object_id: int, done: Callable[[str, str], None]) -> None:
        """Makes a value that a preview named a global variable; `done` gets its name, or an empty text and why not."""

    def write(self, object_id: int, done: Callable[[str, str], None]) -> None:
        """A value that a preview named as JSON text; `done` gets it, or an empty text and why not."""

    def members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        """A hundred members, from `start` on, of a value that a preview named."""

    def names(self, chain: str, prefix: str, done: Callable[[Sequence[str]], None]) -> None:
        """The names of members that begin with `prefix`; `chain` is the way to the value, as in `page.data.list[0]`."""


class Pages(Protocol):
    """Pages and components: their trees and their data."""

    def opened(self) -> Sequence[OpenPage]:
        """The page stack, bottom first."""

    def tree(self, done: Callable[[Sequence[Any] | None], None]) -> None:
        """The visible page: texts, and nodes `{tag, attr, children, ref, file, line, is?}`."""

    def components(self, page_id: int, done: Callable[[Sequence[Component]], None]) -> None:
        """The components of a page, in the order of the tree."""

    def data(self, owner: DataOwner, done: Callable[[Preview | None], None]) -> None:
        """The data of a page (0: the visible one) or component."""

    def node(self, ref: Ref, done: Callable[[NodeFacts | None], None]) -> None:
        """What an element of the visible page carries and sees."""

    @property
    def chosen(self) -> Ref | None:
        """The element of the visible page that the user has chosen last: $0 of the console."""

    def choose(self, ref: Ref | None) -> None:
        """The user has chosen an element, or none."""

    def handler(self, owner_path: str, name: str) -> tuple[str, int, int] | None:
        """Where a page or component declares a method: file, line and column from 1."""

    def set_data(self, owner: DataOwner, key: str, json_text: str, done: Callable[[str], None]) -> None:
        """Sets a value by its key as `setData` takes it; `done` gets the error, or an empty text."""


class Storage(Protocol):
    """What the program has put into wx.setStorage. Answers at once; the program may be writing to it meanwhile."""

    complained: Signal[Complaint]

    @property
    def limit_bytes(self) -> int:
        """How much fits."""

    def entries(self) -> Sequence[StoredEntry]:
        """All entries, in the order in which they were written."""

    def write(self, values: Mapping[str, str]) -> bool:
        """Sets JSON values by key; whether that was done."""

    def remove(self, keys: Sequence[str]) -> bool:
        """Removes entries; whether that was done."""

    def clear(self) -> bool:
        """Removes every entry; whether that was done."""


class Pointing(Protocol):
    """Who hears where the user points on the phone, in CSS pixels of its screen."""

    def pointed(self, x: float, y: float) -> None:
        """The mouse is over this point."""

    def picked(self, x: float, y: float) -> None:
        """This point was clicked."""

    def left(self) -> None:
        """The user has had enough of it, or has picked."""


class Phone(Protocol):
    """One simulated phone on which the program is shown."""

    def measure(self, ref: Ref, styles: Sequence[str], done: Callable[[Mapping[str, Any] | None], None]) -> None:
        """Place and size of an element in the visible page (`left`, `top`, `width`, `height`), and computed styles."""

    def frame(self, done: Callable[[PageFrame | None], None]) -> None:
        """Where the visible page lies."""

    def element_at(self, x: float, y: float, done: Callable[[Ref | None], None]) -> None:
        """The element at a point of the screen."""

    def mark(self, boxes: Sequence[Box], label: str = "") -> None:
        """Marks an element on the screen: its margin, border, padding and content, from the outside in; none takes the
        mark away."""

    def start_pointing(self, hears: Pointing) -> None:
        """Until `stop_pointing` the mouse points at elements and does not touch them."""

    def stop_pointing(self) -> None:
        """The mouse is a finger again."""


class Styles(Protocol):
    """How elements of the visible page are styled. What is tried out holds until it is taken back by None, or until
    the source says otherwise; the program does not hear of it."""

    @property
    def properties(self) -> Mapping[str, Sequence[str]]:
        """The properties that a style may have, with the words that each may be."""

    def of(self, ref: Ref, done: Callable[[ElementStyles | None], None]) -> None:
        """The rules of an element with their places in the source, its computed style and its box."""

    def sheet_of(self, owner_path: str) -> str | None:
        """The style file of a page or component, if it has one."""

    def try_rule(self, sheet: str, number: int, body: str | None) -> None:
        """Other declarations in a rule (`ShownRule.sheet` and `.number`)."""

    def try_inline(self, ref: Ref, style: str | None) -> None:
        """Another inline style of an element."""

    def try_classes(self, ref: Ref, classes: str | None) -> None:
        """Other classes of an element, as its template would have them."""

    def force(self, ref: Ref, states: Sequence[PseudoClass]) -> None:
        """Shows an element in these states and no others."""

    def reveal(self, ref: Ref) -> None:
        """Scrolls an element into view."""


class Network(Protocol):
    """What passes over the network, and to the phone's view as a file; and how good the network is."""

    def subscribe(self, subscriber: Callable[[Exchange], None]) -> Callable[[], None]:
        """From now on `subscriber` gets every new state of an exchange; calling the result ends that."""

    def exchanges(self) -> Sequence[Exchange]:
        """All that are kept, in the order of their beginning."""

    def frames(self, number: int) -> Sequence[Frame]:
        """The newest messages of a socket."""

    def body(self, body: Body) -> bytes | None:
        """What is kept of a body; None if it is gone."""

    def clear(self) -> None:
        """Forgets all of it."""

    def replay(self, exchange: Exchange) -> str:
        """Sends it once more; why it cannot be done (`socket`, `no-body`, `gone`), or an empty text."""

    @property
    def conditions(self) -> ConditionsName:
        """How good the network is."""

    def set_conditions(self, name: ConditionsName) -> None:
        """Makes it better or worse."""

    @property
    def blocked(self) -> Sequence[str]:
        """Patterns of addresses that are out of reach: a part of one, `*` for any text."""

    def block(self, patterns: Sequence[str]) -> None:
        """These and no others are out of reach from now on."""


class World(WorldValues, Protocol):
    """What is around the program: the phone as its user has set it, and the simulated user."""

    @property
    def held(self) -> Orientation:
        """Which way up the user holds the phone."""

    @property
    def orientation(self) -> Orientation:
        """Which way up the page on top is shown: as the phone is held, or as the page wants it."""

    def rotate(self) -> None:
        """Portrait to landscape and back."""

    def set_font_size(self, size_px: int) -> None:
        """The font size that the phone's user has chosen (16 is normal)."""

    def set_theme(self, theme: Literal["light", "dark"]) -> None:
        """The phone's own colour scheme."""

    @property
    def language(self) -> str:
        """The language that the phone is set to (`zh_CN`): its menus, and what a program is told."""

    def set_language(self, language: str) -> None:
        """Sets the phone to another language."""


class DevTools(Protocol):
    """The program's server of the Chrome DevTools Protocol."""

    def address(self) -> str:
        """Where a client connects, token and all; it listens from now on. Empty if it cannot."""


class Updates(Protocol):
    """Calls of setData. While they are watched, each is a record with the code `set-data`."""

    def watch(self, who: str, *, is_on: bool) -> None:
        """`who` (a panel's name) wants to hear of them, or no longer: from now on, and from the first call of each
        later start."""


class DebugTarget(Protocol):
    """One running program, by its sides."""

    @property
    def records(self) -> Records: ...
    @property
    def values(self) -> Values: ...
    @property
    def pages(self) -> Pages: ...
    @property
    def storage(self) -> Storage: ...
    @property
    def phones(self) -> Sequence[Phone]:
        """At least one; the first is the one in the window."""

    @property
    def styles(self) -> Styles: ...
    @property
    def network(self) -> Network: ...
    @property
    def updates(self) -> Updates: ...
    @property
    def world(self) -> World: ...
    @property
    def devices(self) -> Devices: ...
    @property
    def debugger(self) -> Debugger:
        """Breakpoints, pauses and steps."""

    @property
    def devtools(self) -> DevTools: ...
    @property
    def mocks(self) -> MockRules: ...

    @property
    def audits(self) -> Audits: ...

    @property
    def measures(self) -> Measures: ...

    @property
    def sources(self) -> Sources: ...

    @property
    def cloud(self) -> Cloud: ...
    @property
    def user_tests(self) -> UserTests: ...
