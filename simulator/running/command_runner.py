"""Does what the session has decided, command by command. Decides nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from runtime.protocol import view
from simulator.session.commands import (
    Command,
    GoesRound,
    Leave,
    OpenTypeAction,
    PageMissing,
    PageOpening,
    PageShown,
    PageTurned,
    Restart,
    ShareWish,
    ToLogic,
    ToView,
)

if TYPE_CHECKING:
    from simulator.running.held_phone import HeldPhone
    from simulator.running.open_type_actions import OpenTypeActions
    from simulator.running.program import Program
    from simulator.running.recovery import Recovery


class CommandRunner:
    """For one program. `open_type_actions` is there once the program has started."""

    def __init__(self, program: Program, held: HeldPhone, recovery: Recovery) -> None:
        self.open_type_actions: OpenTypeActions | None = None
        self._program = program
        self._held = held
        self._recovery = recovery

    def run(self, commands: Iterable[Command]) -> None:
        """Carries them out in order."""
        for command in commands:
            self._carry_out(command)

    def _carry_out(self, command: Command) -> None:
        program = self._program
        match command:
            case ToLogic(message):
                program.send_to_logic(message)
            case ToView(message):
                program.send_to_view(message)
                if isinstance(message, view.ShowPages):
                    for page_id in message.closed:
                        program.activity.page_closed(page_id)
            case PageMissing(path):
                self._recovery.page_missing(path)
            case PageOpening(page):
                self._held.page_opens(page)
            case PageTurned():
                self._held.use(program.device)
            case GoesRound(paths):
                self._recovery.goes_round(paths)
            case PageShown(page):
                self._recovery.page_shown()
                program.page_shown.emit(page)
            case Restart(keep_stack):
                program.sharing.leave_and_restart(keep_stack=keep_stack)
            case Leave():
                program.set_foreground(visible=False)
            case OpenTypeAction(page_id, event):
                if self.open_type_actions:
                    self.open_type_actions.carry_out(page_id, event)
            case ShareWish(offer):
                program.sharing.carry_out(offer)
            case _:
                assert_never(command)
