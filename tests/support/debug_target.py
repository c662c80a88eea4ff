"""A debug target that runs nothing: it answers what a test has laid down and notes what it was asked.

Answers come at once; while `holds` is set they wait in `held`, as those of a program do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from ide.models.appearance import Appearance
from ide.models.debug_session import DebugSession, KeptDebugging
from ide.models.debug_target import (
    Box,
    Complaint,
    Component,
    DataOwner,
    NodeFacts,
    OpenPage,
    Orientation,
    PageFrame,
    Pointing,
    Ref,
    StoredEntry,
)
from ide.models.panel_presenter import PanelDesk
from ide.models.problems import Problems
from ide.models.project_files import NoFiles, ProjectFiles
from ide.models.question import Question
from ide.models.signal import Signal
from runtime.world.world import new_world
from simulator.bridge.preview import Preview, preview_of_json
from simulator.bridge.record import Record
from simulator.bridge.recorder import Subscriber
from simulator.debug.debugger import Evaluation
from simulator.traffic.conditions import ConditionsName
from simulator.traffic.exchange import Body, Exchange, Frame
from tests.support.debugger import FakeDebugger
from tests.support.devices import FakeDevices
from tests.support.element_styles import FakeStyles
from tests.support.fake_cloud import FakeCloud
from tests.support.fake_user_tests import FakeUserTests
from tests.support.mock_rules import FakeMocks
from tests.support.whole_project import FakeAudits, FakeMeasures, FakeSources

Done = Callable[[Any], None]


class FakeRecords:
    """Passes on what a test lets happen."""

    def __init__(self) -> None:
        self.subscribers: list[Subscriber] = []

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        self.subscribers.append(subscriber)
        return lambda: self.subscribers.remove(subscriber)

    def pass_on(self, *records: Record) -> None:
        for subscriber in tuple(self.subscribers):
            subscriber(records)


class FakeValues:
    """`member_lists` by object and start; evaluations wait in `evaluated` for a test to answer them."""

    def __init__(self) -> None:
        self.evaluated: list[tuple[str, Callable[[Evaluation], None]]] = []
        self.asked: list[tuple[int, int]] = []
        self.member_lists: dict[tuple[int, int], Preview] = {}
        self.holds_members = False
        self.held: list[Callable[[Preview | None], None]] = []
        self.names_of: dict[str, Sequence[str]] = {}
        self.texts: dict[int, tuple[str, str]] = {}
        self.chosen: tuple[int, ...] = ()
        self.keeps = False

    def evaluate(
        self, code: str, done: Callable[[Evaluation], None], *, chosen: Sequence[int] = (), keeps: bool = False
    ) -> None:
        self.evaluated.append((code, done))
        self.chosen, self.keeps = tuple(chosen), keeps

    def store(self, object_id: int, done: Callable[[str, str], None]) -> None:
        done(*self.texts.get(object_id, ("", "gone")))

    def write(self, object_id: int, done: Callable[[str, str], None]) -> None:
        done(*self.texts.get(object_id, ("", "gone")))

    def members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        self.asked.append((object_id, start))
        if self.holds_members:
            self.held.append(done)
        else:
            done(self.member_lists.get((object_id, start)))

    def names(self, chain: str, prefix: str, done: Callable[[Sequence[str]], None]) -> None:
        done([name for name in self.names_of.get(chain, ()) if name.startswith(prefix)])


class FakePages:
    """Pages numbered from 1 by name, with their data; `nodes` is the tree of the visible one."""

    def __init__(self, **pages: Any) -> None:
        self.paths = list(pages)
        self.previews = {DataOwner(number): preview_of_json(data, 3) for number, data in enumerate(pages.values(), 1)}
        self.found: list[Component] = []
        self.nodes: Sequence[Any] | None = ()
        self.chosen: Ref | None = None
        self.facts: dict[Ref, NodeFacts] = {}
        self.handlers: dict[tuple[str, str], tuple[str, int, int]] = {}
        self.assigned: list[tuple[DataOwner, str, str]] = []
        self.refusal = ""
        self.asked: list[DataOwner] = []
        self.holds = False
        self.held: list[Callable[[], None]] = []

    def opened(self) -> Sequence[OpenPage]:
        return [OpenPage(number, path) for number, path in enumerate(self.paths, 1)]

    def tree(self, done: Callable[[Sequence[Any] | None], None]) -> None:
        self._answer(lambda: done(self.nodes))

    def components(self, page_id: int, done: Callable[[Sequence[Component]], None]) -> None:
        done([one for one in self.found if one.owner.page_id == page_id])

    def data(self, owner: DataOwner, done: Callable[[Preview | None], None]) -> None:
        self.asked.append(owner)
        self._answer(lambda: done(self.previews.get(owner)))

    def node(self, ref: Ref, done: Callable[[NodeFacts | None], None]) -> None:
        self._answer(lambda: done(self.facts.get(ref)))

    def choose(self, ref: Ref | None) -> None:
        self.chosen = ref

    def handler(self, owner_path: str, name: str) -> tuple[str, int, int] | None:
        return self.handlers.get((owner_path, name))

    def set_data(self, owner: DataOwner, key: str, json_text: str, done: Callable[[str], None]) -> None:
        self.assigned.append((owner, key, json_text))
        done(self.refusal)

    def _answer(self, answer: Callable[[], None]) -> None:
        if self.holds:
            self.held.append(answer)
        else:
            answer()


class FakeStorage:
    """A dictionary."""

    limit_bytes = 10 * 1024**2

    def __init__(self) -> None:
        self.complained: Signal[Complaint] = Signal()
        self.values: dict[str, str] = {}

    def entries(self) -> Sequence[StoredEntry]:
        return [StoredEntry(key, value, len(key.encode()) + len(value.encode())) for key, value in self.values.items()]

    def write(self, values: Mapping[str, str]) -> bool:
        self.values |= values
        return True

    def remove(self, keys: Sequence[str]) -> bool:
        self.values = {key: value for key, value in self.values.items() if key not in keys}
        return True

    def clear(self) -> bool:
        self.values = {}
        return True


class FakePhone:
    """Every element measures the same; the element at any point is `found`."""

    def __init__(self) -> None:
        self.marks: list[tuple[Sequence[Box], str]] = []
        self.styles: dict[str, str] = {}
        self.found: Ref | None = None
        self.hears: Pointing | None = None

    def measure(self, ref: Ref, styles: Sequence[str], done: Callable[[Mapping[str, Any] | None], None]) -> None:
        done({"left": 10, "top": 20, "width": 100, "height": 40.04, **self.styles})

    def frame(self, done: Callable[[PageFrame | None], None]) -> None:
        done(PageFrame(1, Box(0, 88, 375, 600)))

    def element_at(self, x: float, y: float, done: Callable[[Ref | None], None]) -> None:
        done(self.found)

    def mark(self, boxes: Sequence[Box], label: str = "") -> None:
        self.marks.append((boxes, label))

    def start_pointing(self, hears: Pointing) -> None:
        self.hears = hears

    def stop_pointing(self) -> None:
        self.hears = None


class FakeNetwork:
    """Exchanges that a test lets happen; bodies by their place."""

    def __init__(self) -> None:
        self.subscribers: list[Callable[[Exchange], None]] = []
        self.kept: dict[int, Exchange] = {}
        self.messages: dict[int, list[Frame]] = {}
        self.bodies: list[bytes | None] = []
        self.replayed: list[int] = []
        self.refusal = ""
        self.conditions: ConditionsName = "online"
        self.blocked: Sequence[str] = ()

    def happen(self, *exchanges: Exchange) -> None:
        """New states of exchanges."""
        for exchange in exchanges:
            self.kept[exchange.number] = exchange
            for subscriber in tuple(self.subscribers):
                subscriber(exchange)

    def keep(self, content: bytes | None, size_bytes: int | None = None) -> Body:
        """A body; None: gone by now."""
        self.bodies.append(content)
        kept = len(content or b"?")
        return Body(kept if size_bytes is None else size_bytes, kept, len(self.bodies) - 1)

    def subscribe(self, subscriber: Callable[[Exchange], None]) -> Callable[[], None]:
        self.subscribers.append(subscriber)
        return lambda: self.subscribers.remove(subscriber)

    def exchanges(self) -> Sequence[Exchange]:
        return list(self.kept.values())

    def frames(self, number: int) -> Sequence[Frame]:
        return self.messages.get(number, ())

    def body(self, body: Body) -> bytes | None:
        return self.bodies[body.place]

    def clear(self) -> None:
        self.kept.clear()

    def replay(self, exchange: Exchange) -> str:
        self.replayed.append(exchange.number)
        return self.refusal

    def set_conditions(self, name: ConditionsName) -> None:
        self.conditions = name

    def block(self, patterns: Sequence[str]) -> None:
        self.blocked = tuple(patterns)


class FakeWorld:
    """A phone and a user; `calls` holds the wishes in order."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.held: Orientation = "portrait"
        self.orientation: Orientation = "portrait"
        self.language = "zh_CN"
        self.values = new_world()
        self.favourites: Sequence[str] = ("network.type", "memory.warning")
        self.is_playing = self.is_recording = False
        self.problem = ""

    def rotate(self) -> None:
        self.held = self.orientation = "landscape" if self.held == "portrait" else "portrait"
        self.calls.append(("rotate",))

    def set_font_size(self, size_px: int) -> None:
        self.calls.append(("set_font_size", size_px))

    def set_theme(self, theme: Literal["light", "dark"]) -> None:
        self.calls.append(("set_theme", theme))

    def set_language(self, language: str) -> None:
        self.language = language

    def keep_favourites(self, names: Sequence[str]) -> None:
        self.favourites = tuple(names)

    def play(self, path: Path) -> str:
        self.calls.append(("play", path))
        self.is_playing = not self.problem
        return self.problem

    def stop(self) -> None:
        self.is_playing = False

    def record(self) -> None:
        self.is_recording = True

    def recorded(self) -> str:
        self.is_recording = False
        return "{}"


