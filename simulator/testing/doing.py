"""Declared steps, done with the program under test: at once, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from runtime.protocol.program_questions import FoundNode
from simulator.testing.failure import TestFailure
from simulator.testing.locator import Locator, is_disabled
from simulator.testing.page import Page
from simulator.testing.script import steps as does
from simulator.testing.script.ways import Way

if TYPE_CHECKING:
    from simulator.testing.app import App
    from simulator.testing.dialogs import Dialog

__tracebackhide__ = True
Deed = (
    does.Tap | does.LongPress | does.Fill | does.SetValue | does.Trigger | does.PullDown | does.ScrollToEnd | does.Open
    | does.GoBack | does.GoHome | does.SwitchTab | does.LeaveProgram | does.ComeBack | does.AnswerDialog
    | does.ChooseEntry | does.SetWorld | does.Rotate | does.PassTime
)  # fmt: skip

_BESIDE_DIALOGS = (does.LeaveProgram, does.ComeBack, does.SetWorld, does.Rotate)
"""What its user can do while a dialog is over everything."""


class NotPossible(TestFailure):
    """There is nothing now that the step could be done with."""


def do(app: App, step: Deed) -> None:
    """Does it without waiting for what it needs. Raises NotPossible; what the program's end raises is raised."""
    match step:
        case does.Tap() | does.LongPress() | does.Fill() | does.SetValue() | does.Trigger():
            _touch(app, step)
        case does.AnswerDialog(words, confirms, text):
            _answer(_dialog(app, words), confirms=confirms, text=text)
        case does.ChooseEntry(words, entry):
            _choose(_dialog(app, words), entry)
        case does.PassTime(milliseconds):
            app.pass_time(milliseconds)
        case _ if app.dialogs.open and not isinstance(step, _BESIDE_DIALOGS):
            raise NotPossible(f"{app.dialogs.open[0]} is over everything")
        case _:
            _around(app, step)


def locator_of(page: Page, way: Way) -> Locator:
    """The locator that a script has for a way."""
    if not way.parts:
        raise NotPossible("it is the page itself")
    found: Page | Locator = page
    for part in way.parts:
        # As `Part.calls` writes it.
        found = found.get_by_text(part.own_text, exact=True) if part.own_text else found.locator(part.selector)
        found = found.filter(has_text=part.has_text) if part.has_text else found
        found = found.nth(part.number) if part.number is not None else found
    assert isinstance(found, Locator)
    return found


def _touch(app: App, step: does.Tap | does.LongPress | does.Fill | does.SetValue | does.Trigger) -> None:
    page, finger = app.page, app.finger
    if app.dialogs.open:
        raise NotPossible(f"{app.dialogs.open[0]} is over everything")
    node = _node(page, locator_of(page, step.way))
    match step:
        case does.Tap():
            finger.tap(page.page_id, node)
        case does.LongPress():
            finger.long_press(page.page_id, node)
        case does.Fill(_, text, confirms):
            finger.fill(page.page_id, node, text, confirms=confirms)
        case does.SetValue(_, value):
            finger.bring(page.page_id, node, value)
        case does.Trigger(_, type_, detail):
            finger.trigger(page.page_id, node, type_, {} if detail is None else detail)
        case _:
            assert_never(step)


def _node(page: Page, locator: Locator) -> FoundNode:
    found = locator.nodes()
    if len(found) != 1 or not page.is_seen(found[0]) or is_disabled(found[0]):
        raise NotPossible(f"{locator} is {len(found)} elements that could be touched")
    return found[0]


def _around(
    app: App,
    step: does.PullDown
    | does.ScrollToEnd
    | does.Open
    | does.GoBack
    | does.GoHome
    | does.SwitchTab
    | does.LeaveProgram
    | does.ComeBack
    | does.SetWorld
    | does.Rotate,
) -> None:
    match step:
        case does.PullDown():
            app.phone.pull_down()
        case does.ScrollToEnd():
            app.page.scroll_to_end()
        case does.Open(url):
            app.page.goto(url)
        case does.GoBack():
            app.phone.back()
        case does.GoHome():
            app.phone.home()
        case does.SwitchTab(path):
            app.phone.tab(path)
        case does.LeaveProgram():
            app.hide()
        case does.ComeBack():
            app.show()
        case does.SetWorld(name, value):
            app.world.update({name: value})
        case does.Rotate():
            app.phone.rotate()
        case _:
            assert_never(step)


def _dialog(app: App, words: str) -> Dialog:
    for one in app.dialogs.open:
        if words in " ".join([one.title, one.content, *one.items]):
            return one
    raise NotPossible(f"there is no dialog {words!r}")


def _answer(dialog: Dialog, *, confirms: bool, text: str | None) -> None:
    if dialog.items or (text is not None and not dialog.is_editable):
        raise NotPossible(f"{dialog} is another one")
    if confirms:
        dialog.confirm(text)
    else:
        dialog.cancel()


def _choose(dialog: Dialog, entry: str | None) -> None:
    if not dialog.items or (entry is not None and entry not in dialog.items):
        raise NotPossible(f"{dialog} has no {entry!r}")
    if entry is None:
        dialog.cancel()
    else:
        dialog.choose(entry)
