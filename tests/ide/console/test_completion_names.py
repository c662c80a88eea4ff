"""Completion in the evaluator line, without a widget."""

from __future__ import annotations

import pytest

from ide.models.console.completion import Wanted, known_names, wanted_at
from tests.ide.console.records import presenter_with
from tests.support.debug_target import FakeDesk


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("page.da", Wanted("page", "da")),
        ("1 + page.data.items[0].", Wanted("page.data.items[0]", "")),
        ("wx.get", Wanted("wx", "get")),
        ("pa", Wanted("", "pa")),
        ("f().x", None),
        ("'text", None),
        ("list[1].a", Wanted("list[1]", "a")),
        ("3.", None),
        ("", None),
    ],
)
def test_what_is_wanted(text: str, wanted: Wanted | None) -> None:
    assert wanted_at(text) == wanted


def test_names_that_are_always_there_need_no_question() -> None:
    assert known_names(Wanted("", "p")) == ["page"]
    assert known_names(Wanted("page", "p")) is None


def test_the_program_is_asked_for_members() -> None:
    desk = FakeDesk()
    desk.target.values.names_of = {"page.data": ["i", "items", "other", "index"]}
    offered: list[tuple[Wanted, list[str]]] = []
    wanted = Wanted("page.data", "i")
    presenter_with(desk).complete(wanted, lambda wanted, names: offered.append((wanted, list(names))))
    assert offered == [(wanted, ["items", "index"])]
