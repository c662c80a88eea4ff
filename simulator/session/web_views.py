"""What sites in web-views have said: messages for their program, which come when the platform delivers them, and where
they are. Sans-IO; the session asks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol import logic
from simulator.session.commands import Command, ToLogic

WEB_VIEW_EVENT = "webview"
"""The event type by which a web-view tells of its site; the logic layer does not hear of it."""
MOST_MESSAGES = 1000


class WebViews:
    """Of the pages of one program. A page has one web-view at most."""

    def __init__(self) -> None:
        self._urls: dict[int, str] = {}
        self._posts: dict[int, list[Any]] = {}
        self._elements: dict[int, Mapping[str, Any]] = {}

    def heard(self, page_id: int, event: Mapping[str, Any]) -> None:
        """A site is there, or has posted a message. More than a program can mean are left out."""
        detail = event["detail"]
        self._elements[page_id] = event
        if isinstance(detail.get("url"), str):
            self._urls[page_id] = detail["url"]
        if "message" in detail:
            posts = self._posts.setdefault(page_id, [])
            if len(posts) < MOST_MESSAGES:
                posts.append(detail["message"])

    def url(self, page_id: int) -> str:
        """Where the site is; empty without one."""
        return self._urls.get(page_id, "")

    def delivery(self, page_id: int) -> list[Command]:
        """All that the site has posted, as the event `message`: the page is left, or shared."""
        posts = self._posts.get(page_id)
        if not posts:
            return []
        event = {**self._elements[page_id], "type": "message", "detail": {"data": posts}}
        return [ToLogic(logic.ViewEvents(page_id, Raw(msgspec.json.encode([event]))))]

    def forget(self, page_id: int) -> None:
        """The page is closed."""
        for known in (self._urls, self._posts, self._elements):
            known.pop(page_id, None)

    def clear(self) -> None:
        """The program starts anew."""
        for known in (self._urls, self._posts, self._elements):
            known.clear()
