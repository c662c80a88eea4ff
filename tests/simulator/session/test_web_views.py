"""What sites in web-views say, until it is delivered."""

from __future__ import annotations

from typing import Any

import msgspec

from runtime.protocol.logic import ViewEvents
from simulator.session.commands import ToLogic
from simulator.session.web_views import MOST_MESSAGES, WebViews


def event(**detail: Any) -> dict[str, Any]:
    return {"type": "webview", "id": 3, "node": 0, "detail": detail}


def delivered(views: WebViews, page_id: int) -> list[Any]:
    return [
        msgspec.json.decode(command.message.events)[0]
        for command in views.delivery(page_id)
        if isinstance(command, ToLogic) and isinstance(command.message, ViewEvents)
    ]


def test_messages_are_kept_in_order_for_their_page_and_stay_until_it_is_closed() -> None:
    views = WebViews()
    for message in (1, None, "three"):
        views.heard(7, event(message=message))
    views.heard(8, event(url="https://x.test/"))
    assert delivered(views, 7) == [{"type": "message", "id": 3, "node": 0, "detail": {"data": [1, None, "three"]}}]
    assert delivered(views, 7) != []
    assert (delivered(views, 8), views.url(8), views.url(7)) == ([], "https://x.test/", "")
    views.forget(7)
    assert delivered(views, 7) == []
    views.clear()
    assert views.url(8) == ""


def test_a_site_cannot_fill_the_memory() -> None:
    views = WebViews()
    for number in range(MOST_MESSAGES + 5):
        views.heard(7, event(message=number))
    assert len(delivered(views, 7)[0]["detail"]["data"]) == MOST_MESSAGES


def test_an_address_that_is_none_is_not_kept() -> None:
    views = WebViews()
    views.heard(7, event(url={"a": 1}))
    assert views.url(7) == ""
