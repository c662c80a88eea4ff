"""What an element carries in the Wxml panel: sections, edits of data and of the template, handlers, classes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ide.models.debug_target import DataOwner, NodeFacts, SeenValue
from ide.panels.wxml.presenter import WxmlPresenter
from simulator.bridge.preview import preview_of_json
from tests.ide.panels.test_wxml import View, node
from tests.support.debug_target import FakeDesk
from tests.support.project_files import FakeProjectFiles

PAGE = DataOwner(0)
HOST = DataOwner(0, (1, 0))
WXML = '<card class="a {{b}}" title="{{t}}" bindtap="go">Hi</card>\n'
FACTS = NodeFacts(
    PAGE,
    "pages/a",
    preview_of_json({"id": 3}),
    preview_of_json({"m": "x"}),
    (("bind:tap", "go"), ("catch:move", "wxs")),
    (SeenValue("item", preview_of_json({"n": 1}), (PAGE, "rows[2]")), SeenValue("index", preview_of_json(2))),
    "components/card",
    (("title", "String", preview_of_json("T")), ("any", "any", preview_of_json(None))),
    preview_of_json({"own": True}),
)


class Opened:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = root / "a.wxml"
        self.file.write_text(WXML)
        self.desk, self.view = FakeDesk(files=FakeProjectFiles(root)), View()
        pages = self.desk.target.pages
        attributes = {"class": "a on", "title": "T", "data-id": 3, "bind:tap": "go"}
        pages.nodes = ({**node("card", (1, 0), "Hi", **attributes), "line": 1, "is": "components/card"},)
        pages.facts[(1, 0)] = FACTS
        pages.handlers["pages/a", "go"] = ("pages/a.js", 7, 3)
        self.presenter = WxmlPresenter(self.desk.panel_desk)
        self.presenter.attach(self.view)
        self.presenter.refresh()
        self.presenter.choose(("page", "1.0"))

    @property
    def texts(self) -> list[str]:
        return [row.indented() for row in self.view.carried]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return Opened(tmp_path)


def test_all_sections(opened: Opened) -> None:
    assert opened.texts == [
        "Attributes", '  class: "a on"  = a {{b}}', '  title: "T"  = {{t}}', '  bindtap: "go"', '  text: "Hi"',
        "  is: components/card",
        "Properties", "  title String: 'T'", "  any any: null",
        "Data of the component", "  own: true",
        "Dataset", "  id: 3",
        "Mark", "  m: 'x'",
        "Handlers", "  bind:tap: go", "  catch:move: wxs",
        "Scope", "  item: {n: 1}", "  index: 2",
    ]  # fmt: skip


def test_sections_and_values_open_and_close(opened: Opened) -> None:
    opened.presenter.carried.toggle(("attributes",))
    assert opened.texts[:2] == ["Attributes", "Properties"]
    opened.presenter.carried.toggle(("scope", "0", "item"))
    assert opened.texts[-2:] == ["    n: 1", "  index: 2"]


def test_properties_data_and_loop_variables_are_set_in_the_program(opened: Opened) -> None:
    side = opened.presenter.carried
    side.toggle(("scope", "0", "item"))
    side.edited(("properties", "title"), '"U"')
    side.edited(("data", "own"), "false")
    side.edited(("scope", "0", "item", "n"), "5")
    side.edited(("scope", "1", "index"), "9")
    assert opened.desk.target.pages.assigned == [
        (HOST, "title", '"U"'), (HOST, "own", "false"), (PAGE, "rows[2].n", "5"),
    ]  # fmt: skip
    opened.desk.target.pages.refusal = "TypeError: no"
    side.edited(("data", "own"), "1")
    assert opened.desk.said == ["Not set: TypeError: no"]


def test_attributes_and_text_are_changed_in_the_template(opened: Opened) -> None:
    side = opened.presenter.carried
    assert next(row.edit_text for row in opened.view.carried if row.path[-1] == "title") == "{{t}}"
    side.edited(("attributes", "title"), "{{u}}")
    side.edited(("attributes", "#text"), "Ho")
    side.add_attribute('hidden="{{h}}"')
    assert opened.file.read_text() == ('<card class="a {{b}}" title="{{u}}" bindtap="go" hidden="{{h}}">Ho</card>\n')
    side.remove_attribute("hidden")
    opened.presenter.style_editing.undo()
    assert 'hidden="{{h}}"' in opened.file.read_text()
    opened.file.write_text("<view/>")
    side.edited(("attributes", "title"), "x")
    assert opened.file.read_text() == "<view/>"
    assert opened.desk.said == ["a.wxml no longer has what is shown here. Nothing was changed."]


def test_a_handler_opens_its_method(opened: Opened) -> None:
    opened.presenter.carried.chosen(("handlers", "bind:tap", "go"))
    opened.presenter.carried.chosen(("handlers", "catch:move", "wxs"))
    assert opened.desk.opened == [("pages/a.js", 7, 3)]
    opened.desk.target.pages.handlers.clear()
    opened.presenter.carried.chosen(("handlers", "bind:tap", "go"))
    assert opened.desk.said == ["No method go is seen in the script of pages/a."]


def test_nothing_is_shown_of_an_element_that_is_gone(opened: Opened) -> None:
    opened.desk.target.pages.nodes = ()
    opened.presenter.refresh()
    assert opened.texts == []


def test_without_files_attributes_are_shown_and_cannot_be_changed(opened: Opened) -> None:
    opened.file.unlink()
    opened.presenter.carried.carried = None
    opened.presenter.choose(("page", "1.0"))
    row = next(row for row in opened.view.carried if row.path == ("attributes", "title"))
    assert (row.text(), row.edit_text) == ('title: "T"', None)
