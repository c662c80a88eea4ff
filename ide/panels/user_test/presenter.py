"""What Test does, without Qt: records the user, takes expectations by pointing, saves the script and runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from ide.models.debug_target import Ref
from ide.models.panel_presenter import Badge, PanelDesk, PanelPresenter
from ide.models.question import Question
from ide.models.user_tests import Expected, RunEnd

Run = Literal["none", "running", "passed", "failed"]
USUAL_NAME = "recorded"


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the widget draws. `picks`: what the element that is pointed at next is expected to have."""

    script: str
    is_on: bool
    is_paused: bool
    has_steps: bool
    picks: Expected | None
    run: Run
    output: str


class UserTestView(Protocol):
    """What the presenter asks of the widget."""

    def show_test(self, shown: Shown) -> None: ...
    def copy(self, text: str) -> None: ...


class UserTestPresenter(PanelPresenter[UserTestView]):
    """The test that is recorded of one program. Hears the phone while an element is picked (`Pointing`)."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.name = USUAL_NAME
        self._tests = desk.target.user_tests
        self._picks: Expected | None = None
        self._run: Run = "none"
        self._output = ""
        self._forget = self._tests.changed.connect(lambda _nothing: self.refresh())

    @property
    def shown(self) -> Shown:
        """As it is now."""
        tests = self._tests
        count = tests.step_count
        script = tests.script(self.name) if count or tests.is_on else ""
        return Shown(script, tests.is_on, tests.is_paused, count > 0, self._picks, self._run, self._output)

    def refresh(self) -> None:
        """Shows it again."""
        shown = self.shown
        self.badged.emit(Badge(self._tests.step_count if shown.is_on else 0))
        self._tell(lambda view: view.show_test(shown))

    def command(self, name: str) -> None:
        """`record` begins, or ends."""
        if name == "record":
            self.record()

    def call(self, name: str) -> None:
        """The test gets another name."""
        self.name = name.strip() or USUAL_NAME
        self.refresh()

    def record(self) -> None:
        """Begins to record, with a start of the program; or ends it. A script that is there is not lost unasked."""
        if self._tests.is_on:
            self._leave_picking()
            self._tests.end()
        elif self._tests.step_count:
            answers = ("record_anew", "cancel")
            self._desk.ask(
                Question("record_anew", answers), lambda answer: self._begin() if answer == answers[0] else None
            )
        else:
            self._begin()

    def pause(self) -> None:
        """Stands still, or goes on."""
        if self._tests.is_on:
            self._tests.pause(is_on=not self._tests.is_paused)

    def undo(self) -> None:
        """Without the last step."""
        self._tests.undo()

    # ------------------------------------------------------------ expectations

    def pick(self, expected: Expected | None) -> None:
        """The element that is pointed at next is expected to be as it is; None: none is."""
        if expected is None or not self._tests.is_on:
            self._leave_picking()
            return
        self._picks = expected
        for phone in self._desk.target.phones:
            phone.start_pointing(self)
        self.refresh()

    def pointed(self, x: float, y: float) -> None:
        """Nothing is shown of an element before it is picked."""

    def picked(self, x: float, y: float) -> None:
        """This one."""
        expected = self._picks
        if expected is None:
            return

        def found(ref: Ref | None) -> None:
            if ref is not None:
                self._tests.expect(expected, ref)

        for phone in self._desk.target.phones:
            phone.element_at(x, y, found)

    def left(self) -> None:
        """The user has picked, or has had enough."""
        self._picks = None
        self.refresh()

    # ------------------------------------------------------------ the script

    def copy(self) -> None:
        """Into the clipboard."""
        script = self.shown.script
        self._tell(lambda view: view.copy(script))

    def save(self) -> None:
        """Into the project; a file that is there is replaced if the user says so."""
        try:
            self._saved(replaces=False)
        except FileExistsError:
            name = self._tests.path(self.name).name
            answers = ("replace", "cancel")
            question = Question("replace_test", answers, {"file": name})
            self._desk.ask(question, lambda answer: self._replace() if answer == answers[0] else None)
        except OSError as error:
            self._report("action_failed", detail=error.strerror or str(error))

    def run(self) -> None:
        """Runs the script as it is; or ends the run."""
        if self._run == "running":
            self._tests.stop()
            return
        if self._tests.is_on:
            self.record()
        self._run, self._output = "running", ""
        self.refresh()
        self._tests.run(self.name, self._ended)

    def lines(self) -> list[str]:
        """The script."""
        return self.shown.script.splitlines()

    def close(self) -> None:
        """The project is closed."""
        self._forget()
        self._tests.stop()
        self._tests.end()
        super().close()

    # ------------------------------------------------------------ within

    def _begin(self) -> None:
        self._run, self._output = "none", ""
        if not self._tests.begin():
            self._report("action_failed", detail=self._desk.appearance.texts("user_test.no_program"))

    def _replace(self) -> None:
        try:
            self._saved(replaces=True)
        except OSError as error:
            self._report("action_failed", detail=error.strerror or str(error))

    def _saved(self, *, replaces: bool) -> None:
        path = self._tests.save(self.name, replaces=replaces)
        self._desk.say(self._desk.appearance.texts("user_test.saved", file=f"{path.parent.name}/{path.name}"))

    def _ended(self, end: RunEnd) -> None:
        self._run = "passed" if end.has_passed else "failed"
        self._output = end.problem or end.output
        self.refresh()

    def _leave_picking(self) -> None:
        if self._picks is not None:
            self._picks = None
            for phone in self._desk.target.phones:
                phone.stop_pointing()
        self.refresh()
