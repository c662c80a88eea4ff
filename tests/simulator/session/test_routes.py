"""Routes against the tables of the routing guide."""

from __future__ import annotations

import pytest

from simulator.session import routes
from simulator.session.facts import PageFacts, ProgramFacts
from simulator.session.routes import PageStack, RouteFailure, Transition
from simulator.session.url import PageUrl, parse_page_url

FACTS = ProgramFacts(
    pages={
        "a": PageFacts("a", {}, 0),
        "b": PageFacts("b", {}, 1),
        "c": PageFacts("c", {}),
        "d": PageFacts("d", {}),
    },
    entry_path="a",
    app={},
)


def url(path: str) -> PageUrl:
    return PageUrl(path, {})


def names(transition: Transition) -> list[str]:
    return [f"{step.path}.{step.step}" for step in transition.steps]


def go(pages: PageStack, *routes_taken: tuple[str, str]) -> Transition:
    outcome: Transition | RouteFailure | None = None
    for api, path in routes_taken:
        if api == "launch":
            outcome = routes.launch(pages, url(path), FACTS)
        elif api == "back":
            outcome = routes.navigate_back(pages, int(path))
        else:
            outcome = routes.ROUTES[api](pages, url(path), FACTS)
        assert isinstance(outcome, Transition), outcome
        pages = outcome.pages
    assert isinstance(outcome, Transition)
    return outcome


@pytest.mark.parametrize(
    ("before", "route", "steps"),
    [
        ([("launch", "a")], ("switchTab", "a"), []),
        ([("launch", "a")], ("switchTab", "b"), ["a.hide", "b.load", "b.show"]),
        ([("launch", "a"), ("switchTab", "b"), ("switchTab", "a")], ("switchTab", "b"), ["a.hide", "b.show"]),
        ([("launch", "a"), ("navigateTo", "c")], ("switchTab", "a"), ["c.unload", "a.show"]),
        ([("launch", "a"), ("navigateTo", "c")], ("switchTab", "b"), ["c.unload", "b.load", "b.show"]),
        ([("launch", "d")], ("switchTab", "a"), ["d.unload", "a.load", "a.show"]),
        ([("launch", "a")], ("navigateTo", "c"), ["a.hide", "c.load", "c.show"]),
        ([("launch", "a"), ("navigateTo", "c")], ("redirectTo", "d"), ["c.unload", "d.load", "d.show"]),
        (
            [("launch", "a"), ("navigateTo", "c"), ("navigateTo", "d")],
            ("back", "9"),
            ["d.unload", "c.unload", "a.show"],
        ),
        (
            [("launch", "a"), ("switchTab", "b"), ("navigateTo", "c")],
            ("reLaunch", "d"),
            ["c.unload", "b.unload", "a.unload", "d.load", "d.show"],
        ),
    ],
)
def test_steps_of_a_route(before: list[tuple[str, str]], route: tuple[str, str], steps: list[str]) -> None:
    assert names(go(PageStack(), *before, route)) == steps


@pytest.mark.parametrize(
    ("before", "api", "path", "reason"),
    [
        ([("launch", "a")], "navigateTo", "b", "can not navigateTo a tabbar page"),
        ([("launch", "a")], "redirectTo", "b", "can not redirectTo a tabbar page"),
        ([("launch", "a")], "switchTab", "c", "can not switch to no-tabBar page"),
        ([("launch", "a")], "navigateTo", "x", 'page "x" is not found'),
        ([("launch", "a"), *[("navigateTo", "c")] * 9], "navigateTo", "c", "webview count limit exceed"),
    ],
)
def test_a_refused_route_says_why(before: list[tuple[str, str]], api: str, path: str, reason: str) -> None:
    pages = go(PageStack(), *before).pages
    assert routes.ROUTES[api](pages, url(path), FACTS) == RouteFailure(reason)


def test_back_at_the_first_page_fails() -> None:
    pages = go(PageStack(), ("launch", "a")).pages
    assert routes.navigate_back(pages, 1) == RouteFailure("cannot navigate back at first page.")


def test_page_ids_are_never_reused() -> None:
    end = go(PageStack(), ("launch", "a"), ("navigateTo", "c"), ("back", "1"), ("navigateTo", "c"))
    assert [page.page_id for page in end.pages.stack] == [1, 3]


def test_a_stack_comes_back_without_the_pages_that_are_gone() -> None:
    transition = routes.restore((url("a"), url("gone"), PageUrl("c", {"id": "3"})), FACTS, 7)
    assert transition is not None
    assert names(transition) == ["a.load", "a.show", "a.hide", "c.load", "c.show"]
    assert [page.page_id for page in transition.pages.stack] == [7, 8]


@pytest.mark.parametrize(
    ("text", "path", "query"),
    [
        ("../detail/detail?id=3&name=%E4%BD%A0", "pages/detail/detail", {"id": "3", "name": "%E4%BD%A0"}),
        ("/pages/x/x", "pages/x/x", {}),
        ("y?flag", "pages/home/y", {"flag": ""}),
        ("?a=b=c", "pages/home/home", {"a": "b=c"}),
        ("../../../../etc", "etc", {}),
    ],
)
def test_urls_resolve_against_the_page(text: str, path: str, query: dict[str, str]) -> None:
    assert parse_page_url(text, "pages/home/home") == PageUrl(path, query)


def test_rewriting_a_switch_takes_a_kept_tab_page() -> None:
    before = go(PageStack(), ("launch", "a"), ("navigateTo", "c"), ("reLaunch", "d"), ("switchTab", "b"))
    kept = go(PageStack(), ("launch", "a"), ("switchTab", "b"))
    outcome = routes.rewrite(kept.pages, url("a"), FACTS, "switchTab")
    assert isinstance(outcome, Transition)
    assert (names(outcome), [page.path for page in outcome.closed]) == (["a.show"], ["b"])
    opened = routes.rewrite(before.pages, PageUrl("a", {"x": "1"}), FACTS, "switchTab")
    assert isinstance(opened, Transition)
    assert (names(opened), opened.shown.query) == (["a.load", "a.show"], {})
