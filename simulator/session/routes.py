"""The page stack and what each route does to it. Pure: a route makes a new value and a list of life-cycle steps.

Source: framework guide, page routing; texts of failures as observed on the platform.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from runtime.protocol.logic import RouteStep
from simulator.session.facts import ProgramFacts
from simulator.session.url import PageUrl

MAX_STACK = 10

OpenType = Literal["appLaunch", "navigateTo", "redirectTo", "navigateBack", "switchTab", "reLaunch", "autoReLaunch"]
Animation = Literal["none", "push", "pop"]


@dataclass(frozen=True, slots=True)
class Page:
    """One live page."""

    page_id: int
    path: str
    query: dict[str, str]
    tab_index: int = -1


@dataclass(frozen=True, slots=True)
class PageStack:
    """The pages that live: `stack` bottom first, `dangling` tab pages that are kept but not in the stack."""

    stack: tuple[Page, ...] = ()
    dangling: tuple[Page, ...] = ()
    next_id: int = 1

    @property
    def top(self) -> Page | None:
        """The visible page."""
        return self.stack[-1] if self.stack else None

    def find(self, page_id: int) -> Page | None:
        """A live page by its id."""
        return next((page for page in (*self.stack, *self.dangling) if page.page_id == page_id), None)


@dataclass(frozen=True, slots=True)
class Transition:
    """The outcome of a route. `opened` is the page that must be created, `closed` those that end."""

    open_type: OpenType
    pages: PageStack
    steps: tuple[RouteStep, ...]
    shown: Page
    opened: Page | None
    closed: tuple[Page, ...]
    animation: Animation


@dataclass(frozen=True, slots=True)
class RouteFailure:
    """Why a route was refused; `reason` is what stands after `<api>:fail `."""

    reason: str


Outcome = Transition | RouteFailure


def launch(pages: PageStack, url: PageUrl, facts: ProgramFacts, open_type: OpenType = "appLaunch") -> Outcome:
    """The first page of a program, or everything closed and one page opened (reLaunch)."""
    if url.path not in facts.pages:
        return _not_found(url)
    ended = (*reversed(pages.stack), *pages.dangling)
    new, after = _open(replace(pages, stack=(), dangling=()), url, facts)
    steps = (*(_step("unload", page) for page in ended), *_entering(new))
    return Transition(open_type, replace(after, stack=(new,)), steps, new, new, ended, "none")


def navigate_to(pages: PageStack, url: PageUrl, facts: ProgramFacts) -> Outcome:
    """Opens a page on top."""
    failure = _refuse_page(url, facts, "navigateTo")
    if failure:
        return failure
    if len(pages.stack) >= MAX_STACK:
        return RouteFailure("webview count limit exceed")
    new, after = _open(pages, url, facts)
    hidden = (_step("hide", pages.top),) if pages.top else ()
    result = replace(after, stack=(*pages.stack, new))
    return Transition("navigateTo", result, (*hidden, *_entering(new)), new, new, (), "push")


def redirect_to(pages: PageStack, url: PageUrl, facts: ProgramFacts) -> Outcome:
    """Closes the top page and opens another in its place."""
    failure = _refuse_page(url, facts, "redirectTo")
    if failure:
        return failure
    new, after = _open(pages, url, facts)
    ended = pages.stack[-1:]
    result = replace(after, stack=(*pages.stack[:-1], new))
    steps = (*(_step("unload", page) for page in ended), *_entering(new))
    return Transition("redirectTo", result, steps, new, new, ended, "none")


def navigate_back(pages: PageStack, delta: int) -> Outcome:
    """Closes `delta` pages (clipped so that one stays)."""
    if len(pages.stack) <= 1:
        return RouteFailure("cannot navigate back at first page.")
    keep = max(1, len(pages.stack) - max(1, delta))
    ended = tuple(reversed(pages.stack[keep:]))
    result = replace(pages, stack=pages.stack[:keep])
    shown = result.stack[-1]
    steps = (*(_step("unload", page) for page in ended), _step("show", shown))
    return Transition("navigateBack", result, steps, shown, None, ended, "pop")


def switch_tab(pages: PageStack, url: PageUrl, facts: ProgramFacts) -> Outcome:
    """Shows a tab page; every page above the bottom one ends, other tab pages are kept."""
    page_facts = facts.pages.get(url.path)
    if page_facts is None:
        return _not_found(url)
    if page_facts.tab_index < 0:
        return RouteFailure("can not switch to no-tabBar page")
    bottom, above = pages.stack[0] if pages.stack else None, tuple(reversed(pages.stack[1:]))
    steps = [_step("unload", page) for page in above]
    ended = list(above)
    if bottom and bottom.path == url.path:
        if above:
            steps.append(_step("show", bottom))
        return Transition(
            "switchTab", replace(pages, stack=(bottom,)), tuple(steps), bottom, None, tuple(ended), "none"
        )
    dangling = pages.dangling
    if bottom and bottom.tab_index >= 0:
        if not above:
            steps.append(_step("hide", bottom))
        dangling = (*dangling, bottom)
    elif bottom:
        steps.append(_step("unload", bottom))
        ended.append(bottom)
    kept = next((page for page in dangling if page.path == url.path), None)
    if kept:
        rest = tuple(page for page in dangling if page is not kept)
        result = replace(pages, stack=(kept,), dangling=rest)
        return Transition("switchTab", result, (*steps, _step("show", kept)), kept, None, tuple(ended), "none")
    new, after = _open(pages, PageUrl(url.path, {}), facts)
    result = replace(after, stack=(new,), dangling=dangling)
    return Transition("switchTab", result, (*steps, *_entering(new)), new, new, tuple(ended), "none")


def restore(stack: tuple[PageUrl, ...], facts: ProgramFacts, next_id: int) -> Transition | None:
    """Opens a former page stack again after a restart; pages that are gone are left out. None if nothing is left."""
    pages = PageStack(next_id=next_id)
    steps: list[RouteStep] = []
    known = [url for url in stack if url.path in facts.pages]
    for index, url in enumerate(known):
        new, pages = _open(pages, url, facts)
        pages = replace(pages, stack=(*pages.stack, new))
        steps.append(_load(new))
        steps.append(_step("show", new))
        if index < len(known) - 1:
            steps.append(_step("hide", new))
    if not pages.stack:
        return None
    top = pages.stack[-1]
    return Transition("appLaunch", pages, tuple(steps), top, top, (), "none")


def rewrite(pages: PageStack, url: PageUrl, facts: ProgramFacts, open_type: OpenType) -> Outcome:
    """Opens another page in the place of the top one, which a route has opened and the program has not begun with. The
    route stays of its kind. Source: framework guide, route rewriting.
    """
    found = facts.pages.get(url.path)
    if found is None:
        return _not_found(url)
    if open_type == "switchTab" and found.tab_index < 0:
        return RouteFailure("can not rewrite switchTab to a no-tabBar page")
    if open_type in ("navigateTo", "redirectTo") and found.tab_index >= 0:
        return RouteFailure(f"can not rewrite {open_type} to a tabbar page")
    ended = pages.stack[-1:]
    kept = next((page for page in pages.dangling if page.path == url.path), None)
    if kept:
        rest = tuple(page for page in pages.dangling if page is not kept)
        result = replace(pages, stack=(*pages.stack[:-1], kept), dangling=rest)
        return Transition(open_type, result, (_step("show", kept),), kept, None, ended, "none")
    new, after = _open(pages, PageUrl(url.path, {}) if open_type == "switchTab" else url, facts)
    result = replace(after, stack=(*pages.stack[:-1], new))
    return Transition(open_type, result, _entering(new), new, new, ended, "none")


ROUTES: dict[str, Callable[[PageStack, PageUrl, ProgramFacts], Outcome]] = {
    "navigateTo": navigate_to,
    "redirectTo": redirect_to,
    "switchTab": switch_tab,
    "reLaunch": lambda pages, url, facts: launch(pages, url, facts, "reLaunch"),
}


def _open(pages: PageStack, url: PageUrl, facts: ProgramFacts) -> tuple[Page, PageStack]:
    page = Page(pages.next_id, url.path, url.query, facts.pages[url.path].tab_index)
    return page, replace(pages, next_id=pages.next_id + 1)


def _entering(page: Page) -> tuple[RouteStep, RouteStep]:
    return _load(page), _step("show", page)


def _load(page: Page) -> RouteStep:
    return RouteStep("load", page.page_id, page.path, page.query)


def _step(step: Literal["show", "hide", "unload"], page: Page) -> RouteStep:
    return RouteStep(step, page.page_id, page.path)


def _refuse_page(url: PageUrl, facts: ProgramFacts, api: str) -> RouteFailure | None:
    page = facts.pages.get(url.path)
    if page is None:
        return _not_found(url)
    if page.tab_index >= 0:
        return RouteFailure(f"can not {api} a tabbar page")
    return None


def _not_found(url: PageUrl) -> RouteFailure:
    return RouteFailure(f'page "{url.path}" is not found')
