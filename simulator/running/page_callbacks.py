"""Asks the page on top by one of its callbacks, such as onShareAppMessage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol import logic
from simulator.running.logic_questions import LogicQuestions
from simulator.session.routes import Page
from simulator.session.session import Session

Answered = Callable[[Page, dict[str, Any] | None], None]
"""Hears the page and what its callback gave; None: the page has no such callback."""


class PageCallbacks:
    """Of one program."""

    def __init__(self, session: Session, questions: LogicQuestions) -> None:
        self._session = session
        self._questions = questions

    def ask(self, name: str, detail: dict[str, Any], done: Answered, event: Mapping[str, Any] | None = None) -> None:
        """`event` is that of the element behind the question. Without a page nothing is asked."""
        page = self._session.pages.top
        if page is None:
            return

        def answered(answer: logic.Inspected) -> None:
            value = msgspec.json.decode(answer.value, type=_Answer)
            done(page, value.result if value.isDefined else None)

        # Source: reference, onShareAppMessage and onAddToFavorites: where the site of a web-view is.
        url = self._session.web_views.url(page.page_id)
        asked = {**detail, "webViewUrl": url} if url else detail
        self._questions.ask_page(page.page_id, name, asked, answered, Raw(msgspec.json.encode(event)))


class _Answer(msgspec.Struct):
    isDefined: bool
    result: dict[str, Any]
