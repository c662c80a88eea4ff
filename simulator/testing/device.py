"""The phone under test: its model, how it is held, its theme, language and font."""

from __future__ import annotations

from typing import Any, Literal

from simulator.device import UnknownDevice, find_device
from simulator.device.device import Device
from simulator.testing.failure import TestFailure
from simulator.testing.run import Run

__tracebackhide__ = True


class DeviceControl:
    """Changes hold for this test."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._first = run.program.device

    @property
    def model(self) -> str:
        """The model's name, for example "iPhone X"."""
        return self._now.name

    @property
    def width(self) -> int:
        """px of the screen as it is held."""
        return self._now.width

    @property
    def height(self) -> int:
        """px of the screen as it is held."""
        return self._now.height

    @property
    def theme(self) -> str:
        """`light` or `dark`."""
        return self._now.theme

    @property
    def orientation(self) -> str:
        """`portrait` or `landscape`."""
        return self._now.orientation

    def use(self, model: str) -> None:
        """Another model, by name."""
        try:
            self._run.program.held_phone.use(find_device(self._run.program.held_phone.models, model))
        except UnknownDevice as error:
            raise TestFailure(str(error)) from None

    def change(
        self,
        *,
        theme: Literal["light", "dark"] | None = None,
        language: str | None = None,
        font_size: int | None = None,
    ) -> None:
        """Settings of the phone; what is not named stays."""
        given: dict[str, Any] = {"theme": theme, "language": language, "font_size": font_size}
        self._run.program.held_phone.change(**{name: value for name, value in given.items() if value is not None})

    def rotate(self) -> None:
        """Turns it by a quarter."""
        self._run.program.held_phone.rotate()

    def reset(self) -> None:
        """As at the beginning."""
        held = self._run.program.held_phone
        held.held = "portrait"
        if self._now != self._first:
            held.use(self._first)

    @property
    def _now(self) -> Device:
        return self._run.program.device
