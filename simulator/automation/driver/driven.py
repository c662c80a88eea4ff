"""A running program as a driver sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QImage

from simulator.bridge.recorder import Recorder
from simulator.debug.debugger import Debugger
from simulator.device import Device
from simulator.running.logic_questions import LogicQuestions
from simulator.running.navigation import Navigation
from simulator.running.phone_questions import PhoneQuestions
from simulator.session.routes import Page
from simulator.session.session import Session

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Screen(Protocol):
    """The phone, as far as pictures of it go."""

    def capture(self, done: Callable[[QImage], None], ratio: float = 1.0) -> None: ...


class DrivenProgram(Protocol):
    """What is needed of it."""

    @property
    def build(self) -> BuildResult | None: ...
    @property
    def state(self) -> str: ...
    @property
    def state_changed(self) -> SignalInstance: ...
    @property
    def painted(self) -> SignalInstance: ...
    @property
    def page_shown(self) -> SignalInstance: ...
    @property
    def page(self) -> Page | None: ...
    @property
    def debugger(self) -> Debugger: ...
    @property
    def device(self) -> Device: ...
    @property
    def phone(self) -> Screen: ...
    @property
    def first_render_ms(self) -> Mapping[int, float]: ...

    session: Session
    recorder: Recorder
    navigation: Navigation
    logic_questions: LogicQuestions
    phone_questions: PhoneQuestions

    def restart(self, *, keep_stack: bool) -> None: ...
