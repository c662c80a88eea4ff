"""Completion in the evaluator line, without a widget."""

from __future__ import annotations

import json

import pytest
from msgspec import Raw

from ide.models.console.completion import Wanted, known_names, question, wanted_at
from runtime.protocol.logic import Evaluated
from tests.ide.console.records import Host, presenter_with


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
    host = Host()
    offered: list[tuple[Wanted, list[str]]] = []
    wanted = Wanted("page.data", "i")
    presenter_with(host).complete(wanted, lambda wanted, names: offered.append((wanted, list(names))))
    code, done = host.evaluated[0]
    assert code == question(wanted)
    done(Evaluated(1, Raw(json.dumps({"t": "string", "v": "i\nitems\nindex"}).encode())))
    assert offered == [(wanted, ["items", "index"])]
