"""What `Tool.native` can do to the phone around the page: press the buttons of dialogs and bars."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.automation.driver import Failure
from simulator.automation.protocol.request import Request

Native = Callable[[Request, Any], None]


def _refuse(request: Request, why: str) -> None:
    request.answer({"error": {"message": why}})


def _pressed(request: Request) -> Callable[[Any], None]:
    def told(outcome: Any) -> None:
        if isinstance(outcome, Failure):
            _refuse(request, outcome.reason)
        else:
            request.answer({})

    return told


def press(selector: str, what: str) -> Native:
    """Presses something if it can be seen."""

    def carry_out(request: Request, _data: Any) -> None:
        screen = request.driver.screen

        def look(is_shown: Any) -> None:
            if is_shown is True:
                screen.tap(selector, _pressed(request))
            else:
                _refuse(request, f"there is no {what} on the screen")

        screen.is_shown(selector, look)

    return carry_out


def _route(request: Request, api: str, url: str) -> None:
    request.driver.route(api, url, _pressed(request))


def go_home(request: Request, _data: Any) -> None:
    """To the entry page."""
    _route(request, "reLaunch", f"/{request.driver.entry_path}")


def navigate_left(request: Request, _data: Any) -> None:
    """By the arrow of the bar, which asks the page first; a page without a bar is left all the same."""
    screen = request.driver.screen

    def look(is_shown: Any) -> None:
        if is_shown is True:
            screen.tap(".navigation-back", _pressed(request))
        else:
            _route(request, "navigateBack", "")

    screen.is_shown(".navigation-back", look)


def switch_tab(request: Request, data: Any) -> None:
    """By the tab of a page; without a bar by its route."""
    url = data.get("url") if isinstance(data, dict) else None
    path = str(url or "").partition("?")[0].lstrip("/")
    index = request.driver.tab_index(path)
    screen = request.driver.screen
    if index < 0:
        _refuse(request, f"{path} is no tab")
        return

    def look(is_shown: Any) -> None:
        if is_shown is True:
            screen.tap(".tab", _pressed(request), index=index)
        else:
            _route(request, "switchTab", f"/{path}")

    screen.is_shown(".tab", look)


CONFIRM = press(".modal-confirm", "dialog")
CANCEL = press(".modal-cancel", "dialog that can be cancelled")
ANSWERS = {"同意": ".modal-confirm", "拒绝": ".modal-cancel"}
"""The buttons of the privacy question by the words of minium, for which they are cover-views."""


def click_cover_view(request: Request, data: Any) -> None:
    """The button of the privacy question, or else the cover-view of the page that shows a text."""
    wanted = data.get("data") if isinstance(data, dict) else None
    text = str(wanted.get("text", "")) if isinstance(wanted, dict) else ""
    page, driver = request.driver.page, request.driver
    # The innermost one: those around it have the same text.
    path = f"//cover-view[normalize-space() = {_quoted(text)}][not(.//cover-view[normalize-space() != ''])]"

    def look(is_shown: Any) -> None:
        if is_shown is True:
            driver.screen.tap(ANSWERS[text], _pressed(request))
        else:
            driver.elements.find_by_xpath(page.page_id if page else 0, path, tap)

    def tap(found: Any) -> None:
        if isinstance(found, Failure) or not found:
            _refuse(request, f"there is no cover-view with the text {text} on the screen")
        else:
            driver.hands.tap(found[0], _pressed(request))

    if text in ANSWERS:
        driver.screen.is_shown(ANSWERS[text], look)
    else:
        look(False)


def _quoted(text: str) -> str:
    """As XPath 1.0 can say it: it knows no escapes."""
    parts = ", '\"', ".join(f'"{part}"' for part in text.split('"'))
    return f'concat("", {parts})'


NATIVE: dict[str, Native] = {
    "goHome": go_home,
    "navigateLeft": navigate_left,
    "switchTab": switch_tab,
    "confirmModal": CONFIRM,
    "cancelModal": CANCEL,
    "authorizeAllow": CONFIRM,
    "authorizeCancel": CANCEL,
    "closePaymentDialog": CANCEL,
    "confirmConfirm": CONFIRM,
    "confirmCancel": CANCEL,
    "clickCoverView": click_cover_view,
    "shareConfirm": press(".share-send", "card to be shared"),
    "shareCancel": press(".share-cancel", "card to be shared"),
}
