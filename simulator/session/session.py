"""The session: which pages live, what each message means for the other side. Decides, does no I/O.

Messages and wishes go in, commands come out in the order in which they must be carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, assert_never

import msgspec
from msgspec import Raw

from runtime.protocol import launch, logic, shell, view
from simulator.bridge.requests import HOST_REQUESTS_FROM
from simulator.session import routes
from simulator.session.arrival import AS_BEFORE, Arrival
from simulator.session.commands import (
    Command,
    GoesRound,
    KeyHeard,
    Leave,
    OpenTypeAction,
    PageMissing,
    PageNeeded,
    PageOpening,
    PageShown,
    PageTurned,
    Restart,
    SettingsWish,
    ShareWish,
    ToLogic,
    ToView,
)
from simulator.session.facts import ProgramFacts
from simulator.session.orientation import DEFAULT, Wish, page_wish, wish_of
from simulator.session.routes import Animation, OpenType, Page, PageStack, RouteFailure, Transition
from simulator.session.tab_bar import tab_bar_call
from simulator.session.url import PageUrl, parse_page_url
from simulator.session.web_views import WEB_VIEW_EVENT, WebViews

DEFAULT_SCENE = 1001
OPEN_TYPE_EVENTS = ("navigate", "opentype")
"""Event types by which a navigator or a button asks the host for something; the logic layer does not hear of them."""
_REQUEST_MARKS = tuple(f'"{name}"'.encode() for name in (*OPEN_TYPE_EVENTS, WEB_VIEW_EVENT))

MOST_PASSED = 40
"""So many pages in a row that end before they are drawn mean that the program sends its user round in circles."""


@dataclass(frozen=True, slots=True)
class LaunchRequest:
    """How to start a program: the first page (empty path: the entry page), from where, a former stack to open again."""

    url: PageUrl = PageUrl("", {})  # noqa: RUF009 (frozen value)
    arrival: Arrival = AS_BEFORE
    former_stack: tuple[PageUrl, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledProgram:
    """What the session passes on of a build: the program, the facts, the style sheets of a page.

    `program` makes the JSON when a launch needs it: a swap that keeps the program running does not. `has_page`: whether
    a declared page has been compiled yet.
    """

    program: Callable[[], Raw]
    facts: ProgramFacts
    page_styles: Callable[[str], list[view.StyleSheet]]
    has_page: Callable[[str], bool] = lambda path: True


NO_PROGRAM = CompiledProgram(lambda: Raw(b"null"), ProgramFacts({}, "", {}), lambda page: [])
"""What a session has before the first build."""


class Session:
    """The runs of a program, one after the other. `pages` is the only state besides the program; ids stay unique across
    restarts."""

    def __init__(self, compiled: CompiledProgram = NO_PROGRAM, *, next_page_id: int = 1) -> None:
        self._compiled = compiled
        self.pages = PageStack(next_id=next_page_id)
        self._awaits_first_render: set[int] = set()
        self._orientations: dict[int, Wish] = {}
        self._layered: set[int] = set()  # pages with something open that takes a step back for itself
        self._passed: list[str] = []  # pages that have ended undrawn since one was drawn
        self._missing_path = ""
        self._entered: tuple[OpenType, int] = ("appLaunch", 0)  # the last route, and the call that has asked for it
        self._held: list[Callable[[], list[Command] | RouteFailure]] = []  # routes that wait, in order
        self.scene = DEFAULT_SCENE
        self.web_views = WebViews()

    @property
    def has_program(self) -> bool:
        """Whether there has been a build."""
        return self._compiled is not NO_PROGRAM

    @property
    def facts(self) -> ProgramFacts:
        """The program's pages and tabs."""
        return self._compiled.facts

    def orientation_wish(self, page: Page | None, *, is_tablet: bool) -> Wish:
        """How a page wants to be shown: as its page-meta says, else as it is configured (None: the entry page)."""
        facts = self.facts
        if page and page.page_id in self._orientations:
            return self._orientations[page.page_id]
        declared = facts.pages.get(page.path if page else facts.entry_path)
        return page_wish(declared.window, facts.app, is_tablet=is_tablet) if declared else DEFAULT

    def use_program(self, compiled: CompiledProgram) -> None:
        """The program was rebuilt; pages opened from now on follow it."""
        self._compiled = compiled

    def stack_urls(self) -> tuple[PageUrl, ...]:
        """The page stack in a form that another run can open again."""
        return tuple(PageUrl(page.path, page.query) for page in self.pages.stack)

    def launch(
        self, request: LaunchRequest, device: Mapping[str, Any], settings: launch.Settings
    ) -> list[Command] | RouteFailure:
        """Starts the program in a fresh logic process. A first page that does not exist is the program's to deal with
        (onPageNotFound), but for its own entry page."""
        facts = self.facts
        self.scene = request.arrival.scene or DEFAULT_SCENE
        url = request.url if request.url.path else PageUrl(facts.entry_path, request.url.query)
        restored = routes.restore(request.former_stack, facts, self.pages.next_id)
        outcome = restored or routes.launch(PageStack(next_id=self.pages.next_id), url, facts)
        if isinstance(outcome, RouteFailure) and url.path == facts.entry_path:
            return outcome
        first = url if isinstance(outcome, RouteFailure) else outcome.pages.stack[0]
        options = launch.LaunchOptions(first.path, dict(first.query), self.scene, request.arrival.referrer_info)
        start = logic.Launch(self._compiled.program(), dict(device), settings, options)
        app_steps = (
            logic.RouteStep("app-launch", detail=msgspec.to_builtins(options)),
            logic.RouteStep("app-show", detail=msgspec.to_builtins(options)),
        )
        self.pages = PageStack(next_id=self.pages.next_id)
        self._awaits_first_render.clear()
        self._passed.clear()
        self._held.clear()
        self.web_views.clear()
        self._missing_path = first.path if isinstance(outcome, RouteFailure) else ""
        if isinstance(outcome, RouteFailure):
            missing = logic.RouteStep("not-found", path=first.path, query=first.query)
            self._entered = ("appLaunch", 0)
            route = logic.Route("appLaunch", [*app_steps, missing], [])
            return [ToLogic(start), *self._clear_phone(), ToLogic(route)]
        outcome = replace(outcome, steps=(*app_steps, *outcome.steps))
        return [ToLogic(start), *self._clear_phone(), *self._enter(outcome)]

    def _clear_phone(self) -> list[Command]:
        bar = tab_bar_call(self.facts)
        return [ToView(view.CallShell(call)) for call in (shell.Reset(self.facts.name), *((bar,) if bar else ()))]

    def route(self, api: str, url_text: str, *, delta: int = 1, call_id: int = 0) -> list[Command] | RouteFailure:
        """Carries out a route API (`navigateTo`, `navigateBack` …) asked for by the program or the user."""
        if not self.has_program:
            return RouteFailure("no program is running")
        if self._held:
            return self._hold(partial(self.route, api, url_text, delta=delta, call_id=call_id), "")
        if api == "navigateBack":
            if self.pages.top and self.pages.top.page_id in self._layered:
                return [ToView(view.CallShell(shell.CloseLayer(), page_id=self.pages.top.page_id))]
            outcome = routes.navigate_back(self.pages, delta)
        else:
            top = self.pages.top
            url = parse_page_url(url_text, top.path if top else "")
            outcome = routes.ROUTES[api](self.pages, url, self.facts)
            if isinstance(outcome, Transition) and not self._compiled.has_page(url.path):
                return self._hold(partial(self.route, api, url_text, delta=delta, call_id=call_id), url.path)
        if isinstance(outcome, RouteFailure):
            return outcome
        return self._enter(outcome, opener_call_id=call_id)

    def rewrite(self, page_id: int, url_text: str, *, keeps_query: bool) -> list[Command] | RouteFailure:
        """Leads the last route, which has opened this page (0: one that is not there), to another page."""
        top = self.pages.top
        if page_id and (top is None or top.page_id != page_id or page_id not in self._awaits_first_render):
            return RouteFailure("only a route that opens a page can be rewritten")
        url = parse_page_url(url_text, top.path if top else "")
        url = PageUrl(url.path, top.query if top else {}) if keeps_query else url
        if url.path in self.facts.pages and not self._compiled.has_page(url.path):
            return self._hold(partial(self.rewrite, page_id, url_text, keeps_query=keeps_query), url.path)
        outcome = routes.rewrite(self.pages, url, self.facts, self._entered[0])
        if isinstance(outcome, RouteFailure):
            return outcome
        self._missing_path = ""
        return self._enter(outcome, opener_call_id=self._entered[1])

    def _hold(self, route: Callable[[], list[Command] | RouteFailure], path: str) -> list[Command]:
        """Keeps a route until its page is there. Those that come meanwhile keep their order."""
        self._held.append(route)
        return [PageNeeded(path)] if path else []

    def released(self) -> list[Command]:
        """More of the program has been compiled (`use_program`): the routes that have waited, as far as they can go."""
        held, self._held = self._held, []
        commands: list[Command] = []
        for route in held:
            outcome = route()
            commands += [] if isinstance(outcome, RouteFailure) else outcome
        return commands

    def on_logic(self, message: logic.LogicToHost) -> list[Command]:
        """A message of the logic process that concerns the view."""
        if isinstance(message, logic.DomBatch):
            if self.pages.find(message.page_id) is None:
                return []
            dom = view.Dom(message.page_id, message.batch_id, message.ops, message.is_measured)
            return [ToView(dom)]
        if isinstance(message, logic.ViewCall):
            if self.pages.find(message.page_id) is None:
                gone = logic.ViewReply(message.request_id, error="the page is closed")
                return [ToLogic(gone)] if message.request_id else []
            call = view.CallView(message.page_id, message.request_id, message.call)
            return [ToView(call)]
        if isinstance(message, logic.RouteDone) and self._missing_path:
            path, self._missing_path = self._missing_path, ""
            return [] if self.pages.top else [PageMissing(path)]
        return []

    def on_view(self, message: view.ViewToHost) -> list[Command]:
        """A message of the phone view that concerns the program."""
        match message:
            case view.Events():
                return self._events(message)
            case view.TurnPage(page_id, orientation):
                return self._turn(page_id, wish_of(orientation))
            case view.LayersChanged(page_id, has_layer):
                (self._layered.add if has_layer else self._layered.discard)(page_id)
                return []
            case view.PageSignal():
                return [ToLogic(logic.PageEvent(message.page_id, message.name, message.detail))]
            case view.Rendered():
                return self._rendered(message)
            case view.ShellEvent():
                return self._touched(message.event)
            case view.Reply(request_id, result, error):
                if request_id >= HOST_REQUESTS_FROM:
                    return []
                return [ToLogic(logic.ViewReply(request_id, result, error))]
            case (
                view.ViewReady() | view.UserDid() | view.FilesLoaded() | view.LongFrame() | view.ViewLog()
                | view.WxsSpoke()
            ):  # fmt: skip
                return []
            case _:
                assert_never(message)

    def set_foreground(self, *, visible: bool, arrival: Arrival = AS_BEFORE) -> list[Command]:
        """The user left the program (home screen) or came back."""
        top = self.pages.top
        self.scene = arrival.scene or self.scene
        page_step = [logic.RouteStep("show" if visible else "hide", top.page_id, top.path)] if top else []
        detail = {"path": top.path if top else "", "query": top.query if top else {}, "scene": self.scene}
        if visible and arrival.referrer_info:
            detail["referrerInfo"] = arrival.referrer_info
        app_step = [logic.RouteStep("app-show" if visible else "app-hide", detail=detail if visible else {})]
        steps = [*app_step, *page_step] if visible else [*page_step, *app_step]
        return [ToLogic(logic.Route("appLaunch" if visible else "hide", steps, self._stack_ids()))]

    def _turn(self, page_id: int, wish: Wish | None) -> list[Command]:
        if self.pages.find(page_id) is None:
            return []
        self._orientations.pop(page_id, None)
        if wish is not None:
            self._orientations[page_id] = wish
        return [PageTurned()] if self.pages.top and self.pages.top.page_id == page_id else []

    def _events(self, message: view.Events) -> list[Command]:
        raw = bytes(message.events)
        if not any(mark in raw for mark in _REQUEST_MARKS):
            return [ToLogic(logic.ViewEvents(message.page_id, message.events))]
        events = msgspec.json.decode(raw, type=list[dict[str, Any]])
        actions = [event for event in events if event.get("type") in OPEN_TYPE_EVENTS]
        told = [event for event in events if event.get("type") == WEB_VIEW_EVENT]
        rest = [event for event in events if event.get("type") not in (*OPEN_TYPE_EVENTS, WEB_VIEW_EVENT)]
        msgspec.convert([*actions, *told], list[_Action])
        for event in told if self.pages.find(message.page_id) else ():
            self.web_views.heard(message.page_id, event)
        commands: list[Command] = [OpenTypeAction(message.page_id, event) for event in actions]
        if rest:
            commands.insert(0, ToLogic(logic.ViewEvents(message.page_id, Raw(msgspec.json.encode(rest)))))
        return commands

    def _enter(self, transition: Transition, *, opener_call_id: int = 0) -> list[Command]:
        # The view learns of new pages first, so that their frames load while the logic layer runs onLoad.
        # A restored stack opens several pages at once; otherwise at most one page is new.
        known = {page.page_id for page in (*self.pages.stack, *self.pages.dangling)}
        self.pages = transition.pages
        commands: list[Command] = []
        for depth, page in enumerate(transition.pages.stack):
            if page.page_id not in known:
                commands.append(ToView(self._open_page(page, can_go_back=depth > 0)))
                self._awaits_first_render.add(page.page_id)
        route = logic.Route(transition.open_type, list(transition.steps), self._stack_ids(), opener_call_id)
        self._entered = (transition.open_type, opener_call_id)
        if transition.open_type in ("reLaunch", "autoReLaunch"):
            commands.append(ToView(view.CallShell(shell.Clear())))
        for page in transition.closed:
            commands += self.web_views.delivery(page.page_id)
            self.web_views.forget(page.page_id)
        if not transition.steps:
            # The tab that is shown already: no page comes, so none has come to its end either.
            return [*commands, ToLogic(route)]
        commands += [PageOpening(transition.shown), ToLogic(route)]
        commands.append(self._show(transition.shown, transition.animation, transition.closed))
        commands.append(PageShown(transition.shown))
        self._passed += [page.path for page in transition.closed if page.page_id in self._awaits_first_render]
        for page in transition.closed:
            self._awaits_first_render.discard(page.page_id)
            self._orientations.pop(page.page_id, None)
            self._layered.discard(page.page_id)
        if len(self._passed) > MOST_PASSED:
            commands.append(GoesRound(tuple(dict.fromkeys(self._passed))))
            self._passed.clear()
        return commands

    def _open_page(self, page: Page, *, can_go_back: bool) -> view.OpenPage:
        facts = self.facts
        page_facts = facts.pages[page.path]
        looks = {"styleVersion": facts.app.get("style") or "v1", "darkmode": facts.follows_theme}
        window = {**page_facts.window, **looks}
        window_dark = {**page_facts.window_dark, **looks} if facts.follows_theme and page_facts.window_dark else {}
        styles = self._compiled.page_styles(page.path)
        # Observed: the home button stands where a bottom page is neither the entry nor a tab.
        has_home = not can_go_back and page.tab_index < 0 and page.path != self.facts.entry_path
        return view.OpenPage(
            page.page_id, page.path, window, styles, page.tab_index, can_go_back, has_home, window_dark
        )

    def _show(self, page: Page, animation: Animation, closed: tuple[Page, ...]) -> ToView:
        return ToView(view.ShowPages(page.page_id, animation, [old.page_id for old in closed]))

    def _stack_ids(self) -> list[int]:
        return [page.page_id for page in self.pages.stack]

    def _rendered(self, message: view.Rendered) -> list[Command]:
        commands: list[Command] = [ToLogic(logic.Painted(message.page_id, message.batch_id))]
        if message.page_id in self._awaits_first_render:
            self._awaits_first_render.discard(message.page_id)
            self._passed.clear()
            commands.append(ToLogic(logic.PageReady(message.page_id)))
        return commands

    def _touched(self, touched: shell.Touched) -> list[Command]:
        match touched:
            case shell.BackTouched():
                outcome = self.route("navigateBack", "")
            case shell.HomeTouched():
                outcome = self.route("reLaunch", "/" + self.facts.entry_path)
            case shell.TabTouched(index):
                return self._tab_tapped(index)
            case shell.MenuChosen("restart"):
                return [Restart(keep_stack=False)]
            case shell.MenuChosen("share" | "share-timeline" | "favorite" | "copy-url" as offer):
                top = self.pages.top
                return [*(self.web_views.delivery(top.page_id) if top else ()), ShareWish(offer)]
            case shell.MenuChosen("settings"):
                return [SettingsWish()]
            case shell.KeyTouched():
                return [KeyHeard(touched)]
            case shell.CapsuleClosed():
                return [Leave()]
            case _:
                return []
        return [] if isinstance(outcome, RouteFailure) else outcome

    def _tab_tapped(self, index: int) -> list[Command]:
        path = next((page.path for page in self.facts.pages.values() if page.tab_index == index), None)
        if path is None:
            return []
        if self._held or not self._compiled.has_page(path):
            return self._hold(partial(self._tab_tapped, index), path)
        outcome = self.route("switchTab", "/" + path)
        if isinstance(outcome, RouteFailure):
            return []
        top = self.pages.top
        if top is None:
            return outcome
        items = (self.facts.app.get("tabBar") or {}).get("list") or []
        detail = {"index": str(index), "pagePath": path, "text": str(items[index].get("text", ""))}
        tapped = logic.PageEvent(top.page_id, "onTabItemTap", Raw(msgspec.json.encode(detail)))
        return [*outcome, ToLogic(tapped)]


class _Action(msgspec.Struct):
    """What an event must have that the host carries out."""

    detail: dict[str, Any]
