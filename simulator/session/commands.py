"""What the session asks its host to do."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.protocol import logic, view
from simulator.session.routes import Page


@dataclass(frozen=True, slots=True)
class ToLogic:
    """Send to the logic process."""

    message: logic.HostToLogic


@dataclass(frozen=True, slots=True)
class ToView:
    """Send to the phone view."""

    message: view.HostToView


@dataclass(frozen=True, slots=True)
class PageShown:
    """Another page is the visible one."""

    page: Page


@dataclass(frozen=True, slots=True)
class Restart:
    """Start the program again, as the user asked on the phone. `keep_stack`: open the same pages again."""

    keep_stack: bool


Command = ToLogic | ToView | PageShown | Restart
