"""Data, methods, functions of `wx` and what happens, of a real program."""

from __future__ import annotations

import pytest

from simulator.automation.driver import Driver, Failure
from simulator.automation.driver.happenings import Called, Logged, Thrown
from tests.support.driven_program import Drives

pytestmark = pytest.mark.browser
DEEP = {"a": {"b": {"c": {"d": [1, {"e": "f" * 20}]}}}}


def evaluated(drives: Drives, text: str, *arguments: object) -> object:
    return drives.ask(drives.driver.values.evaluate, text, list(arguments))


def test_data_of_pages_and_components(drives: Drives) -> None:
    values, card = drives.driver.values, drives.one("card")
    assert drives.data("list[1].a") == 2
    assert drives.data("nothing.there") is None
    assert drives.ask(values.set_data, drives.page_id, {"list[0].a": 9}) is None
    assert drives.data("list") == [{"a": 9}, {"a": 2}]
    assert drives.ask(values.set_data, card, {"title": "New"}) is None
    assert drives.ask(values.data, card, path="title") == "New"


def test_methods_are_called_and_waited_for(drives: Drives) -> None:
    call = drives.driver.values.call_method
    assert drives.ask(call, drives.page_id, "add", [1, 2]) == 3
    assert drives.ask(call, drives.one("card"), "twice", [4]) == 8
    assert drives.ask(call, drives.page_id, "fails", []) == Failure("RangeError: too much")
    assert drives.ask(call, drives.page_id, "nothing", []) == Failure("nothing not exists")


def test_functions_are_evaluated_with_whole_values(drives: Drives) -> None:
    assert evaluated(drives, "function (x) { return [getApp().globalData, x] }", DEEP) == [{"n": 1}, DEEP]
    assert evaluated(drives, "async (x) => (await Promise.resolve(x)) + 1", 1) == 2
    assert evaluated(drives, "async function named() { throw new Error('boom') }") == Failure("boom")
    assert isinstance(evaluated(drives, "not a function"), Failure)
    in_page = drives.driver.values.evaluate_in_page
    count = "async (tag) => document.querySelectorAll(tag).length"
    assert drives.ask(in_page, drives.page_id, count, ["wx-switch"]) == 1
    assert isinstance(drives.ask(in_page, drives.page_id, "() => nothing.there", []), Failure)


def test_the_globals_that_clients_read(drives: Drives) -> None:
    text = """() => {
      const page = getCurrentPages()[0];
      const { __wxWebviewId__: id, renderer, pageRouter } = page;
      return [global === globalThis, __wxConfig.pages[0], id, renderer, typeof pageRouter.navigateTo];
    }"""
    assert evaluated(drives, text) == [True, "pages/a/a", drives.page_id, "webview", "function"]


def test_wx_is_called_as_the_program_calls_it(drives: Drives) -> None:
    call = drives.driver.wx.call
    assert drives.ask(call, "setStorage", [{"key": "k", "data": DEEP}]) == {"errMsg": "setStorage:ok"}
    assert drives.ask(call, "getStorageSync", ["k"]) == DEEP
    assert drives.ask(call, "getStorage", [{"key": "none"}]) == Failure("getStorage:fail data not found")
    assert drives.ask(call, "getPrivacyNothing", []) == Failure("wx.getPrivacyNothing not exists")


def test_mocks_answer_until_they_are_restored(drives: Drives) -> None:
    wx = drives.driver.wx
    drives.ask(wx.mock, "getStorageSync", 77)
    assert evaluated(drives, "() => wx.getStorageSync('k')") == 77
    drives.ask(wx.restore, "getStorageSync")
    assert evaluated(drives, "() => wx.getStorageSync('none')") == ""
    drives.ask(wx.mock, "request", {"errMsg": "request:fail x", "code": 1})
    text = "() => new Promise((fail) => { const task = wx.request({ url: 'http://a', fail }); task.abort() })"
    assert evaluated(drives, text) == {"errMsg": "request:fail x", "code": 1}
    why = '{"errMsg":"request:fail x","code":1}'
    assert evaluated(drives, "() => wx.request({ url: 'http://a' })") == Failure(why)
    drives.ask(wx.mock, "showModal", {"confirm": True})
    assert evaluated(drives, "() => wx.showModal({})") == {"errMsg": "showModal:ok", "confirm": True}


def test_a_mock_function_reaches_what_it_stands_for(drives: Drives) -> None:
    drives.ask(drives.driver.wx.call, "setStorage", [{"key": "k", "data": 1}])
    text = """function (option, more) {
      const { key } = option;
      return new Promise((end) => this.origin({ key, success: ({ data }) => end({ data: [data, more] }) }));
    }"""
    drives.ask(drives.driver.wx.mock_by_function, "getStorage", text, ["extra"])
    assert evaluated(drives, "() => wx.getStorage({ key: 'k' })") == {"errMsg": "getStorage:ok", "data": [1, "extra"]}
    text = "() => new Promise((success) => wx.getStorage({ key: 'k', success }))"
    assert evaluated(drives, text) == {"errMsg": "getStorage:ok", "data": [1, "extra"]}
    assert isinstance(drives.ask(drives.driver.wx.mock_by_function, "getStorage", "syntax error (", []), Failure)
    assert drives.ask(drives.driver.wx.mock, "noSuchThing", 1) == Failure("wx.noSuchThing not exists")


def test_what_a_driver_has_put_there_goes_with_it(drives: Drives) -> None:
    first, second = Driver(drives.program.program), Driver(drives.program.program)
    drives.ask(first.wx.mock, "getStorageSync", "first")
    drives.ask(second.wx.mock, "getStorageSync", "second")
    drives.ask(first.wx.expose, "ownName")
    drives.ask(second.wx.expose, "ownName")
    assert evaluated(drives, "() => wx.getStorageSync('k')") == "second"
    second.close()
    assert evaluated(drives, "() => [wx.getStorageSync('k'), typeof ownName]") == ["first", "function"]
    first.close()
    assert evaluated(drives, "() => [wx.getStorageSync('none'), typeof ownName]") == ["", "undefined"]


def test_what_happens_is_told_in_order_and_whole(drives: Drives) -> None:
    told: list[object] = []
    drives.driver.listen(told.append)
    drives.ask(drives.driver.wx.expose, "hearMe")
    throws = "setTimeout(() => { throw new TypeError('later') })"
    evaluated(drives, f"(deep) => {{ console.warn('a', deep); hearMe(1, deep); {throws} }}", DEEP)
    drives.program.until(lambda: len(told) == 3, "all three", 60)
    assert told[:2] == [Logged("warn", ["a", DEEP]), Called("hearMe", [1, DEEP])]
    assert isinstance(told[2], Thrown)
    assert told[2].message == "TypeError: later"
