"""Which elements a tool's selector finds, and what it learns of them; in the engine alone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram
from tests.support.tested_project import FILES


@pytest.fixture(scope="module")
def program() -> LogicProgram:
    program = LogicProgram(FILES)
    program.launch("pages/list/list")
    return program


def found(program: LogicProgram, selector: str, **more: Any) -> Any:
    program.send(m="find-nodes", request_id=1, page_id=program.page_id, selector=selector, **more)
    return program.last("inspected")["value"]


def classes(nodes: Any) -> list[str]:
    return [node["attr"].get("class", node["tag"]) for node in nodes]


@pytest.mark.parametrize(
    ("selector", "wanted"),
    [
        (".head", ["head"]),
        ("view", ["head", "note"]),
        ("card", ["row", "row"]),
        ("view, button", ["head", "note", "later", "off"]),
        ("[data-kind]", ["head"]),
        ('[data-kind="tea"]', ["head"]),
        ("[data-kind=coffee]", []),
        ("card[title=Sencha]", ["row"]),
        ("button[disabled]", ["off"]),
        (".row .price", ["price", "price"]),
        ("card > text", ["price", "price"]),
        (".title", []),
        (".row >>> .title", ["title", "title"]),
        ("card >>> button.more", ["more", "more"]),
        ("#nobody", []),
    ],
)
def test_selectors(program: LogicProgram, selector: str, wanted: list[str]) -> None:
    assert classes(found(program, selector)) == wanted


def test_the_trees_of_components_are_searched_if_that_is_wished(program: LogicProgram) -> None:
    assert classes(found(program, ".title", is_deep=True)) == ["title", "title"]
    assert [node["own_text"] for node in found(program, ".title", is_deep=True)] == ["Assam", "Sencha"]


def test_a_search_within_a_component_is_about_its_tree_and_its_slots(program: LogicProgram) -> None:
    second = found(program, ".row")[1]["ref"]
    assert classes(found(program, "view", within=[second])) == ["card", "title"]
    assert [node["text"] for node in found(program, ".price", within=[second])] == ["6"]
    assert classes(found(program, "", within=[second])) == ["row"]
    assert found(program, "view", within=[[99, 1]]) == []


def test_what_is_told_of_an_element(program: LogicProgram) -> None:
    (price,) = found(program, ".price", within=[found(program, ".row")[0]["ref"]])
    assert price["text"] == "4"
    assert [one["tag"] for one in price["around"]] == ["view", "card"]
    (note,) = found(program, ".note")
    assert note["is_hidden"] is True
    assert "is_hidden" not in price
    assert found(program, "card")[0]["is"] == "components/card/card"


@pytest.mark.parametrize("selector", ["view:hover", "..a", "a >", "[", "view[x=y", "\x02", "\x029\x02"])
def test_what_is_no_selector_is_said(program: LogicProgram, selector: str) -> None:
    assert found(program, selector) == f'"{selector}" is no selector'


def test_a_page_that_is_gone_has_nothing(program: LogicProgram) -> None:
    program.send(m="find-nodes", request_id=1, page_id=77, selector="view")
    assert program.last("inspected")["value"] is None


def test_programs_themselves_have_no_selectors_of_tools() -> None:
    files = {
        **FILES,
        "pages/list/list.js": "Page({ data: { items: [] }, find() { return this.selectComponent('card') } })",
    }
    program = LogicProgram(files)
    program.launch("pages/list/list")
    program.call("find")
    assert any("only #id, .class" in notice for notice in program.notices())
