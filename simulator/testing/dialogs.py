"""Dialogs of the program that wait for the user, in a test's hands."""

from __future__ import annotations

from typing import Any

from runtime.protocol import automation, shell, view
from simulator.testing.failure import DeadlineFailure, TestFailure
from simulator.testing.run import Run
from simulator.testing.shell_state import ShellState

__tracebackhide__ = True


class Dialog:
    """One that is open: of `wx.showModal` or `wx.showActionSheet`."""

    def __init__(self, run: Run, request_id: int, call: shell.Modal | shell.ActionSheet) -> None:
        self._run = run
        self._request_id = request_id
        self._call = call

    def __repr__(self) -> str:
        said = self.items if self.items else [self.title, self.content]
        return f"<Dialog {' / '.join(one for one in said if one)}>"

    @property
    def title(self) -> str:
        """Its heading; of a list the text over it."""
        return self._call.title if isinstance(self._call, shell.Modal) else self._call.alert_text

    @property
    def content(self) -> str:
        """Its text."""
        return self._call.content if isinstance(self._call, shell.Modal) else ""

    @property
    def items(self) -> list[str]:
        """What can be chosen, if it is a list."""
        return list(self._call.item_list) if isinstance(self._call, shell.ActionSheet) else []

    @property
    def is_editable(self) -> bool:
        """Whether it has a field to type into."""
        return isinstance(self._call, shell.Modal) and self._call.editable

    @property
    def has_cancel(self) -> bool:
        """Whether there is another way than its main button."""
        return not isinstance(self._call, shell.Modal) or self._call.show_cancel

    def confirm(self, text: str | None = None) -> None:
        """Presses its main button; `text` is what is typed into its field before."""
        if not isinstance(self._call, shell.Modal):
            raise TestFailure(f"{self} is a list: choose one of {self.items}")
        if text is not None and not self._call.editable:
            raise TestFailure(f"{self} has no field to type into")
        content = (self._call.content if text is None else text) if self._call.editable else None
        if self._run.has_screen and text is not None:
            self._do(automation.Input(".modal-field", value=text))
        self._end(automation.Tap(".modal-confirm"), {"confirm": True, "cancel": False, "content": content})

    def cancel(self) -> None:
        """Presses its other button, or leaves the list."""
        if isinstance(self._call, shell.Modal):
            self._end(automation.Tap(".modal-cancel"), {"confirm": False, "cancel": True, "content": None})
        else:
            self._end(automation.Tap(".sheet-cancel"), {"tapIndex": -1})

    def choose(self, item: str | int) -> None:
        """One entry of a list, by its text or its number from 0."""
        number = item if isinstance(item, int) else self.items.index(item) if item in self.items else -1
        if not 0 <= number < len(self.items):
            raise TestFailure(f"{item!r} is none of {self.items}")
        self._end(automation.Tap(".sheet-item", index=number), {"tapIndex": number})

    def _end(self, action: automation.AutomationAction, answer: dict[str, Any]) -> None:
        if self._run.has_screen:
            self._do(action)
        else:
            self._run.screenless.answer(self._request_id, answer)
        self._run.until(lambda: self._request_id not in self._run.shell.dialogs, f"{self} to close")

    def _do(self, action: automation.AutomationAction) -> None:
        program = self._run.program
        reply = self._run.ask(view.Reply, lambda done: program.phone_questions.automate(action, 0, done), "the phone")
        if reply.error:
            raise TestFailure(reply.error)


class Dialogs:
    """Of one run."""

    def __init__(self, run: Run) -> None:
        self._run = run

    @property
    def open(self) -> list[Dialog]:
        """Those that wait now, oldest first."""
        return [Dialog(self._run, number, call) for number, call in self._state.dialogs.items()]

    def wait(self, text: str = "", *, timeout: float | None = None) -> Dialog:
        """The first one with this text, as soon as it is open."""
        patience_s = self._run.settings.deadline_s if timeout is None else timeout

        def found() -> list[Dialog]:
            return [one for one in self.open if text in " ".join([one.title, one.content, *one.items])]

        if not self._run.eventually(lambda: bool(found()), patience_s):
            others = ", ".join(map(repr, self.open)) or "none is open"
            raise DeadlineFailure(f"no dialog{f' with {text!r}' if text else ''} after {patience_s:g} s ({others})")
        return found()[0]

    @property
    def _state(self) -> ShellState:
        return self._run.shell
