"""Methods `App.*`: the program as a whole."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from simulator.automation.driver.outcome import then
from simulator.automation.protocol.request import Method, Request
from simulator.session.routes import Page

RENDERER = "webview"


def get_current_page(request: Request) -> None:
    """Where the user is."""
    page = request.driver.page
    if page is None:
        request.fail("no page is open")
    else:
        request.answer(page_told(page))


def get_page_stack(request: Request) -> None:
    """Bottom first."""
    request.answer({"pageStack": [page_told(page) for page in request.driver.stack]})


def call_wx_method(request: Request) -> None:
    """As the program calls it, or a plug-in."""
    params, plugin = request.params, _plugin(request)
    if plugin is not None:
        method, args = params.text("method"), params.values("args")
        request.driver.wx.call(method, args, request.gives("result"), plugin=plugin)


def mock_wx_method(request: Request) -> None:
    """With a result, with a function; with neither it is restored."""
    params, wx, plugin = request.params, request.driver.wx, _plugin(request)
    if plugin is None:
        return
    method, done = params.text("method"), request.nothing()
    if params.value("functionDeclaration"):
        declaration, more = params.text("functionDeclaration"), params.values("args")
        wx.mock_by_function(method, declaration, more, done, plugin=plugin)
    elif params.has("result"):
        wx.mock(method, params.value("result"), done, plugin=plugin)
    else:
        wx.restore(method, done, plugin=plugin)


def call_function(request: Request) -> None:
    """In the app service."""
    params = request.params
    declaration, args = params.text("functionDeclaration"), params.values("args")
    request.driver.values.evaluate(declaration, args, request.gives("result"))


def capture_screenshot(request: Request) -> None:
    """Of the phone; of the whole page with `fullPage`."""
    screen = request.driver.screen
    take = screen.page_picture if request.params.flag("fullPage") else screen.picture
    take(then(request.answer, picture_told))


def exit_app(request: Request) -> None:
    """The program goes to the background, as by the capsule's round button."""
    request.driver.leave()
    request.answer({})


def page_told(page: Page) -> dict[str, Any]:
    """A page as clients are told of it."""
    return {"pageId": page.page_id, "path": page.path, "query": page.query, "renderer": RENDERER}


def picture_told(picture: QImage) -> dict[str, Any]:
    """A picture as clients are told of it: a PNG file in base64."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # PySide declares the format as bytes and takes text.
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return {"data": bytes(buffer.data().toBase64().data()).decode()}


def _plugin(request: Request) -> str | None:
    """The plug-in whose `wx` is meant; empty is the program's own, None has been refused."""
    wanted = request.params.text("pluginId") if request.params.value("pluginId") else ""
    plugin = request.driver.plugin(wanted) if wanted else ""
    if plugin is None:
        request.fail(f"plugin {wanted} not exists: its source is not in this project")
    return plugin


METHODS: dict[str, Method] = {
    "App.getCurrentPage": get_current_page,
    "App.getPageStack": get_page_stack,
    "App.callWxMethod": call_wx_method,
    "App.mockWxMethod": mock_wx_method,
    "App.callFunction": call_function,
    "App.captureScreenshot": capture_screenshot,
    "App.exit": exit_app,
}
