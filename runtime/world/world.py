"""The world of one program: its values now, and the one way to change them, whichever door a change comes by.

Every change is checked, told to all who listen, and fires the device sources whose payload it makes another one. Saving
is left to whoever keeps the project's state (`kept`), firing to whoever carries calls out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from runtime.world import groups
from runtime.world.state import State
from runtime.world.world_list import WorldList, groups_in

Door = Literal["panel", "phone", "console", "scenario", "command", "automation", "program", "file"]
"""Who sets a value. `phone`: the person at it, who answers a question; `program`: a call of the running program
(`setScreenBrightness`); `file`: the project's state was edited on the disk."""
KEEPS: frozenset[Door] = frozenset({"panel", "phone", "file"})
"""What comes by these doors is saved with the project."""


@dataclass(frozen=True, slots=True)
class Firing:
    """A source of device events is fired, with what its listeners get."""

    source: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Happening:
    """Values have changed (`before` and `after`, by name), or an event took place (`event`, `detail`); or neither, and
    sources fire as they do again and again."""

    door: Door
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    event: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
    fires: tuple[Firing, ...] = ()

    @property
    def is_sample(self) -> bool:
        """Whether nothing has changed."""
        return not (self.event or self.after or self.before) and bool(self.fires)


Hear = Callable[[Happening], object]


class World:
    """All methods that change it raise `WorldError` for a name that is none or a value that is not allowed, and have
    then changed nothing."""

    def __init__(self, known: WorldList, kept: Mapping[str, Any] | None = None) -> None:
        self.known = known
        self.state = State(known.defaults, {name: known.checked(name, one) for name, one in (kept or {}).items()})
        self._hear: list[Hear] = []
        # What the running program has set, and what was played before.
        self._set_by_program: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """A value as it is now."""
        self.known.value(name)
        return self.state[name]

    def members(self, subject: str) -> Mapping[str, Any]:
        """The values of a subject by their member names: of `place` the `latitude`, the `longitude` …"""
        return self.state.members(subject)

    def subscribe(self, hear: Hear) -> Callable[[], None]:
        """Tells `hear` of everything from now on; the result ends that."""
        self._hear.append(hear)
        return lambda: self._hear.remove(hear)

    def set(self, name: str, value: Any, door: Door) -> None:
        """Sets one value."""
        self.set_all({name: value}, door)

    def set_all(self, values: Mapping[str, Any], door: Door) -> None:
        """Sets several at once: a source that several of them fire is fired once."""
        checked = {name: self.known.checked(name, value) for name, value in values.items()}
        for name in checked:
            if door != "program":
                self._set_by_program.pop(name, None)
            elif self.known.values[name].ends_with_program:
                self._set_by_program.setdefault(name, self.state.played.get(name))
        self._become(self.state.keeping(checked) if door in KEEPS else self.state.playing(checked), door)

    def program_ended(self) -> None:
        """What only the program has set is as it was before."""
        ended, self._set_by_program = self._set_by_program, {}
        before = {name: value for name, value in ended.items() if value is not None}
        played = {name: value for name, value in self.state.played.items() if name not in ended}
        self._become(State(self.known.defaults, self.state.kept, {**played, **before}), "program")

    def reset(self, names: Iterable[str], door: Door) -> None:
        """These are as a new project has them; by a door that keeps nothing, for this run."""
        usual = {name: self.known.value(name).default for name in names}
        for name in usual:
            self._set_by_program.pop(name, None)
        self._become(self.state.reset(usual) if door in KEEPS else self.state.playing(usual), door)

    def replace_kept(self, kept: Mapping[str, Any]) -> None:
        """The project's state says something else now than it did; what is only played stays."""
        checked = {name: self.known.checked(name, value) for name, value in kept.items()}
        self._become(State(self.known.defaults, checked, self.state.played), "file")

    def fire(self, name: str, detail: Mapping[str, Any], door: Door) -> None:
        """An event takes place."""
        event = self.known.event(name)
        whole = self.known.details(name, detail)
        firing = tuple(Firing(source, whole) for source in event.fires)
        self._tell(Happening(door, event=name, detail=whole, fires=firing))

    def payload(self, source: str) -> Mapping[str, Any]:
        """What the listeners of a source would get now."""
        return self.known.payloads[source](self.state)

    def sample(self, source: str) -> None:
        """A sensor that is switched on tells its listeners once more."""
        self.tell(source, self.payload(source))

    def tell(self, source: str, payload: Mapping[str, Any]) -> None:
        """The listeners of a source hear something that is no change: what the program has asked for."""
        self._tell(Happening("program", fires=(Firing(source, payload),)))

    def _become(self, state: State, door: Door) -> None:
        before, self.state = self.state, state
        names = {*before.kept, *before.played, *state.kept, *state.played}
        changed = [name for name in self.known.values if name in names and before[name] != state[name]]
        if changed or before.kept != state.kept:
            sources = dict.fromkeys(source for name in changed for source in self.known.values[name].fires)
            told = (source for source in sources if source not in self.known.sampled)
            fires = tuple(firing for source in told if (firing := self._firing(source, before)))
            self._tell(
                Happening(
                    door, {name: before[name] for name in changed}, {name: state[name] for name in changed}, fires=fires
                )
            )

    def _firing(self, source: str, before: State) -> Firing | None:
        payload = self.known.payloads[source]
        now = payload(self.state)
        return Firing(source, now) if now != payload(before) else None

    def _tell(self, happening: Happening) -> None:
        for hear in tuple(self._hear):
            hear(happening)


def known_world() -> WorldList:
    """All that is declared."""
    return WorldList(groups_in(groups))


def new_world() -> World:
    """As a new project has it."""
    return World(known_world())
