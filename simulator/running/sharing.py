"""What a user does with a page as a whole: forwards it, shows it to friends, keeps it. Asks the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.protocol import shell, view
from simulator.bridge.notices import Notices
from simulator.running.page_callbacks import PageCallbacks
from simulator.session.commands import Offer
from simulator.session.routes import Page
from simulator.session.url import format_query


class Sharing:
    """For one program; `name` gives its name, for a card without a title; `copy` puts a text on its clipboard."""

    def __init__(
        self,
        callbacks: PageCallbacks,
        send: Callable[[view.HostToView], None],
        notices: Notices,
        name: Callable[[], str],
        copy: Callable[[str], None],
    ) -> None:
        self._callbacks = callbacks
        self._send = send
        self._notices = notices
        self._name = name
        self._copy = copy

    def carry_out(self, offer: Offer) -> None:
        """An entry of the capsule's menu."""
        match offer:
            case "share":
                self.forward("menu")
            case "share-timeline":
                self._callbacks.ask("onShareTimeline", {}, self._show_moment)
            case "favorite":
                self._callbacks.ask("onAddToFavorites", {}, self._keep)
            case "copy-url":
                self._callbacks.ask("onCopyUrl", {}, self._copy_link)

    def forward(self, origin: str, event: Mapping[str, Any] | None = None) -> None:
        """To a chat. `origin`: menu or button; `event`: of that button."""

        def answered(page: Page, shared: dict[str, Any] | None) -> None:
            # Without the callback the menu does not offer it; a button shares all the same.
            if shared is None and origin == "menu":
                return self._notices.say("not-offered", "warn", detail={"name": "onShareAppMessage"})
            given = shared or {}
            self._show_card("shared", page, given, str(given.get("path") or _path(page, None)))

        self._callbacks.ask("onShareAppMessage", {"from": origin}, answered, event)

    def _show_moment(self, page: Page, shared: dict[str, Any] | None) -> None:
        if shared is None:
            return self._notices.say("not-offered", "warn", detail={"name": "onShareTimeline"})
        self._show_card("shared-timeline", page, shared, _path(page, shared.get("query")))

    def _keep(self, page: Page, kept: dict[str, Any] | None) -> None:
        given = kept or {}
        detail = {"title": str(given.get("title") or self._name()), "path": _path(page, given.get("query"))}
        self._notices.say("favorite", detail=detail)

    def _copy_link(self, page: Page, wished: dict[str, Any] | None) -> None:
        """Source: reference, onCopyUrl: without a wish there is no query. Assumed: how a link looks that no service has
        shortened."""
        given = wished or {}
        title, query = str(given.get("title") or ""), str(given.get("query") or "")
        link = "/".join(filter(None, (f"#小程序://{self._name()}", title, page.path))) + (f"?{query}" if query else "")
        self._copy(link)
        self._notices.say("link-copied", detail={"link": link})

    def _show_card(self, code: str, page: Page, shared: Mapping[str, Any], path: str) -> None:
        card = shell.ShareCard(str(shared.get("title") or self._name()), path, str(shared.get("imageUrl") or ""))
        self._notices.say(code, detail={"title": card.title, "path": path})
        self._send(view.CallShell(card, page_id=page.page_id))


def _path(page: Page, query: object) -> str:
    """The page with another query, or with its own."""
    text = str(query or format_query(page.query))
    return f"/{page.path}?{text}" if text else f"/{page.path}"
