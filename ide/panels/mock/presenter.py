"""What Mock does, without Qt: lists the rules, changes and tries them. Each change is in the file at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from ide.models.mocks.drafts import DraftError, RuleDraft, arguments_of, draft_of, pretty, rule_of
from ide.models.mocks.lists import MockFile, RuleRow, as_text, moved, read_file, rows_of, with_order, with_switch
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.texts import Texts
from simulator.bridge.record import Record


class MockView(Protocol):
    """What the presenter asks of the widget."""

    def show_rows(self, rows: Sequence[RuleRow]) -> None: ...
    def show_draft(self, draft: RuleDraft | None) -> None: ...
    def show_fault(self, field: str, what: str) -> None: ...
    def show_tried(self, text: str, *, is_good: bool) -> None: ...
    def stirred(self) -> None: ...


class MockPresenter(PanelPresenter[MockView]):
    """The rules of one project. `chosen` is the place of the one in the form; None: it is new, or there is none."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self._rules = desk.target.mocks
        self.needle = ""
        self.chosen: int | None = None
        self.draft: RuleDraft | None = None
        self._begun: RuleDraft | None = None
        self._trial = 0
        self._forget = self._rules.changed.connect(lambda _: self._taken())

    @property
    def texts(self) -> Texts:
        """The words, in the present language."""
        return self._desk.appearance.texts

    @property
    def names(self) -> Sequence[str]:
        """The APIs that a rule may be for."""
        return self._rules.names

    @property
    def is_on(self) -> bool:
        """Whether rules answer at all."""
        return not (self._rules.mocks.off or self._rules.is_off)

    @property
    def may_switch(self) -> bool:
        """Whether this run takes rules."""
        return not self._rules.is_off

    @property
    def warning(self) -> str:
        """What stands over the list: what is wrong with the file, or that the run takes no rules."""
        return self.texts("mock.run_off") if self._rules.is_off else self._rules.error

    # ------------------------------------------------------------ what is shown

    def receive(self, records: Sequence[Record]) -> None:
        """A rule has answered."""
        if self.is_seen and any(record.rule for record in records):
            self._tell(lambda view: view.stirred())

    def refresh(self) -> None:
        """The list as it is now."""
        rows = rows_of(self._rules.mocks, self._rules.hits, self.needle, self.texts)
        self._tell(lambda view: view.show_rows(rows))

    def filter(self, needle: str) -> None:
        """Shows what is found alone."""
        self.needle = needle.strip().lower()
        self.refresh()

    def lines(self) -> list[str]:
        """The rules: on or off, name, what it does, hits."""
        rows = rows_of(self._rules.mocks, self._rules.hits, "", self.texts)
        warning = [self.warning] if self.warning else []
        return warning + [
            f"{'on' if row.is_on else 'off'} {row.api} {row.title}: {row.what}, {row.hits}" for row in rows
        ]

    # ------------------------------------------------------------ the list

    def choose(self, number: int | None) -> None:
        """Puts a rule into the form. What has been written there is saved before; if that cannot be, it stays."""
        if number == self.chosen and number is not None:
            return
        if not self._is_done():
            return self.refresh()
        rules = self._rules.mocks.rules
        self.chosen = number if number is not None and number < len(rules) else None
        self._begin(None if self.chosen is None else draft_of(rules[self.chosen]))

    def add(self) -> None:
        """Begins a new rule."""
        if self._is_done():
            self.chosen = None
            self._begin(RuleDraft("request", url="*"))
            self.refresh()

    def switch(self, number: int, *, is_on: bool) -> None:
        """One of them."""
        self._keep(with_switch(self._rules.mocks, number, is_on=is_on))

    def switch_all(self, *, is_on: bool) -> None:
        """All of them; each keeps its own switch."""
        self._keep(with_order(self._rules.mocks, is_off=not is_on))

    def remove(self) -> None:
        """The rule in the form."""
        rules, place = list(self._rules.mocks.rules), self.chosen
        if place is not None:
            del rules[place]
            if not self._keep(with_order(self._rules.mocks, rules)):
                return
        self.chosen = self.draft = None
        self.choose(None if place is None or not rules else min(place, len(rules) - 1))
        self.refresh()

    def move(self, number: int, to: int) -> None:
        """A rule before the one that is at `to` (the number of all: to the end)."""
        rules = self._rules.mocks.rules
        if not (0 <= number < len(rules) and 0 <= to <= len(rules)) or to in (number, number + 1):
            return
        chosen = None if self.chosen is None else rules[self.chosen]
        order = moved(rules, number, to)
        place = next((place for place, rule in enumerate(order) if rule is chosen), None)
        self.chosen = place
        if not self._keep(with_order(self._rules.mocks, order)):
            self.chosen = None if chosen is None else next(at for at, rule in enumerate(rules) if rule is chosen)
            self.refresh()

    def move_chosen(self, by: int) -> None:
        """The rule in the form one place up (-1) or down (1)."""
        if self.chosen is not None:
            self.move(self.chosen, self.chosen + (by if by < 0 else by + 1))

    # ------------------------------------------------------------ the form

    def edited(self, draft: RuleDraft) -> None:
        """What stands in the form; a kind that has just been chosen begins with an example."""
        before = self.draft
        if before is not None and draft.kind != before.kind and draft.body.strip() in ("", self._example(before.kind)):
            draft = replace(draft, body=self._example(draft.kind))
            self._tell(lambda view: view.show_draft(draft))
        self.draft = draft

    def save(self) -> bool:
        """Takes the form over; whether that could be."""
        if self.draft is None:
            return False
        rules = list(self._rules.mocks.rules)
        place = len(rules) if self.chosen is None else self.chosen
        try:
            rule = rule_of(self.draft, off=self.chosen is not None and rules[place].off)
        except DraftError as error:
            self._tell(lambda view, error=error: view.show_fault(error.field, error.what))  # type: ignore[misc]
            return False
        rules[place : place + 1] = [rule]
        before, self.chosen = self.chosen, place
        if not self._keep(with_order(self._rules.mocks, rules)):
            self.chosen = before
            return False
        self._begun = self.draft
        self._tell(lambda view: view.show_fault("", ""))
        return True

    def try_out(self, arguments: str) -> None:
        """Shows what a call with these arguments would get from the rule as it stands in the form."""
        if self.draft is None:
            return
        try:
            rule, args = rule_of(self.draft), arguments_of(arguments)
        except DraftError as error:
            self._tell(lambda view, error=error: view.show_fault(error.field, error.what))  # type: ignore[misc]
            return
        self._tell(lambda view: view.show_fault("", ""))
        self._trial += 1
        trial = self._trial

        def told(how: str, value: Any) -> None:
            # The answer of an earlier trial may come after that of a later one.
            if trial == self._trial:
                text = pretty(value) if how == "result" else self.texts(f"mock.tried.{how}", what=value or "")
                self._tell(lambda view: view.show_tried(text, is_good=how != "fault"))

        self._tell(lambda view: view.show_tried(self.texts("mock.trying"), is_good=True))
        self._rules.try_rule(rule, args, told)

    # ------------------------------------------------------------ other files

    def open_file(self) -> None:
        """Shows the file of the rules, at its mistake if it has one."""
        place = (self._rules.error.splitlines() or [""])[0].split(":")
        line, column = (int(one) if one.isdecimal() else 0 for one in (*place[1:3], "", "")[:2])
        self._desk.open_source(self._rules.file, line, column)

    def take_in(self, path: Path) -> None:
        """Adds the rules of a file behind those that are there."""
        found = read_file(path)
        if isinstance(found, str):
            self._desk.say(found)
        elif self._keep(with_order(self._rules.mocks, [*self._rules.mocks.rules, *found.rules])):
            self._desk.say(self.texts("mock.taken_in", count=len(found.rules), file=path.name))

    def write_out(self, path: Path) -> None:
        """Writes all rules into a file."""
        try:
            path.write_text(as_text(self._rules.mocks), "utf-8")
        except OSError as error:
            self._report("not_saved", file=str(path), detail=error.strerror or str(error))
        else:
            self._report("copy_saved", file=str(path))

    def close(self) -> None:
        """The project is closed. What has been written is kept, if it is a rule."""
        self._is_done()
        self._forget()
        super().close()

    # ------------------------------------------------------------ within

    def _example(self, kind: str) -> str:
        return self.texts(f"mock.example.{kind}")

    def _begin(self, draft: RuleDraft | None) -> None:
        self.draft = self._begun = draft
        self._tell(lambda view: view.show_draft(draft))

    def _is_done(self) -> bool:
        """Whether nothing of the form is lost if another rule comes into it."""
        return self.draft is None or self.draft == self._begun or self.save()

    def _keep(self, mocks: MockFile) -> bool:
        problem = self._rules.keep(mocks)
        if problem:
            self._desk.say(self.texts("mock.not_kept", why=problem))
            self.refresh()
        return not problem

    def _taken(self) -> None:
        """Other rules count: by this panel, or because somebody has saved the file."""
        rules = self._rules.mocks.rules
        if self.chosen is not None and self.chosen >= len(rules):
            self.chosen = None
        if self.chosen is not None and self.draft == self._begun != draft_of(rules[self.chosen]):
            self._begin(draft_of(rules[self.chosen]))
        if self.is_seen:
            self.refresh()
