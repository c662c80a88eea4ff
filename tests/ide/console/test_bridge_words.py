"""Messages between the layers in words."""

from __future__ import annotations

import msgspec

from ide.models.console.bridge_words import words_of
from ide.models.texts import load_texts
from runtime.protocol.stacks import StackFrame
from tests.ide.console.records import bridge, presenter_with
from tests.support.debug_target import FakeDesk

TEXTS = load_texts("en")


def test_what_is_drawn_is_told_without_codes() -> None:
    assert words_of(bridge(1, "dom U×3 C×1"), TEXTS) == ("dom", "3 updated, 1 inserted")
    assert words_of(bridge(1, "dom …"), TEXTS) == ("dom", "…")
    assert words_of(bridge(1, "route navigateTo pages/a/a"), TEXTS) == ("route", "navigateTo pages/a/a")


def test_a_call_of_set_data_tells_its_keys_and_its_line() -> None:
    told = bridge(
        1, "setData 3 keys of pages/a", code="set-data", payload=b'{"m":"set-data-call","count":3,"path":"pages/a"}',
        stack=(StackFrame("onTap", "pages/product.js", 14, 3),),
    )  # fmt: skip
    assert words_of(told, TEXTS) == ("setData", "3 keys of pages/a")
    one = msgspec.structs.replace(told, payload=b'{"count":1,"path":"pages/a"}')
    assert words_of(one, TEXTS) == ("setData", "1 key of pages/a")
    assert words_of(msgspec.structs.replace(told, payload=b"{cut"), TEXTS) == ("setData", "3 keys of pages/a")
    desk = FakeDesk()
    presenter = presenter_with(desk, [told])
    presenter.toggle_group("bridge")
    assert "product.js:14" in presenter.lines()[0]


def test_calls_of_set_data_are_watched_as_long_as_messages_are_shown() -> None:
    desk = FakeDesk()
    presenter = presenter_with(desk)
    presenter.toggle_group("bridge")
    desk.target.updates.watch("set_data", is_on=True)
    presenter.toggle_group("bridge")
    assert desk.target.updates.watching == {"set_data"}
