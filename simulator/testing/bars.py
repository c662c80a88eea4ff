"""What the user touches around the page: `app.phone.back()`, `app.phone.tab("pages/cart/cart")`.

On a phone with a screen a way back goes as there, through the layers of the page and its question before leaving.
"""

from __future__ import annotations

from msgspec import Raw

from runtime.protocol import automation, codec, shell, view
from simulator.testing.failure import TestFailure
from simulator.testing.run import Run

__tracebackhide__ = True
_BACK = ".navigation-back"
_NOTHING = Raw(b"{}")


class PhoneBars:
    """Of one run."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def back(self) -> None:
        """The arrow in the navigation bar, or the edge of the screen of a page without a bar."""
        program = self._run.program
        if self._run.has_screen and len(program.session.pages.stack) > 1:
            ask = program.phone_questions.automate
            reply = self._run.ask(view.Reply, lambda done: ask(automation.Tap(_BACK), 0, done), "the way back")
            if not reply.error:
                return self._run.wait_until_drawn()
        self._touch(shell.BackTouched())

    def home(self) -> None:
        """The button to the entry page."""
        self._touch(shell.HomeTouched())

    def tab(self, path: str) -> None:
        """A tab of the tab bar, by the page that it leads to; the page hears of the tap."""
        wanted = path.lstrip("/")
        tabs = {page.path: page.tab_index for page in self._run.program.session.facts.pages.values()}
        number = tabs.get(wanted, -1)
        if number < 0:
            known = ", ".join(name for name, place in tabs.items() if place >= 0) or "there are none"
            raise TestFailure(f"{wanted} is no tab ({known})")
        self._touch(shell.TabTouched(number))

    def pull_down(self) -> None:
        """The page is pulled down and let go: onPullDownRefresh."""
        page = self._run.program.page
        if page is not None:
            self._say(view.PageSignal(page.page_id, "onPullDownRefresh", _NOTHING))

    def rotate(self) -> None:
        """The phone is turned by a quarter."""
        self._run.program.held_phone.rotate()

    def _touch(self, touched: shell.Touched) -> None:
        self._say(view.ShellEvent(touched))
        self._run.wait_until_drawn()

    def _say(self, message: view.ViewToHost) -> None:
        """As if the phone had told of it."""
        self._run.program.phone.message.emit(codec.encode(message).decode())
