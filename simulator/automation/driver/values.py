"""What the program knows and can do: data and methods of pages and components, any text evaluated in it.

Values are whole: what JSON can say of them. A page is meant by its number, a component by its element.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol.automation import CallInPage
from runtime.protocol.driving import CallMethod, ReadData
from runtime.protocol.value_questions import Argument
from simulator.automation.driver.driven import DrivenProgram
from simulator.automation.driver.elements import Element
from simulator.automation.driver.inquiries import Inquiries, evaluated, value_of
from simulator.automation.driver.outcome import PAGE_DESTROYED, Done, Failure, then

Owner = int | Element
"""A page, or a component of one."""


class Values:
    """Of one program."""

    def __init__(self, program: DrivenProgram, inquiries: Inquiries) -> None:
        self._program = program
        self._inquiries = inquiries

    def data(self, owner: Owner, done: Done[Any], *, path: str = "") -> None:
        """All data, or what is at a path (`list[0].name`); None where there is nothing."""
        page_id, ref = _meant(owner)
        make = lambda number: ReadData(number, page_id, path, ref)  # noqa: E731 (a question by its number)
        self._inquiries.ask_logic(make, then(done, value_of))

    def set_data(self, owner: Owner, data: Mapping[str, Any], done: Done[None]) -> None:
        """Calls setData."""
        page_id, ref = _meant(owner)
        if self._program.session.pages.find(page_id) is None:
            done(Failure(PAGE_DESTROYED))
            return
        take = evaluated(self._inquiries.open(then(done, lambda _json: None)))
        self._program.logic_questions.set_data(page_id, Raw(msgspec.json.encode(data)), take, ref=ref)

    def call_method(self, owner: Owner, name: str, arguments: Sequence[Any], done: Done[Any]) -> None:
        """What a method returns, or what its promise comes to."""
        page_id, ref = _meant(owner)
        make = lambda number: CallMethod(number, page_id, name, list(arguments), ref)  # noqa: E731
        self._inquiries.ask_logic(make, then(done, value_of))

    def evaluate(self, declaration: str, arguments: Sequence[Any], done: Done[Any]) -> None:
        """Calls a function, given as source text, in the app service; what it returns, or its promise comes to."""
        given = [Argument(value=Raw(msgspec.json.encode(one))) for one in arguments]
        take = evaluated(self._inquiries.open(then(done, value_of)))
        questions = self._program.logic_questions
        questions.call_function(declaration, 0, given, take, form="json", await_promise=True)

    def evaluate_in_page(self, page_id: int, declaration: str, arguments: Sequence[Any], done: Done[Any]) -> None:
        """The same in the realm of the page's view, where `document` is."""
        self._inquiries.ask_page(page_id, CallInPage(declaration, list(arguments)), done)


def _meant(owner: Owner) -> tuple[int, list[int]]:
    return (owner, []) if isinstance(owner, int) else (owner.page_id, list(owner.ref or ()))
