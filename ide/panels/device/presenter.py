"""What Device does, without Qt: shows world values in sections, changes them, fires events, plays and records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.texts import Texts
from ide.models.world_rows import FAVOURITES, Section, sections
from runtime.world.declared import WorldValue
from runtime.world.groups.motion import held
from runtime.world.kinds import WrongValue
from runtime.world.world import Happening
from runtime.world.world_list import WorldError


class DeviceView(Protocol):
    """What the presenter asks of the widget."""

    def show_sections(self, shown: Sequence[Section]) -> None: ...
    def show_values(self) -> None: ...
    def stirred(self) -> None: ...


class DevicePresenter(PanelPresenter[DeviceView]):
    """The world of one program."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self._world = desk.target.world
        self.values = self._world.values
        self.needle = ""
        self.opened: set[str] = {FAVOURITES}
        self.details: dict[str, dict[str, Any]] = {}
        self._forget = self.values.subscribe(self._happened)

    @property
    def texts(self) -> Texts:
        """The words, in the present language."""
        return self._desk.appearance.texts

    @property
    def favourites(self) -> Sequence[str]:
        """Names, in the order in which they are shown."""
        return self._world.favourites

    @property
    def is_playing(self) -> bool:
        """Whether a scenario is under way."""
        return self._world.is_playing

    @property
    def is_recording(self) -> bool:
        """Whether what happens is recorded."""
        return self._world.is_recording

    # ------------------------------------------------------------ what is shown

    def sections(self) -> list[Section]:
        """All that may be shown now; rows of a closed section are not."""
        return sections(self.values.known, self.texts, self.favourites, self.needle)

    def is_open(self, key: str) -> bool:
        """Whether a section shows its rows: a search opens all."""
        return bool(self.needle) or key in self.opened

    def toggle(self, key: str) -> None:
        """Opens or closes a section."""
        self.opened ^= {key}
        self._show()

    def filter(self, needle: str) -> None:
        """Shows what is found alone."""
        self.needle = needle.strip()
        self._show()

    def like(self, name: str, *, is_liked: bool) -> None:
        """Puts a row among the favourites, or takes it out."""
        others = [one for one in self.favourites if one != name]
        self._world.keep_favourites([*others, name] if is_liked else others)
        self._show()

    def is_changed(self, name: str) -> bool:
        """Whether a value is another one than a new project has."""
        return bool(self.values[name] != self.values.known.defaults[name])

    def refresh(self) -> None:
        """The values as they are now."""
        self._tell(lambda view: view.show_values())

    def lines(self) -> list[str]:
        """Values that are other than usual, or without such the number of all."""
        changed = [name for name in self.values.known.values if self.is_changed(name)]
        return [f"{name} = {self.values[name]!r}" for name in changed] or [f"{len(self.values.known.values)} values"]

    # ------------------------------------------------------------ what is done

    def set(self, name: str, value: Any) -> bool:
        """Sets a value; whether it is allowed. If not, the user is told what is."""
        try:
            self.values.set(name, value, "panel")
        except WorldError:
            self._desk.say(self.texts("device.wrong", name=name, what=self._should_be(name)))
            return False
        return True

    def set_text(self, name: str, text: str) -> bool:
        """Sets a value that was typed, as of `set`."""
        value = self.values.known.values[name]
        try:
            return self.set(name, value.kind.read(text))
        except WrongValue:
            self._desk.say(self.texts("device.wrong", name=name, what=self._should_be(name)))
            return False

    def reset(self, name: str) -> None:
        """As a new project has it."""
        self.values.reset([name], "panel")

    def reset_all(self) -> None:
        """Everything."""
        self.values.reset(self.values.known.values, "panel")

    def set_detail(self, name: str, detail: str, value: Any) -> bool:
        """What is said of an event from now on, of its kind."""
        self.details.setdefault(name, {})[detail] = value
        return True

    def fire(self, name: str) -> None:
        """An event takes place, with its usual details or those that the user has chosen."""
        try:
            self.values.fire(name, self.details.get(name, {}), "panel")
        except WorldError as error:
            self._desk.say(str(error))

    def tilt(self, beta: float, gamma: float) -> None:
        """The phone is held so, in degrees."""
        alpha = self.values["motion.alpha"]
        bounded = held(alpha, max(-180.0, min(180.0, beta)), max(-90.0, min(90.0, gamma)))
        self.values.set_all(bounded, "panel")

    def move(self, latitude: float, longitude: float) -> None:
        """The phone is there, in degrees."""
        self.values.set_all({"place.latitude": latitude, "place.longitude": longitude}, "panel")

    def play(self, path: Path) -> None:
        """Plays a scenario file; what is wrong with it is told."""
        problem = self._world.play(path)
        if problem:
            self._desk.say(problem)
        self.refresh()

    def stop(self) -> None:
        """Ends the scenario; what it has set stays."""
        self._world.stop()
        self.refresh()

    def record(self) -> None:
        """From now on what happens is recorded."""
        self._world.record()
        self.refresh()

    def save_recording(self, path: Path | None) -> None:
        """Ends the recording and writes it into a file; None throws it away."""
        text = self._world.recorded()
        if path is not None:
            try:
                path.write_text(text, "utf-8")
            except OSError as error:
                self._report("not_saved", file=str(path), detail=error.strerror or str(error))
            else:
                self._report("copy_saved", file=str(path))
        self.refresh()

    def close(self) -> None:
        """The project is closed."""
        self._forget()
        super().close()

    # ------------------------------------------------------------ within

    def _happened(self, happening: Happening) -> None:
        if self.is_seen and not happening.is_sample:
            self._tell(lambda view: view.stirred())

    def _show(self) -> None:
        shown = self.sections()
        self._tell(lambda view: view.show_sections(shown))

    def _should_be(self, name: str) -> str:
        value: WorldValue = self.values.known.values[name]
        return value.kind.should_be
