"""Every method of the protocol, as clients send it."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from simulator.running.headless import HeadlessProgram
from tests.support.automation_client import AutomationClient
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser


def picture(client: AutomationClient, method: str, **params: Any) -> QImage:
    return QImage.fromData(base64.b64decode(client.ask(method, **params)["data"]), "PNG")


def properties(client: AutomationClient, element: dict[str, Any], *names: str) -> list[Any]:
    return client.ask("Element.getProperties", names=list(names), **element)["properties"]


def test_what_clients_ask_first(client: AutomationClient) -> None:
    info = client.ask("Tool.getInfo")
    assert info["SDKVersion"] == "3.8.12"
    assert info["version"] >= "1.06.2301160"
    assert client.ask("Tool.getTestAccounts") == {"accounts": [{"openid": "o1", "nickName": "n"}]}
    client.ask("Tool.setTicket", ticket="t")
    assert client.ask("Tool.getTicket") == {"ticket": "t"}
    assert client.ask("Tool.refreshTicket") == {}
    assert client.refused("Tool.enableRemoteDebug", auto=True) == "Tool.enableRemoteDebug unimplemented"
    assert client.ask("Tool.clearAuth") == {}


def test_pages_and_routes(client: AutomationClient) -> None:
    page = client.ask("App.getCurrentPage")
    assert page == {"pageId": page["pageId"], "path": "pages/a/a", "query": {}, "renderer": "webview"}
    assert client.ask("App.callWxMethod", method="navigateTo", args=[{"url": "/pages/b/b?x=1"}])["result"]["errMsg"]
    stack = client.ask("App.getPageStack")["pageStack"]
    assert [(one["path"], one["query"]) for one in stack] == [("pages/a/a", {}), ("pages/b/b", {"x": "1"})]
    client.ask("App.callWxMethod", method="navigateBack", args=[{}])
    assert client.page() == {"pageId": page["pageId"]}
    why = client.refused("App.callWxMethod", method="navigateTo", args=[{"url": "/nowhere"}])
    assert why == 'navigateTo:fail page "nowhere" is not found'


def test_elements_of_pages_and_components(client: AutomationClient) -> None:
    page = client.page()
    told = client.ask("Page.getElement", selector=".box", **page)
    assert told["tagName"] == "view"
    assert "nodeId" not in told
    card = client.ask("Page.getElement", selector="card", **page)
    assert card["nodeId"]
    assert len(client.ask("Page.getElements", selector="view", **page)["elements"]) == 5
    inner = client.ask("Element.getElement", selector=".inner", elementId=card["elementId"], **page)
    assert client.ask("Element.getElements", selector="view", elementId=card["elementId"], **page)["elements"] == [
        inner
    ]
    assert client.ask("Page.getElementByXpath", selector="//card/view", **page) == inner
    assert client.ask("Page.getElementsByXpath", selector="//card/view", **page) == {"elements": [inner]}
    for method in ("Page.getElement", "Page.getElementByXpath"):
        assert client.refused(method, selector="nothing", **page) == "no such element"
    assert client.ask("Page.getElements", selector=".nothing", **page) == {"elements": []}


def test_data_and_methods_of_a_page(client: AutomationClient) -> None:
    page = client.page()
    assert client.ask("Page.getData", path="list[1].a", **page) == {"data": 2}
    assert client.ask("Page.setData", data={"name": "N"}, **page) == {}
    assert client.ask("Page.getData", **page)["data"]["name"] == "N"
    assert client.ask("Page.callMethod", method="add", args=[1, 2], **page) == {"result": 3}
    names = ["document.documentElement.scrollWidth", "document.body.scrollTop", "innerWidth", "scrollX"]
    assert client.ask("Page.getWindowProperties", names=names, **page) == {"properties": [390, 0, 390, 0]}
    text = "function (a) { return document.title.length + a }"
    assert client.ask("Page.callFunction", functionDeclaration=text, args=[1], **page) == {"result": 1}


def test_what_an_element_tells(client: AutomationClient) -> None:
    box = client.element(".box")
    assert client.ask("Element.getDOMProperties", names=["innerText", "offsetWidth"], **box)["properties"] == [
        "Hello Wx",
        390,
    ]
    assert client.ask("Element.getAttributes", names=["id", "data-item-id", "none"], **box)["attributes"] == [
        "top",
        "7",
        None,
    ]
    assert client.ask("Element.getStyles", names=["color"], **box)["styles"] == ["rgb(255, 0, 0)"]
    assert client.ask("Element.getOffset", **box) == {"left": 0, "top": 0}
    assert client.ask("Element.getWXML", type="inner", **box)["wxml"] == 'Hello W<text class="t">x</text>'
    assert client.ask("Element.getWXML", type="outer", **box)["wxml"].startswith("<view ")
    page = client.element("page")
    assert '<view class="inner">' in client.ask("Element.getWXML", type="inner", **page)["wxml"]


def test_properties_are_named_before_they_are_read(client: AutomationClient) -> None:
    card, field = client.element("card"), client.element(".in")
    (public,) = properties(client, card, "__propPublic")
    assert {"title", "own"} <= set(public)
    assert properties(client, card, "title") == ["T1"]
    (public,) = properties(client, field, "__propPublic")
    assert {"value", "placeholder-class", "placeholderClass"} <= set(public)
    assert properties(client, field, "value", "nothing") == ["", None]


def test_input_and_built_in_components(client: AutomationClient) -> None:
    def call(selector: str, name: str, *args: Any) -> Any:
        return client.ask("Element.callFunction", functionName=name, args=list(args), **client.element(selector)).get(
            "result"
        )

    call(".in", "input.input", "typed")
    assert client.ask("Page.getData", path="typed", **client.page()) == {"data": "typed"}
    assert properties(client, client.element(".in"), "value") == ["typed"]
    call(".sv", "scroll-view.scrollTo", 0, 90)
    assert [call(".sv", f"scroll-view.{name}") for name in ("scrollTop", "scrollLeft", "scrollHeight")] == [90, 0, 500]
    call(".sp", "swiper.swipeTo", 1)
    call(".sl", "slider.slideTo", 30)
    call(".sw", "switch.tap")
    call(".mv", "movable-view.moveTo", 30, 10)
    assert properties(client, client.element(".mv"), "_translateX", "_translateY") == [30, 10]
    assert properties(client, client.element(".sl"), "value") == [30]
    assert properties(client, client.element(".sw"), "checked") == [True]
    unknown = client.refused("Element.callFunction", functionName="map.fly", args=[], **client.element(".sp"))
    assert unknown == "Element.callFunction map.fly unimplemented"


def test_taps_touches_and_events(client: AutomationClient) -> None:
    page, pad = client.page(), client.element(".pad")
    client.ask("Element.tap", **client.element(".box"))
    assert client.ask("Element.getDOMProperties", names=["innerText"], **client.element(".box")) == {
        "properties": ["Hello hit 7x"]
    }
    offset = client.ask("Element.getOffset", **pad)
    point = {"identifier": 0, "pageX": offset["left"] + 9, "pageY": offset["top"] + 9}
    client.ask("Element.touchstart", touches=[point], changedTouches=[point], **pad)
    client.ask("Element.touchmove", touches=[point], changedTouches=[{**point, "pageX": 60}], **pad)
    client.ask("Element.touchend", touches=[], changedTouches=[point], **pad)
    client.ask("Element.touchstart", **pad)
    client.ask("Element.touchcancel", **pad)
    client.ask("Element.triggerEvent", type="buy", detail={"n": 1}, **client.element("card"))
    client.ask("Element.dispatchEvent", eventName="change", eventData={"detail": {"value": 3}}, **client.element(".sl"))
    seen = client.ask("Page.getData", path="seen", **page)["data"]
    assert [kind for kind, _ in seen] == ["touchstart", "touchmove", "touchend", "touchstart", "buy", "change"]
    scroll = {"scrollTop": 40, "scrollLeft": 0}
    client.ask("Element.dispatchEvent", eventName="scroll", eventData={"scrollDetail": scroll}, **client.element(".sv"))
    assert properties(client, client.element(".sv"), "scrollTop") == [40]


def test_components_and_contexts(client: AutomationClient) -> None:
    card = client.element("card")
    assert client.ask("Element.getData", path="own[1]", **card) == {"data": 2}
    assert client.ask("Element.setData", data={"title": "New"}, **card) == {}
    assert client.ask("Element.getData", **card)["data"]["title"] == "New"
    assert client.ask("Element.callMethod", method="twice", args=[4], **card) == {"result": 8}
    assert client.ask("Element.callContextMethod", method="play", args=[], **client.element("page")) == {"result": None}


def test_mocks_functions_and_bindings(client: AutomationClient) -> None:
    def call(text: str, *args: Any) -> Any:
        return client.ask("App.callFunction", functionDeclaration=text, args=list(args))["result"]

    client.ask("App.mockWxMethod", method="getStorageSync", result={"a": 1})
    assert call("() => wx.getStorageSync('k')") == {"a": 1}
    text = "function (key, more) { return [this.origin(key), more] }"
    client.ask("App.mockWxMethod", method="getStorageSync", functionDeclaration=text, args=["m"])
    assert call("() => wx.getStorageSync('none')") == ["", "m"]
    client.ask("App.mockWxMethod", method="getStorageSync")
    assert call("() => wx.getStorageSync('none')") == ""
    client.ask("App.addBinding", name="tellClient")
    call("(x) => { tellClient(x, [1]) }", {"deep": True})
    wait_until(lambda: client.events("App.bindingCalled"), "the call")
    assert client.events("App.bindingCalled") == [{"name": "tellClient", "args": [{"deep": True}, [1]]}]
    assert client.refused("App.callWxMethod", method="getNothing", args=[]) == "wx.getNothing not exists"


def test_a_plug_in_has_functions_of_its_own_to_be_mocked(client: AutomationClient) -> None:
    def mock(**params: Any) -> None:
        assert client.ask("App.mockWxMethod", method="getStorageSync", **params) == {}

    def read() -> Any:
        text = "() => [wx.getStorageSync('none'), getApp().hello.read('none')]"
        return client.ask("App.callFunction", functionDeclaration=text, args=[])["result"]

    mock(result="the program's")
    assert read() == ["the program's", ""]
    mock(pluginId="wx12", functionDeclaration="function (key) { return `its ${key}, once ${this.origin(key)}` }")
    mock()
    assert read() == ["", "its none, once "]
    asked = {"method": "getStorageSync", "args": ["none"]}
    assert client.ask("App.callWxMethod", pluginId="hello", **asked) == {"result": "its none, once "}
    mock(pluginId="hello")
    assert read() == ["", ""]
    count = "() => Object.keys(wx).length - getApp().hello.names()"
    assert client.ask("App.callFunction", functionDeclaration=count, args=[]) == {"result": 0}
    why = "plugin wx1 not exists: its source is not in this project"
    assert client.refused("App.mockWxMethod", method="request", pluginId="wx1", result={}) == why
    assert client.refused("App.callWxMethod", pluginId="wx1", **asked) == why


def test_console_and_exceptions(client: AutomationClient) -> None:
    say = "(n) => { console.error('e', { n }); setTimeout(() => { throw new Error('late') }) }"
    client.ask("App.callFunction", functionDeclaration=say, args=[1])
    wait_until(lambda: client.events("App.exceptionThrown"), "the exception")
    assert client.events("App.exceptionThrown")[0]["message"] == "Error: late"
    assert "stack" in client.events("App.exceptionThrown")[0]
    assert client.events("App.logAdded") == []
    client.ask("App.enableLog")
    client.ask("App.callFunction", functionDeclaration=say, args=[2])
    wait_until(lambda: client.events("App.logAdded"), "the message")
    assert client.events("App.logAdded") == [{"type": "error", "args": ["e", {"n": 2}]}]
    assert all("id" not in one for one in client.said if "method" in one)


def test_pictures(client: AutomationClient) -> None:
    assert picture(client, "App.captureScreenshot").height() == 844
    assert picture(client, "App.captureScreenshot", fullPage=True).height() > 2000
    assert picture(client, "Element.captureScreenshot", **client.element(".box")).width() == 390


def test_dialogs_and_bars(client: AutomationClient) -> None:
    def native(method: str, **more: Any) -> dict[str, Any]:
        return client.ask("Tool.native", method=method, **more)

    ask = "(name) => { wx.showModal({ success: ({ confirm }) => { global[name] = confirm } }) }"
    client.ask("App.callFunction", functionDeclaration=ask, args=["first"])
    assert native("confirmModal") == {}
    client.ask("App.callFunction", functionDeclaration=ask, args=["second"])
    assert native("cancelModal") == {}
    said = "() => [global.first, global.second]"
    wait_until(lambda: client.ask("App.callFunction", functionDeclaration=said)["result"] == [True, False], "answers")
    assert "there is no dialog" in native("confirmModal")["error"]["message"]
    assert native("flyAway", data={"data": {}})["error"]["message"] == "can not find in protocol: flyAway"
    client.ask("App.callWxMethod", method="navigateTo", args=[{"url": "/pages/b/b"}])
    assert native("navigateLeft") == {}
    wait_until(lambda: client.ask("App.getCurrentPage")["path"] == "pages/a/a", "the way back")
    client.ask("App.callWxMethod", method="navigateTo", args=[{"url": "/pages/b/b"}])
    assert native("goHome") == {}
    assert len(client.ask("App.getPageStack")["pageStack"]) == 1
    assert "no tab" in native("switchTab", data={"url": "/pages/b/b"})["error"]["message"]
    assert native("shareConfirm")["error"]["message"] == "there is no card to be shared on the screen"


def test_cover_views_and_the_privacy_question_are_pressed_by_their_text(
    client: AutomationClient, program: HeadlessProgram
) -> None:
    def press(text: object) -> dict[str, Any]:
        given = {"data": {"nodetype": "text", "text": text}}
        return client.ask("Tool.native", method="clickCoverView", data=given)

    client.ask("App.callWxMethod", method="navigateTo", args=[{"url": "/pages/b/b"}])
    assert press('Take "it"') == {}
    assert client.ask("Page.getData", path="text", **client.page()) == {"data": "taken"}
    for text in ("Take", "同意", "", None, 5, "'\"]"):
        assert "there is no cover-view" in press(text)["error"]["message"]
    assert "there is no" in client.ask("Tool.native", method="clickCoverView")["error"]["message"]
    program.program.world.set("privacy.isAgreed", False, "console")
    ask = "() => { wx.requirePrivacyAuthorize({ complete: ({ errMsg }) => { global.said = errMsg } }) }"
    client.ask("App.callFunction", functionDeclaration=ask, args=[])
    assert press("同意") == {}
    said = "() => global.said"
    wait_until(lambda: client.ask("App.callFunction", functionDeclaration=said, args=[])["result"], "the answer")
    assert client.ask("App.callFunction", functionDeclaration=said, args=[])["result"] == "requirePrivacyAuthorize:ok"


def test_the_program_leaves_and_comes_back(client: AutomationClient) -> None:
    assert client.ask("App.exit") == {}
    assert client.ask("App.getCurrentPage")["path"] == "pages/a/a"


def test_questions_of_the_phone_are_the_client_s_to_answer(client: AutomationClient) -> None:
    def ask_and(button: str) -> object:
        text = "() => { global.said = ''; wx.getLocation({ complete: ({ errMsg }) => { global.said = errMsg } }) }"
        client.ask("App.callFunction", functionDeclaration=text, args=[])
        assert client.ask("Tool.native", method=button) == {}
        said = "() => global.said"
        wait_until(lambda: client.ask("App.callFunction", functionDeclaration=said)["result"], "the answer")
        return client.ask("App.callFunction", functionDeclaration=said)["result"]

    assert str(ask_and("authorizeAllow")) == "getLocation:ok"
    assert client.ask("Tool.native", method="authorizeCancel")["error"]["message"]


def test_the_whole_vocabulary_is_there(client: AutomationClient) -> None:
    vocabulary = (Path(__file__).parent / "vocabulary.txt").read_text("utf-8").split()
    assert len(vocabulary) == len(set(vocabulary))
    unknown = {method for method in vocabulary if "unimplemented" in str(client.reply(client.send(method)))}
    # They are about another phone, on which nothing of Handset runs.
    assert unknown == {"Tool.enableRemoteDebug", "Tool.resetRemoteDebug"}
