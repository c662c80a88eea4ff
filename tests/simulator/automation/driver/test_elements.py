"""Elements of a real program: found, read and measured."""

from __future__ import annotations

import pytest

from simulator.automation.driver import Failure
from tests.support.driven_program import Drives

pytestmark = pytest.mark.browser


def test_a_selector_means_the_template_of_the_page(drives: Drives) -> None:
    assert [element.tag for element in drives.found(".box, .inner, .slotted")] == ["view", "view"]
    assert [element.tag for element in drives.found("card .slotted")] == ["view"]
    assert drives.found(".inner") == []
    assert drives.one("page").ref is None


def test_a_component_is_searched_inside(drives: Drives) -> None:
    (card,) = drives.found("card")
    assert card.component == "comps/card"
    (inner,) = drives.found(".inner", within=card)
    assert drives.found(".c1 >>> .inner") == [inner]
    assert drives.ask(drives.driver.elements.text, inner) == "T1\nS"


def test_xpath_means_what_is_on_the_screen(drives: Drives) -> None:
    def paths(path: str) -> list[str]:
        found = drives.ask(drives.driver.elements.find_by_xpath, drives.page_id, path)
        return [element.tag for element in found]

    assert paths("//view[contains(text(), 'Hello')]") == ["view"]
    assert paths("/page/card/view[@class='inner']/view") == ["view"]
    assert paths("//nothing") == []


def test_what_an_element_is_and_measures(drives: Drives) -> None:
    box, elements = drives.one(".box"), drives.driver.elements
    assert drives.ask(elements.attributes, box) == {"id": "top", "class": "box", "data-item-id": "7"}
    assert drives.ask(elements.styles, box, ["color", "padding-top"]) == ["rgb(255, 0, 0)", "10px"]
    place = drives.ask(elements.place, box)
    assert (place["left"], place["top"], place["width"]) == (0, 0, 390)
    assert drives.ask(elements.dom_properties, box, ["offsetWidth", "nothing"]) == [390, None]
    markup = drives.ask(elements.markup, box, outer=True)
    assert markup.startswith('<view id="top" class="box" data-item-id="7">Hello W<text')
    names = ["innerWidth", "document.body.nothing.more"]
    assert drives.ask(elements.window_properties, drives.page_id, names) == [390, None]


def test_properties_are_those_of_now(drives: Drives) -> None:
    elements, hands = drives.driver.elements, drives.driver.hands
    assert drives.ask(elements.properties, drives.one("card"), ["title", "own", "none"]) == ["T1", [1, 2], None]
    assert drives.ask(hands.enter, drives.one(".in"), "héllo") is None
    assert drives.ask(elements.properties, drives.one(".in"), ["value"]) == ["héllo"]
    assert drives.ask(elements.extent, drives.one(".sv"))["scrollHeight"] == 500


def test_pages_below_the_visible_one_can_be_asked(drives: Drives) -> None:
    box = drives.one(".box")
    drives.ask(drives.driver.route, "navigateTo", "/pages/b/b?x=1")
    assert [page.path for page in drives.driver.stack] == ["pages/a/a", "pages/b/b"]
    assert drives.ask(drives.driver.elements.text, box) == "Hello Wx"
    assert drives.ask(drives.driver.hands.tap, box) is None
    assert drives.ask(drives.driver.values.data, box.page_id, path="name") == "hit 7"
    assert drives.data("query") == {"x": "1"}


def test_what_is_gone_says_so(drives: Drives) -> None:
    box, (slotted,) = drives.one(".box"), drives.found(".slotted")
    drives.again()
    for ask in (drives.driver.elements.text, drives.driver.elements.attributes, drives.driver.hands.tap):
        assert drives.ask(ask, box) == Failure("page destroyed")
    assert drives.ask(drives.driver.values.data, slotted.page_id) == Failure("page destroyed")
    gone = type(box)(drives.page_id, "view", (99_999, 0))
    for ask in (drives.driver.elements.text, drives.driver.elements.attributes, drives.driver.hands.tap):
        assert drives.ask(ask, gone) == Failure("no such element")


@pytest.mark.parametrize("selector", ["a[[", "", ">>>", "view:hover(", "a >>> [", "a,,b", ":nth-child(x)"])
def test_what_is_no_selector_is_a_failure(drives: Drives, selector: str) -> None:
    elements = drives.driver.elements
    assert isinstance(drives.ask(elements.find, drives.page_id, selector), Failure)
    assert isinstance(drives.ask(elements.find_by_xpath, drives.page_id, f"//[{selector}"), Failure)
