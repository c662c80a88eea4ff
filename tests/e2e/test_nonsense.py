"""A view and a logic process that talk nonsense: the host stays whole, says so, and the program goes on."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from runtime.protocol import codec, logic, view
from simulator.running.logic_link import LogicLink
from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

Captured = pytest.CaptureFixture[str]
PAGE = "pages/index/index"
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"]}}',
    f"{PAGE}.wxml": '<view class="n">{{n}}</view><view class="go" bindtap="go">go</view>',
    f"{PAGE}.js": "Page({ data: { n: 1 }, go() { this.setData({ n: this.data.n + 1 }) } })",
}
RUNS = pytest.mark.parametrize("runs", [3000, pytest.param(1_000_000, marks=pytest.mark.fuzz)])
VALUES: list[Any] = [
    [{"type": "navigate"}], [{"type": "navigate", "detail": 3}], [{"type": "opentype", "detail": {"openType": []}}],
    None, True, -1, 0, 1, 2**70, 1.5, "", "x", "\ud83d", "a" * 5000, [], [[]], {}, {"m": "log"}, {"a": {"b": []}},
    [{"t": "string"}], [{"t": "array", "items": 3}], ["tap", 1], {"query": 5, "path": None}, [1, [2, [3]]],
]  # fmt: skip


def fields(union: Any) -> dict[str, list[str]]:
    return {member.__struct_config__.tag: list(member.__struct_fields__) for member in union.__args__}


def nonsense(random: Random, known: dict[str, list[str]]) -> str:
    """Mostly a known message with members of all sorts, now and then none at all."""
    if random.random() < 0.1:
        return random.choice(["", "{", "[]", "null", '{"m":5}', '{"m":"no such"}', "\ufffd", '{"m":"log","args":'])
    tag = random.choice(list(known))
    message = {"m": tag}
    for field in known[tag]:
        if random.random() < 0.9:
            message[field] = _value(random, field)
    return json.dumps(message)


def _value(random: Random, field: str) -> Any:
    if random.random() < 0.6:
        if field.endswith("_id") or field.endswith("_ms") or field in ("seq", "serial", "line"):
            return random.choice([0, 1, 2, 7, -3])
        if field in ("name", "method", "level", "source", "kind", "state", "where", "error", "message", "file"):
            names = (
                "log",
                "error",
                "program",
                "handset",
                "x",
                "back",
                "tab",
                "onPullDownRefresh",
                "navigateTo",
                "works",
            )
            return random.choice(names)
    return random.choice(VALUES)


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    user = open_phone(write_project(tmp_path / "project", FILES))
    user.start()
    return user


def still_works(user: PhoneUser) -> None:
    page = user.page_id
    # Nonsense may have told of batches and pages that never were.
    user.program.restart(keep_stack=False)
    user.see_again(page, PAGE)
    before = int(user.text(".n"))
    user.tap(".go")
    user.see_text(".n", str(before + 1))


@RUNS
def test_messages_of_the_view(user: PhoneUser, capfd: Captured, runs: int) -> None:
    random, known = Random(1), fields(view.ViewToHost)
    known.pop("ready")  # starts the phone anew
    for _ in range(runs):
        user.program.phone.message.emit(nonsense(random, known))
    still_works(user)
    assert "Traceback" not in capfd.readouterr().err
    assert {record.code for record in user.records} >= {"view-misunderstood"}
    assert "internal-error" not in {record.code for record in user.records}


@RUNS
def test_messages_of_the_logic_process(user: PhoneUser, capfd: Captured, runs: int) -> None:
    random, known = Random(2), fields(logic.LogicToHost)
    link = user.program.findChild(LogicLink)
    assert link is not None
    for _ in range(runs):
        data = codec.well_formed(nonsense(random, known).encode("utf-8", "surrogatepass"))
        with suppress(msgspec.MsgspecError):
            link.received.emit(codec.decode_from_logic(data), data)
    still_works(user)
    assert "Traceback" not in capfd.readouterr().err
    assert "internal-error" not in {record.code for record in user.records}
