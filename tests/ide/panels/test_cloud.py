"""The cloud panel's presenter: what is asked of the environment, and what is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ide.models.cloud import Refusal
from ide.panels.cloud.presenter import CloudPresenter, Kind, Overview
from tests.support.debug_target import FakeDesk, record

OVERVIEW = {
    "env": "desk", "environments": ["desk", "test-1"], "collections": [{"name": "users", "count": 2, "rule": None}],
    "functions": ["login"], "files": [{"fileID": "cloud://desk.x/a.png", "size": 9}],
}  # fmt: skip
DOCUMENTS = [{"_id": "a", "n": 1}, {"_id": "b", "s": "text", "when": {"$date": 5}}]


class View:
    def __init__(self) -> None:
        self.said: list[tuple[Any, ...]] = []

    def show_overview(self, overview: Overview, kind: Kind, name: str) -> None:
        self.said.append(("overview", kind, name))

    def show_documents(self, columns: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> None:
        self.said.append(("documents", columns, len(documents)))

    def show_document(self, text: str) -> None:
        self.said.append(("document", text))

    def show_rule(self, rule: str) -> None:
        self.said.append(("rule", rule))

    def show_function(self, *, is_trusted: bool, timers: Sequence[Mapping[str, str]]) -> None:
        self.said.append(("function", is_trusted, [one["name"] for one in timers]))

    def show_result(self, text: str, duration_ms: int) -> None:
        self.said.append(("result", text, duration_ms))


def opened() -> tuple[CloudPresenter, View, FakeDesk]:
    desk, view = FakeDesk(), View()
    desk.target.cloud.answers = {"Panel.overview": OVERVIEW, "DB.Query.get": {"data": DOCUMENTS}}
    clock = iter(range(10))
    presenter = CloudPresenter(desk.panel_desk, lambda: float(next(clock)))
    presenter.attach(view)
    presenter.refresh()
    return presenter, view, desk


def answer(desk: FakeDesk, chosen: str) -> None:
    desk.questions[-1][1](chosen)


def test_the_first_collection_is_shown_with_all_its_fields() -> None:
    presenter, view, _ = opened()
    assert view.said == [("overview", "collection", "users"), ("rule", ""), ("documents", ["_id", "n", "s", "when"], 2)]
    assert presenter.lines() == ["users: 2", "login()", "cloud://desk.x/a.png 9"]
    presenter.look_at(1)
    assert view.said[-1][1].splitlines()[1] == '  "_id": "b",'


def test_what_the_user_does_is_asked_of_the_environment(tmp_path: Path) -> None:
    presenter, _, desk = opened()
    asked = desk.target.cloud.asked
    asked.clear()
    presenter.query('{"n": {"$gt": 1}}')
    presenter.save('{"n": 3}')
    presenter.remove([0, 1, 7])
    presenter.make(" posts ")
    (tmp_path / "in.json").write_text("[]", "utf-8")
    presenter.take_in(tmp_path / "in.json")
    desk.target.cloud.answers["Panel.export"] = {"text": "[1]"}
    presenter.write_out(tmp_path / "out.json")
    presenter.drop()
    changes = [(name, args) for name, args in asked if name not in ("Panel.overview", "DB.Query.get")]
    assert asked[0][1]["where"] == {"n": {"$gt": 1}}
    assert changes == [
        ("Panel.save", {"collection": "users", "text": '{"n": 3}', "env": "desk"}),
        ("DB.Query.remove", {"collection": "users", "where": {"_id": {"$in": ["a", "b"]}}, "env": "desk"}),
        ("Panel.create", {"collection": "posts", "env": "desk"}),
        ("Panel.import", {"collection": "posts", "text": "[]", "env": "desk"}),
        ("Panel.export", {"collection": "posts", "env": "desk"}),
        ("Panel.drop", {"collection": "posts", "env": "desk"}),
    ]
    assert (tmp_path / "out.json").read_text("utf-8") == "[1]"
    presenter.take_in(tmp_path / "none.json")
    presenter.write_out(tmp_path)
    assert len(desk.said) == 2


def test_a_function_is_called_once_the_project_is_trusted() -> None:
    presenter, view, desk = opened()
    presenter.choose("function", "login")
    assert view.said[-1] == ("function", False, [])
    presenter.ask_trust()
    answer(desk, "trust")
    assert view.said[-1] == ("function", True, [])
    desk.target.cloud.answers["WxCloud.callFunction"] = {"result": {"a": 1}}
    presenter.call('{"x": 2}')
    assert desk.target.cloud.asked[-1][1] == {"name": "login", "data": {"x": 2}, "env": "desk"}
    assert view.said[-1] == ("result", '{\n  "a": 1\n}', 1000)
    desk.target.cloud.answers["WxCloud.callFunction"] = Refusal("it threw")
    presenter.call("")
    assert view.said[-1] == ("result", "it threw", 1000)


def test_the_window_asks_once_when_a_program_calls_a_function() -> None:
    presenter, _, desk = opened()
    refused = record("notice", "", code="cloud-untrusted")
    presenter.receive([record("notice", "", code="other")])
    assert desk.questions == []
    presenter.receive([refused])
    presenter.receive([refused])
    assert [(question.key, question.is_unasked) for question, _ in desk.questions] == [("cloud_trust", True)]
    answer(desk, "not_now")
    assert not desk.target.cloud.is_trusted
    answer(desk, "trust")
    assert desk.target.cloud.is_trusted


def test_timers_and_requests_run_a_function() -> None:
    presenter, view, desk = opened()
    desk.target.cloud.answers["Panel.function"] = {"timers": [{"name": "nightly", "schedule": "0 0 2 * * * *"}]}
    presenter.choose("function", "login")
    assert view.said[-1] == ("function", False, ["nightly"])
    presenter.fire_timer("nightly")
    presenter.request("POST /a?b=1", "{}")
    assert desk.target.cloud.asked[-2:] == [
        ("Panel.timer", {"name": "login", "timer": "nightly", "env": "desk"}),
        ("Panel.http", {"name": "login", "request": "POST /a?b=1", "body": "{}", "env": "desk"}),
    ]


def test_a_rule_is_a_name_or_expressions() -> None:
    presenter, view, desk = opened()
    desk.target.cloud.answers["Panel.overview"] = {
        **OVERVIEW, "collections": [{"name": "users", "count": 2, "rule": {"read": True}}],
    }  # fmt: skip
    presenter.set_rule("ADMINONLY")
    assert ("rule", '{\n  "read": true\n}') in view.said
    presenter.set_rule('{"read": "doc.n == 1"}')
    presenter.set_rule("{")
    rules = [args["rule"] for name, args in desk.target.cloud.asked if name == "Panel.rule"]
    assert rules == ["ADMINONLY", {"read": "doc.n == 1"}]
    assert len(desk.said) == 1


def test_files_go_up_and_down_and_away() -> None:
    presenter, _, desk = opened()
    asked = desk.target.cloud.asked
    asked.clear()
    presenter.upload([Path("/tmp/a.png"), Path("/tmp/b.txt")], "/images/")
    presenter.download("cloud://desk.x/a.png", Path("/tmp/c.png"))
    presenter.delete([str(number) for number in range(51)])
    changes = [(name, args) for name, args in asked if name.startswith("WxCloud.")]
    assert changes[:3] == [
        ("WxCloud.uploadFile", {"cloudPath": "images/a.png", "source": str(Path("/tmp/a.png")), "env": "desk"}),
        ("WxCloud.uploadFile", {"cloudPath": "images/b.txt", "source": str(Path("/tmp/b.txt")), "env": "desk"}),
        ("WxCloud.downloadFile",
         {"fileID": "cloud://desk.x/a.png", "target": str(Path("/tmp/c.png")), "env": "desk"}),
    ]  # fmt: skip
    assert [len(args["fileList"]) for _, args in changes[3:]] == [50, 1]


def test_what_is_refused_or_no_json_is_said() -> None:
    presenter, _, desk = opened()
    desk.target.cloud.answers["Panel.save"] = Refusal("a document is an object")
    presenter.save("3")
    presenter.query("{")
    presenter.choose("function", "login")
    presenter.call("{")
    assert len(desk.said) == 3


def test_another_environment_is_asked_by_its_name() -> None:
    presenter, _, desk = opened()
    presenter.enter("test-1")
    assert desk.target.cloud.asked[-2] == ("Panel.overview", {"env": "test-1"})
