"""The dispatcher: every call is answered, in form, whatever the handler does."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.call import ApiFailure, Call, Request, as_bytes, from_bytes
from runtime.api.dispatcher import Dispatcher
from runtime.api.handler import Handler
from runtime.api.registry import Registry
from runtime.platform.wechat import WECHAT
from tests.support.api_ports import Ended, FakeReport


def answer_of(run: Any, name: str = "hideToast", **request: Any) -> tuple[Ended, FakeReport]:
    report, ended = FakeReport(), Ended()
    dispatcher = Dispatcher(Registry(WECHAT.catalogue, [Handler(name, "host", "works", run)]), "host", None, report)
    dispatcher.dispatch(Call(Request(name, **request), ended))
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
