"""What steps into calls of a running program: mock rules wherever calls end; and events of the phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from runtime.api.call import ApiFailure
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

PAGE = "pages/index/index"
SCRIPT = """Page({
  data: { kept: '', place: '', options: '', level: 0, query: '' },
  onLoad() { wx.onMemoryWarning(({ level }) => this.setData({ level })) },
  go() {
    this.setData({ kept: String(wx.getStorageSync('k')), options: String(wx.getLaunchOptionsSync().path) })
    wx.getLocation({
      success: ({ latitude }) => this.setData({ place: String(latitude) }),
      fail: ({ errMsg }) => this.setData({ place: errMsg }),
    })
  } })"""
WXML = """<view class="go" bindtap="go">go</view>
<view class="said">{{kept}}/{{options}}/{{place}}/{{level}}</view>"""
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"], "requiredPrivateInfos": ["getLocation"]}}',
    f"{PAGE}.wxml": WXML,
    f"{PAGE}.js": SCRIPT,
}


def said(user: PhoneUser) -> str:
    user.rest()
    return str(user.ask("text", ".said"))


def test_calls_are_mocked_wherever_they_end(open_phone: Callable[..., PhoneUser], tmp_path: Path) -> None:
    user = open_phone(write_project(tmp_path / "project", FILES), world={"permission.userLocation": "granted"})
    mocks = user.program.api.mocks
    mocks.put("getStorageSync", lambda request, answer, go_on: answer(f"kept {request.args['key']}"))
    user.start()
    user.tap(".go")
    assert said(user) == f"kept k/{PAGE}/39.9087/0"
    mocks.put("getStorageSync", None)
    mocks.put("getLaunchOptionsSync", lambda request, answer, go_on: answer({"path": "mocked"}))
    mocks.put("getLocation", lambda request, answer, go_on: answer(ApiFailure("no sky")))
    user.tap(".go")
    assert said(user) == "/mocked/getLocation:fail no sky/0"
    mocks.put("getLaunchOptionsSync", lambda request, answer, go_on: go_on())
    mocks.put("getLocation", lambda request, answer, go_on: go_on())
    user.tap(".go")
    assert said(user) == f"/{PAGE}/39.9087/0"
    rows = [record for record in user.records if record.kind == "api" and record.title == "getLaunchOptionsSync"]
    assert len({record.sequence for record in rows}) == 3
    assert rows[-1].outcome == "ok"


def test_an_event_of_the_phone_is_heard(open_phone: Callable[..., PhoneUser], tmp_path: Path) -> None:
    user = open_phone(write_project(tmp_path / "project", FILES), world={"permission.userLocation": "granted"})
    user.start()
    user.program.api.fire("memoryWarning", {"level": 10})
    assert said(user) == "///10"


def test_a_rule_holds_for_the_next_run_and_a_silent_one_blocks_nothing_for_long(
    open_phone: Callable[..., PhoneUser], tmp_path: Path
) -> None:
    user = open_phone(write_project(tmp_path / "project", FILES), world={"permission.userLocation": "granted"})
    user.start()
    mocks = user.program.api.mocks
    mocks.put("getStorageSync", lambda request, answer, go_on: answer("mocked"))
    before = user.page_id
    user.program.restart(keep_stack=False)
    user.see_again(before, PAGE)
    user.tap(".go")
    assert said(user).startswith("mocked/")
    mocks.put("getStorageSync", lambda request, answer, go_on: None)
    user.tap(".go")
    user.see(lambda: any("getStorageSync:fail timeout" in error for error in user.errors()), "the timeout")


RULES = """{ "rules": [
  // in the order of the list
  { "api": "wx.getLocation", "title": "far north", "when": { "nth": 1 },
    "template": { "latitude": "{{random 70 70}}" } },
  { "api": "getLocation",
    "script": "async (args, { origin, count }) => ({ latitude: (await origin()).latitude + 100 * count })" },
  { "api": "getStorageSync", "when": { "args": { "key": "k" } }, "script": "() => 'function'" },
  { "api": "getLaunchOptionsSync", "result": { "path": "fixed", "__proto__": { "polluted": 1 } } },
  { "api": "nothing", "result": 1 }
] }"""


def test_rules_of_the_project_answer_and_follow_their_file(
    open_phone: Callable[..., PhoneUser], tmp_path: Path
) -> None:
    root = write_project(tmp_path / "project", {**FILES, ".handset/mocks.json": RULES})
    user = open_phone(root, world={"permission.userLocation": "granted"})
    user.start()
    user.tap(".go")
    assert said(user) == "function/fixed/70/0"
    user.tap(".go")
    assert said(user) == "function/fixed/139.9087/0"
    rows = {record.title: record.rule for record in user.records if record.kind == "api" and record.ended_by == "mock"}
    assert rows == {
        "getLocation": "getLocation", "getStorageSync": "getStorageSync",
        "getLaunchOptionsSync": "getLaunchOptionsSync",
    }  # fmt: skip
    file = root / ".handset" / "mocks.json"
    file.write_text('{"rules": [\n{"api": 5}]}', "utf-8")
    user.tap(".go")
    assert said(user) == "function/fixed/239.9087/0"
    file.write_text('{"rules": [{"api": "getLocation", "fail": "no sky"}]}', "utf-8")
    user.tap(".go")
    user.tap(".go")
    assert said(user) == f"/{PAGE}/getLocation:fail no sky/0"
    notices = [record.title for record in user.records if record.code in ("mock-unknown", "mocks-unreadable")]
    assert notices == [
        "The mock rule for nothing is for nothing: there is no such API. Names are written as request or "
        "FileSystemManager.readFile.",
        "Mock rules: .handset/mocks.json:2:2: Expected `str`, got `int`; the last good ones stay.",
    ]


@pytest.mark.parametrize("choice", [{"takes_mocks": False}, {"mocks": "empty.json"}], ids=["none", "others"])
def test_a_run_may_do_without_the_rules(
    open_phone: Callable[..., PhoneUser], tmp_path: Path, choice: dict[str, object]
) -> None:
    root = write_project(tmp_path / "project", {**FILES, ".handset/mocks.json": RULES, "empty.json": '{"rules": []}'})
    choices = {name: root / value if isinstance(value, str) else value for name, value in choice.items()}
    user = open_phone(root, world={"permission.userLocation": "granted"}, **choices)
    user.start()
    user.tap(".go")
    assert said(user) == f"/{PAGE}/39.9087/0"
