"""The pipeline: every call is answered, in form, whatever the handler does."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.call import ApiFailure, Call, Request, as_bytes, from_bytes
from runtime.api.handler import Handler
from runtime.api.interceptor import STAGES, GoOn, Stage
from runtime.api.pipeline import Pipeline
from runtime.api.registry import Entry, Registry
from runtime.platform.wechat import WECHAT
from runtime.world.groups.permission import permission_of
from tests.support.api_arguments import required_arguments
from tests.support.api_ports import Ended, FakeHost, FakeReport


def answer_of(run: Any, name: str = "hideToast", **request: Any) -> tuple[Ended, FakeReport]:
    report, ended = FakeReport(), Ended()
    pipeline = Pipeline(Registry(WECHAT.catalogue, [Handler(name, "host", "works", run)]), "host", None, report)
    pipeline.carry_out(Call(Request(name, **request), ended))
    return ended, report


def test_success_has_the_platforms_form() -> None:
    ended, _ = answer_of(lambda call, ports: call.succeed({"a": 1}))
    assert (ended.ok, ended.result) == (True, {"a": 1, "errMsg": "hideToast:ok"})


def test_a_refusal_has_the_platforms_form() -> None:
    def refuse(call: Call, ports: Any) -> None:
        raise ApiFailure("no such thing", 1300002)

    ended, report = answer_of(refuse)
    assert (ended.ok, ended.result) == (False, {"errMsg": "hideToast:fail no such thing", "errno": 1300002})
    assert report.errors == []


def test_a_broken_handler_fails_the_call_and_is_our_error() -> None:
    ended, report = answer_of(lambda call, ports: 1 / 0)
    assert ended.result == {"errMsg": "hideToast:fail internal error ZeroDivisionError: division by zero"}
    assert report.errors == ["hideToast"]


def test_a_handler_that_breaks_after_its_answer_does_not_answer_again() -> None:
    def late(call: Call, ports: Any) -> None:
        call.succeed()
        raise KeyError("late")

    ended, report = answer_of(late)
    assert (ended.ok, report.errors) == (True, ["hideToast"])


def test_two_answers_are_a_mistake() -> None:
    call = Call(Request("x"), Ended())
    call.succeed()
    with pytest.raises(RuntimeError, match="answered twice"):
        call.fail("again")


def test_required_arguments_are_checked_in_the_platforms_words() -> None:
    ended, _ = answer_of(lambda call, ports: call.succeed(), "navigateTo")
    text = "navigateTo:fail parameter error: parameter.url should be String instead of Undefined;"
    assert ended.result == {"errMsg": text}


def test_what_needs_a_tap_fails_without_one() -> None:
    ended, _ = answer_of(lambda call, ports: call.succeed(), "getUserProfile", args={"desc": "x"})
    assert ended.result == {"errMsg": "getUserProfile:fail can only be invoked by user TAP gesture."}
    ended, _ = answer_of(lambda call, ports: call.succeed(), "getUserProfile", args={"desc": "x"}, from_tap=True)
    assert ended.ok


def test_bytes_survive_the_way() -> None:
    assert as_bytes(from_bytes(b"\x00\xff")) == b"\x00\xff"
    assert as_bytes({"$b64": "%%%"}) is None
    assert as_bytes("text") is None


ALL = {name: entry for name, entry in WECHAT.registry.entries.items() if entry.state != "unsupported"}
OF_THE_HOST = {name for name, entry in ALL.items() if entry.handler.place == "host"}
SCOPED = sorted(name for name, entry in ALL.items() if entry.api.scope)


class Recorder:
    """Notes every call and lets it go on."""

    names = None
    patience_ms = 0

    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, Any]]] = []

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        self.seen.append((call.request.name, dict(call.args)))
        go_on()


def test_the_table_is_whole() -> None:
    assert len(ALL) > 400
    assert {entry.handler.place for entry in ALL.values()} == {"host", "logic", "js"}


@pytest.mark.parametrize("stage", STAGES)
def test_every_api_passes_every_stage(host: FakeHost, stage: Stage) -> None:
    recorder = Recorder()
    host.interceptors.add(stage, recorder)
    host.play({"answers.dialogs": "accept"})
    asked = {name: required_arguments(entry) for name, entry in ALL.items()}
    for name, args in asked.items():
        host.call(name, **args)
    assert recorder.seen == list(asked.items())
    assert {request.name for request in host.handed_back} == set(ALL) - OF_THE_HOST


def test_every_api_is_answered_by_a_mock_rule_and_no_handler_sees_it(host: FakeHost) -> None:
    behind = Recorder()
    host.interceptors.add("world", behind)
    for name, entry in WECHAT.registry.entries.items():
        host.mocks.put(name, lambda request, answer, go_on: answer({"name": request.name}))
        ended = host.call(name, **required_arguments(entry))
        result = {"value": {"name": name}} if entry.api.kind in ("sync", "factory") else {"name": name}
        title = name.rpartition(".")[2]
        assert (ended.ok, ended.result) == (True, {**result, "errMsg": f"{title}:ok"})
    assert (behind.seen, host.handed_back, host.report.errors) == ([], [], [])


@pytest.mark.parametrize("name", SCOPED)
def test_a_refused_scope_is_the_documented_failure(host: FakeHost, name: str) -> None:
    host.play({permission_of(ALL[name].api.scope): "denied"})
    ended = host.call(name, **required_arguments(ALL[name]))
    assert (ended.ok, ended.result) == (False, {"errMsg": f"{name.rpartition('.')[2]}:fail auth deny"})


def test_a_wrong_argument_is_refused_before_any_interceptor(host: FakeHost) -> None:
    recorder = Recorder()
    host.interceptors.add("mock", recorder)
    assert host.call("navigateTo").ok is False
    assert host.call_untouched("getUserProfile", desc="x").ok is False
    assert recorder.seen == []


def test_the_order_is_fixed_whoever_comes_first(host: FakeHost) -> None:
    passed: list[Stage] = []

    class Noting(Recorder):
        def __init__(self, stage: Stage) -> None:
            super().__init__()
            self.stage = stage

        def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
            passed.append(self.stage)
            go_on()

    for stage in reversed(STAGES):
        host.interceptors.add(stage, Noting(stage))
    host.call("getNetworkType")
    assert passed == ["mock", "world", "permission"]


def test_an_interceptor_is_taken_out_again(host: FakeHost) -> None:
    recorder = Recorder()
    remove = host.interceptors.add("permission", recorder)
    remove()
    host.call("getNetworkType")
    assert recorder.seen == []


def test_an_unsupported_api_fails_where_it_was_called(host: FakeHost) -> None:
    host.interceptors.add("permission", Recorder())
    assert host.call("getTransitCardCPLC").ok is None
    assert ([request.name for request in host.handed_back], host.report.notices) == (["getTransitCardCPLC"], [])
