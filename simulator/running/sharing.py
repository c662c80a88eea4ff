"""What a user does with a page as a whole: forwards it, shows it to friends, keeps it, leaves it. Asks the page."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw
from PySide6.QtCore import QTimer

from runtime.protocol import logic, view
from simulator.session.commands import Offer
from simulator.session.routes import Page
from simulator.session.url import format_query

if TYPE_CHECKING:
    from simulator.running.program import Program

LAST_WORDS_MS = 500
"""So long a page may take to say what it wants to keep before the program is started again."""
DAY_MS = 24 * 60 * 60 * 1000
"""So long what a page has saved at its end is kept, if it does not say otherwise. Source: reference, exitState."""


@dataclass(frozen=True, slots=True)
class ExitState:
    """What onSaveExitState of the page on top has given, for the next start on that page."""

    path: str
    data: Any
    expires_ms: float


class Sharing:
    """For one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._exit_state: ExitState | None = None

    def carry_out(self, offer: Offer) -> None:
        """An entry of the capsule's menu."""
        match offer:
            case "share":
                self.forward("menu")
            case "share-timeline":
                self._ask("onShareTimeline", {}, self._show_moment)
            case "favorite":
                self._ask("onAddToFavorites", {}, self._keep)

    def forward(self, origin: str, event: Mapping[str, Any] | None = None) -> None:
        """To a chat. `origin`: menu or button; `event`: of that button."""

        def answered(page: Page, shared: dict[str, Any] | None) -> None:
            # Without the callback the menu does not offer it; a button shares all the same.
            if shared is None and origin == "menu":
                return self._program.notices.say("not-offered", "warn", detail={"name": "onShareAppMessage"})
            given = shared or {}
            self._show_card("shared", page, given, str(given.get("path") or _path(page, None)))

        self._ask("onShareAppMessage", {"from": origin}, answered, event)

    def leave_and_restart(self, *, keep_stack: bool) -> None:
        """The user starts the program again: what the page on top saves at its end, it finds then."""

        launched_at = self._program.launched_at

        def go() -> None:
            if self._program.launched_at == launched_at:
                self._program.restart(keep_stack=keep_stack)

        QTimer.singleShot(LAST_WORDS_MS, self._program, go)
        self.keep_exit_state(go)

    def keep_exit_state(self, done: Callable[[], None] = lambda: None) -> None:
        """Asks the page on top what it wants to find again at the next start."""

        def answered(page: Page, saved: dict[str, Any] | None) -> None:
            self._exit_state = None
            if saved is not None and "data" in saved:
                expires = saved.get("expireTimeStamp")
                expires_ms = float(expires) if isinstance(expires, int | float) else time.time() * 1000 + DAY_MS
                self._exit_state = ExitState(page.path, saved["data"], expires_ms)
            done()

        if self._program.page is None or self._program.state != "running":
            done()
        else:
            self._ask("onSaveExitState", {}, answered)

    def exit_settings(self) -> dict[str, Any]:
        """The part of `Launch.settings` for a start; what has been saved counts once, and for a time."""
        state, self._exit_state = self._exit_state, None
        if state is None or state.expires_ms <= time.time() * 1000:
            return {}
        return {"exit_state": {"path": state.path, "data": state.data}}

    def _show_moment(self, page: Page, shared: dict[str, Any] | None) -> None:
        if shared is None:
            return self._program.notices.say("not-offered", "warn", detail={"name": "onShareTimeline"})
        self._show_card("shared-timeline", page, shared, _path(page, shared.get("query")))

    def _keep(self, page: Page, kept: dict[str, Any] | None) -> None:
        given = kept or {}
        detail = {"title": str(given.get("title") or self._name()), "path": _path(page, given.get("query"))}
        self._program.notices.say("favorite", detail=detail)

    def _show_card(self, code: str, page: Page, shared: Mapping[str, Any], path: str) -> None:
        card = {
            "title": str(shared.get("title") or self._name()),
            "path": path,
            "imageUrl": str(shared.get("imageUrl") or ""),
        }
        self._program.notices.say(code, detail={"title": card["title"], "path": path})
        self._program.send_to_view(view.Chrome("share", card, page_id=page.page_id))

    def _name(self) -> str:
        project = self._program.build.project if self._program.build else None
        return str((project.config.get("projectname") if project else "") or self._program.root.name)

    def _ask(
        self,
        name: str,
        detail: dict[str, Any],
        done: Callable[[Page, dict[str, Any] | None], None],
        event: Mapping[str, Any] | None = None,
    ) -> None:
        page = self._program.page
        if page is None:
            return

        def answered(answer: logic.Inspected) -> None:
            value = msgspec.json.decode(answer.value, type=_Answer)
            done(page, value.result if value.isDefined else None)

        self._program.ask_page(page.page_id, name, detail, answered, Raw(msgspec.json.encode(event)))


class _Answer(msgspec.Struct):
    isDefined: bool
    result: dict[str, Any]


def _path(page: Page, query: object) -> str:
    """The page with another query, or with its own."""
    text = str(query or format_query(page.query))
    return f"/{page.path}?{text}" if text else f"/{page.path}"
