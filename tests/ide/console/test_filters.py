"""Which records the console shows."""

from __future__ import annotations

import pytest

from ide.models.console.filters import Filter
from simulator.bridge.record import Record
from tests.ide.console.records import api, bridge, launch, log

EVERYTHING = frozenset({"logs", "bridge", "api"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", True),
        ("HELLO", True),
        ("absent", False),
        ("-hello", False),
        ("-absent", True),
        ("/^hel+o/", True),
        ("/HELLO/", False),
        ("/HELLO/i", True),
        ("-/l{2}/", False),
        ("index.js:3", True),
        ("/(/", False),
        ("(", False),
    ],
)
def test_text(text: str, shown: bool) -> None:
    assert Filter(text=text).matcher()(log(1, "hello world")) is shown


def test_only_expressions_can_be_invalid() -> None:
    assert Filter(text="(").is_text_valid()
    assert not Filter(text="/(/").is_text_valid()


@pytest.mark.parametrize(("record", "group"), [(log(1, "x"), "logs"), (bridge(1), "bridge"), (api(1), "api")])
def test_groups(record: Record, group: str) -> None:
    assert Filter(groups=frozenset({group})).matcher()(record)  # type: ignore[arg-type]
    assert not Filter(groups=EVERYTHING - {group}).matcher()(record)  # type: ignore[arg-type]


def test_levels_are_for_logs_alone() -> None:
    chosen = Filter(groups=EVERYTHING, levels=frozenset({"error"})).matcher()
    assert not chosen(log(1, "x", level="warn"))
    assert chosen(log(1, "x", level="error"))
    assert chosen(api(1))


def test_routine_messages_are_hidden_unless_wanted() -> None:
    record = bridge(1, routine=True)
    assert not Filter(groups=EVERYTHING).matcher()(record)
    assert Filter(groups=EVERYTHING, routine=True).matcher()(record)


def test_payloads_of_calls_are_searched() -> None:
    assert Filter(groups=frozenset({"api"}), text='"url"').matcher()(api(1))


def test_the_line_of_a_launch_is_always_shown() -> None:
    assert Filter(groups=frozenset(), text="absent").matcher()(launch(1))
