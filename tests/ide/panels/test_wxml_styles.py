"""The styles in the Wxml panel: rows, filters, places that open, forced states."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.panels.wxml.presenter import WxmlPresenter
from runtime.inspector.cascade import settle
from runtime.inspector.model import ElementStyles
from runtime.protocol.inspection import MatchedRule, StyleAnswer, StyledElement
from tests.ide.panels.test_wxml import View, node
from tests.runtime.inspector.styled import BOX, StyledProject, declared
from tests.support.debug_target import FakeDesk

SHEET = "page:pages/index/index.wxss"
WXSS = ".a {\n  color: #ff0000;\n  colox: 1;\n}\n.b {\n  color: blue;\n}\n"


class Opened:
    """A panel with an element chosen that the rules of a small sheet style."""

    def __init__(self, root: Path, above: str = "") -> None:
        self.project = StyledProject(root, {"pages/index/index.wxss": WXSS})
        self.desk, self.view = FakeDesk(), View()
        self.desk.target.pages.nodes = (node("view", (1, 0), **{"class": "a b"}),)
        self.desk.target.styles.shown = self.styles(above)
        self.presenter = WxmlPresenter(self.desk.panel_desk)
        self.presenter.attach(self.view)
        self.presenter.refresh()
        self.presenter.choose(("page", "1.0"))

    def styles(self, above: str = "") -> ElementStyles:
        own = StyledElement("view", (1, 0), self.project.rules([SHEET]), [declared("top: 1px")])
        around = [StyledElement("page", None, [MatchedRule("phone:", 0, "body", ["body"], [declared(above)])])]
        computed = {"color": "rgb(0, 0, 255)", "display": "block"}
        return settle(StyleAnswer(own, around if above else [], computed, BOX), self.project.sources)

    @property
    def texts(self) -> list[str]:
        return [row.plain() for row in self.view.styles]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return Opened(tmp_path)


def test_rules_read_as_a_sheet_with_what_came_of_each_declaration(opened: Opened) -> None:
    assert opened.texts == [
        "style of the element {", "  top: 1px", "}",
        ".b {  index.wxss:5", "  color: blue", "}",
        ".a {  index.wxss:1", "- color: #ff0000", "- colox: 1  (Unknown property)", "}",
    ]  # fmt: skip
    colour = opened.view.styles[7].colour
    assert colour is not None
    assert (colour.red, colour.green) == (1, 0)


def test_inherited_rules_say_from_whom(tmp_path: Path) -> None:
    assert Opened(tmp_path, "font-size: 3px").texts[-4:] == [
        "Inherited from page", "body {  built-in component", "  font-size: 3px", "}",
    ]  # fmt: skip


def test_a_filter_keeps_rules_with_the_word(opened: Opened) -> None:
    opened.presenter.styles.filter("blue")
    assert opened.texts == [".b {  index.wxss:5", "  color: blue", "}"]
    opened.presenter.styles.filter(".A")
    assert opened.texts[0].startswith(".a")
    opened.presenter.styles.filter("nothing")
    assert opened.texts == []


def test_places_open(opened: Opened) -> None:
    opened.presenter.styles.open_row(opened.view.styles[3])
    opened.presenter.styles.open_row(opened.view.styles[8])
    opened.presenter.styles.open_row(opened.view.styles[0])
    assert opened.desk.opened == [("pages/index/index.wxss", 5, 1), ("pages/index/index.wxss", 3, 3)]


def test_computed_properties_name_the_place_that_decided(opened: Opened) -> None:
    assert opened.view.computed == [("color", "rgb(0, 0, 255)", "pages/index/index.wxss:6")]
    opened.presenter.styles.filter_computed("", shows_all=True)
    assert [name for name, _, _ in opened.view.computed] == ["color", "display"]
    opened.presenter.styles.filter_computed("disp", shows_all=True)
    assert [name for name, _, _ in opened.view.computed] == ["display"]
    opened.presenter.styles.open_origin("color")
    opened.presenter.styles.open_origin("display")
    assert opened.desk.opened == [("pages/index/index.wxss", 6, 3)]


def test_states_are_forced_and_the_styles_asked_for_again(opened: Opened) -> None:
    styles = opened.desk.target.styles
    opened.presenter.styles.force(["active"])
    assert styles.tried == [("force", (1, 0), "active")]
    assert styles.asked == [(1, 0), (1, 0)]


def test_an_element_that_is_gone_has_no_styles(opened: Opened) -> None:
    opened.desk.target.pages.nodes = ()
    opened.presenter.refresh()
    assert opened.texts == []
    assert opened.view.element is None