class FakeDevTools:
    """Implements `ide.models.debug_target.DevTools`. `asked` counts."""

    def __init__(self) -> None:
        self.listens_at = "ws://127.0.0.1:1/token"
        self.asked = 0

    def address(self) -> str:
        self.asked += 1
        return self.listens_at


class FakeUpdates:
    """Whether somebody watches."""

    def __init__(self) -> None:
        self.watching: set[str] = set()

    @property
    def is_on(self) -> bool:
        return bool(self.watching)

    def watch(self, who: str, *, is_on: bool) -> None:
        (self.watching.add if is_on else self.watching.discard)(who)


class FakeTarget:
    """Implements `ide.models.debug_target.DebugTarget`. `pages` are those of `FakePages`."""

    def __init__(self, **pages: Any) -> None:
        self.records = FakeRecords()
        self.values = FakeValues()
        self.pages = FakePages(**pages)
        self.storage = FakeStorage()
        self.phone = FakePhone()
        self.phones = (self.phone,)
        self.styles = FakeStyles()
        self.network = FakeNetwork()
        self.updates = FakeUpdates()
        self.world = FakeWorld()
        self.devices = FakeDevices()
        self.devtools = FakeDevTools()
        self.mocks = FakeMocks()
        self.audits = FakeAudits()
        self.measures = FakeMeasures()
        self.sources = FakeSources()
        self.cloud = FakeCloud()
        self.user_tests = FakeUserTests()
        self.debugger = FakeDebugger()


class FakeDesk:
    """A target with a desk around it: `said` and `opened` are what panels have told the window."""

    def __init__(self, target: FakeTarget | None = None, files: ProjectFiles | None = None) -> None:
        self.target = target or FakeTarget()
        self.files = files or NoFiles()
        self.appearance = Appearance("dark", "en")
        self.problems = Problems()
        self.said: list[str] = []
        self.questions: list[tuple[Question, Callable[[str], None]]] = []
        self.opened: list[tuple[str, int, int]] = []
        self.debugging = DebugSession(self.target.debugger, KeptDebugging())

    @property
    def panel_desk(self) -> PanelDesk:
        return PanelDesk(
            self.target,
            self.debugging,
            self.problems,
            self.appearance,
            lambda *place: self.opened.append(place),
            self.said.append,
            self.files,
            lambda question, answered: self.questions.append((question, answered)),
        )


def launched(sequence: int = 1) -> Record:
    """The record of a launch."""
    return Record(sequence, 1e12, "notice", "launch", code="launch")


def record(kind: Literal["log", "bridge", "api"], title: str, **fields: Any) -> Record:
    """A record of its own."""
    return msgspec.structs.replace(Record(2, 1e12, kind, title), **fields)
