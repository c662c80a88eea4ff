"""The styles in the Wxml panel: rows, filters, places that open, forced states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ide.models.style_rows import StyleRow
from ide.panels.wxml.presenter import WxmlPresenter
from runtime.inspector.cascade import settle
from runtime.inspector.model import ElementStyles
from runtime.protocol.inspection import MatchedRule, StyleAnswer, StyledElement
from tests.ide.panels.test_wxml import View, node
from tests.runtime.inspector.styled import BOX, StyledProject, declared
from tests.support.debug_target import FakeDesk
from tests.support.project_files import FakeProjectFiles

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


# -- edits


class Edited(Opened):
    """The same with files that can be written."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.root = root
        self.desk.files = FakeProjectFiles(root)
        self.desk.target.pages.nodes = (
            {**node("view", (1, 0), style="top: 1px"), "file": "pages/index/index.wxml", "line": 1},
        )
        (root / "pages/index/index.wxml").write_text('<view style="top: {{n}}px; left: 0"/>')
        self.presenter = WxmlPresenter(self.desk.panel_desk)
        self.presenter.attach(self.view)
        self.presenter.refresh()
        self.presenter.choose(("page", "1.0"))
        self.editing = self.presenter.style_editing

    @property
    def wxss(self) -> str:
        return (self.root / "pages/index/index.wxss").read_text()

    def row(self, text: str) -> StyleRow:
        return next(row for row in self.view.styles if text in row.plain())


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    return Edited(tmp_path)


def test_typing_is_tried_on_the_phone_and_committed_to_the_source(edited: Edited) -> None:
    row, styles = edited.row("blue"), edited.desk.target.styles
    edited.editing.typed(row, "color", "gre")
    edited.editing.typed(row, "color", "green")
    assert styles.tried == [("rule", SHEET, 1, "color: gre"), ("rule", SHEET, 1, "color: green")]
    assert edited.wxss == WXSS
    edited.editing.commit(row, "color", "green")
    assert edited.wxss == WXSS.replace("blue", "green")
    edited.editing.undo()
    assert edited.wxss == WXSS
    edited.editing.redo()
    assert edited.wxss == WXSS.replace("blue", "green")


def test_giving_up_takes_back_what_was_tried(edited: Edited) -> None:
    row = edited.row("blue")
    edited.editing.typed(row, "color", "green")
    edited.editing.leave(row)
    assert edited.desk.target.styles.tried[-1] == ("rule", SHEET, 1, None)
    edited.editing.commit(row, "color", "blue")
    assert edited.desk.target.styles.tried[-1] == ("rule", SHEET, 1, None)
    assert edited.wxss == WXSS


def test_the_other_declarations_of_the_rule_stay(edited: Edited) -> None:
    edited.editing.typed(edited.row("#ff0000"), "color", "lime !important")
    assert edited.desk.target.styles.tried == [("rule", SHEET, 0, "color: lime !important; colox: 1")]


def test_a_declaration_goes_off_and_on(edited: Edited) -> None:
    edited.editing.toggle(edited.row("#ff0000"))
    assert edited.wxss.startswith(".a {\n  /* color: #ff0000; */\n")
    assert edited.desk.target.styles.tried == [("rule", SHEET, 0, "colox: 1")]


def test_a_declaration_is_added_at_the_end_of_a_rule(edited: Edited) -> None:
    end = [row for row in edited.view.styles if row.kind == "end"][1]
    edited.editing.typed(end, "top", "3px")
    assert edited.desk.target.styles.tried == [("rule", SHEET, 1, "color: blue; top: 3px")]
    edited.editing.commit(end, "top", "3px")
    assert edited.wxss.endswith(".b {\n  color: blue;\n  top: 3px;\n}\n")
    edited.editing.commit(end, "", "")
    assert edited.wxss.count("top") == 1


def test_a_file_that_was_changed_meanwhile_stays_and_the_user_hears_of_it(edited: Edited) -> None:
    changed = WXSS.replace("blue", "black")
    (edited.root / "pages/index/index.wxss").write_text(changed)
    edited.editing.commit(edited.row("blue"), "color", "green")
    assert edited.wxss == changed
    assert edited.desk.said == ["pages/index/index.wxss no longer has what is shown here. Nothing was changed."]
    assert edited.desk.target.styles.tried[-1] == ("rule", SHEET, 1, None)


