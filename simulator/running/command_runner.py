"""Does what the session has decided, command by command. Decides nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from runtime.protocol import shell, view
from simulator.running.dead_ends import DeadEnds
from simulator.running.held_phone import HeldPhone
from simulator.running.leaving import Leaving
from simulator.running.sharing import Sharing
from simulator.running.wire import Wire
from simulator.session.commands import (
    Command,
    GoesRound,
    KeyHeard,
    Leave,
    OpenTypeAction,
    PageMissing,
    PageNeeded,
    PageOpening,
    PageShown,
    PageTurned,
    Restart,
    SettingsWish,
    ShareWish,
    ToLogic,
    ToView,
)
from simulator.session.routes import Page


@dataclass(frozen=True, slots=True)
class CommandRunner:
    """For one program. `stop` ends the logic process, `leave` goes to the background, `act` takes what an element of a
    page asks for, `settings` shows what the program is allowed, `key` takes a key of the computer, `shown` hears which
    page is on top, `need` has a page compiled."""

    wire: Wire
    held: HeldPhone
    dead_ends: DeadEnds
    sharing: Sharing
    leaving: Leaving
    stop: Callable[[], None]
    leave: Callable[[], None]
    act: Callable[[int, Mapping[str, Any]], None]
    settings: Callable[[], None]
    key: Callable[[shell.KeyTouched], None]
    shown: Callable[[Page], None]
    need: Callable[[str], None]

    def run(self, commands: Iterable[Command]) -> None:
        """Carries them out in order."""
        for command in commands:
            self._carry_out(command)

    def _carry_out(self, command: Command) -> None:
        match command:
            case ToLogic(message):
                self.wire.send_to_logic(message)
            case ToView(message):
                self.wire.send_to_view(message)
                if isinstance(message, view.ShowPages):
                    for page_id in message.closed:
                        self.wire.activity.page_closed(page_id)
            case PageMissing(path):
                self.dead_ends.page_missing(path)
            case PageOpening(page):
                self.held.page_opens(page)
            case PageTurned():
                self.held.page_turned()
            case GoesRound(paths):
                self.stop()
                self.dead_ends.goes_round(paths)
            case PageShown(page):
                self.dead_ends.page_shown()
                self.shown(page)
            case PageNeeded(path):
                self.need(path)
            case Restart(keep_stack):
                self.leaving.restart(keep_stack=keep_stack)
            case Leave():
                self.leave()
            case OpenTypeAction(page_id, event):
                self.act(page_id, event)
            case ShareWish(offer):
                self.sharing.carry_out(offer)
            case SettingsWish():
                self.settings()
            case KeyHeard(touched):
                self.key(touched)
            case _:
                assert_never(command)