def test_a_change_can_be_taken_back_only_from_the_text_that_it_made(edited: Edited) -> None:
    edited.editing.commit(edited.row("blue"), "color", "green")
    (edited.root / "pages/index/index.wxss").write_text("/* mine */")
    edited.editing.undo()
    edited.editing.undo()
    assert edited.wxss == "/* mine */"
    assert len(edited.desk.said) == 2


@pytest.mark.parametrize("value", ["red }", "'", "/* x", "calc("])
def test_what_would_break_the_file_is_refused(edited: Edited, value: str) -> None:
    edited.editing.commit(edited.row("blue"), "color", value)
    assert edited.wxss == WXSS
    assert edited.desk.said == [f"This is no value: {value}"]


def test_an_inline_style_is_changed_in_the_template_unless_data_decides(edited: Edited) -> None:
    inline, wxml = edited.row("top: 1px"), edited.root / "pages/index/index.wxml"
    assert (inline.plain(), inline.can_edit) == ("  top: 1px  (Bound to data)", False)
    edited.editing.commit(inline, "top", "5px")
    assert edited.desk.said == ["Data decides about this (pages/index/index.wxml). It can be changed in the template."]
    end = next(row for row in edited.view.styles if row.kind == "end")
    edited.editing.commit(end, "color", "red")
    assert wxml.read_text() == '<view style="top: {{n}}px; left: 0; color: red"/>'


def test_a_value_that_only_a_style_language_knows_is_not_tried(edited: Edited) -> None:
    edited.editing.typed(edited.row("blue"), "color", "@main")
    assert edited.desk.target.styles.tried == []


def test_words_to_type(edited: Edited) -> None:
    assert edited.editing.words_for("") == ["color", "top", "-webkit-line-clamp"]
    assert list(edited.editing.words_for("top"))[:2] == ["auto", "inherit"]


def test_classes_go_off_and_on_in_the_template(edited: Edited) -> None:
    wxml, styles = edited.root / "pages/index/index.wxml", edited.desk.target.styles
    wxml.write_text('<view class="a b"/>')
    shown = styles.shown
    assert shown is not None
    styles.shown = replace(shown, classes="a b")
    edited.presenter.styles.refresh()
    assert edited.editing.classes() == [("a", True), ("b", True)]
    edited.editing.set_class("a", is_on=False)
    assert styles.tried[-1] == ("classes", (1, 0), "b")
    assert wxml.read_text() == '<view class="b"/>'
    styles.shown = replace(shown, classes="b")
    edited.presenter.styles.refresh()
    assert edited.editing.classes() == [("b", True), ("a", False)]
    edited.editing.set_class(" .c ", is_on=True)
    assert wxml.read_text() == '<view class="b c"/>'
    edited.editing.set_class("dynamic", is_on=False)
    assert edited.desk.said == ["Data decides about this (pages/index/index.wxml). It can be changed in the template."]


def test_a_rule_is_added_to_the_sheet_of_the_template(edited: Edited) -> None:
    edited.editing.add_rule("pages/index/index")
    assert edited.desk.said == ["pages/index/index has no style file that a rule can be written into."]
    edited.desk.target.styles.sheets["pages/index/index"] = "pages/index/index.wxss"
    edited.editing.add_rule("pages/index/index")
    assert [row.plain() for row in edited.view.styles][:2] == ["view {  index.wxss", "}"]
    edited.editing.typed(edited.view.styles[1], "top", "1px")
    assert edited.desk.target.styles.tried == []
    edited.editing.commit(edited.view.styles[1], "top", "1px")
    assert edited.wxss == f"{WXSS}\nview {{\n  top: 1px;\n}}\n"
    assert edited.texts[0] == "style of the element {"
    edited.editing.add_rule("pages/index/index")
    edited.editing.leave(edited.view.styles[1])
    assert edited.texts[0] == "style of the element {"
    edited.desk.target.styles.sheets["pages/index/index"] = "a.sass"
    edited.editing.add_rule("pages/index/index")
    assert len(edited.desk.said) == 2
