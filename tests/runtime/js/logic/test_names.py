"""What completion in the console offers after a value: own and inherited names, never an exception."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram

PAGE = """
Page({
  data: { items: [{ title: 'x', 'no-name': 1 }], nothing: null },
  add() {}, add2() {},
})
"""


@pytest.fixture
def program() -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": PAGE})
    program.launch()
    program.evaluate("void Object.defineProperty(page, 'bad', { get() { throw new Error('no') } })")
    return program


def names(program: LogicProgram, chain: str, prefix: str = "", limit: int = 200) -> Any:
    program.send(m="names", request_id=9, page_id=1, chain=chain, prefix=prefix, limit=limit)
    return program.last("inspected")["value"]


def test_members_of_a_value_that_begin_so(program: LogicProgram) -> None:
    assert names(program, "page", "ad") == ["add", "add2"]
    assert names(program, "page.data.items[0]", "t")[0] == "title"
    assert "setData" in names(program, "this", "set")


def test_without_a_limit_there_are_names(program: LogicProgram) -> None:
    program.send(m="names", request_id=9, page_id=1, chain="page.data", prefix="")
    assert "items" in program.last("inspected")["value"]


def test_inherited_names_come_behind_own_ones_and_once(program: LogicProgram) -> None:
    program.evaluate("void (page.made = Object.assign(Object.create({ b: 1, a: 1, toString: 1 }), { z: 1, b: 2 }))")
    assert names(program, "page.made")[:4] == ["b", "z", "a", "toString"]
    assert names(program, "page.made").count("toString") == 1
    assert names(program, "'text'", "trimS") == ["trimStart"]


def test_only_what_can_be_written_after_a_dot(program: LogicProgram) -> None:
    assert "no-name" not in names(program, "page.data.items[0]")
    assert not any(name.isdigit() for name in names(program, "page.data.items"))
    assert "length" in names(program, "page.data.items")


def test_no_more_than_asked_for(program: LogicProgram) -> None:
    program.evaluate("page.many = {}; for (let i = 0; i < 1000; i++) page.many['k' + i] = i")
    assert names(program, "page.many", "k", 5) == ["k0", "k1", "k10", "k100", "k101"]


@pytest.mark.parametrize("chain", ["page.data.nothing", "page.none", "null"])
def test_what_has_no_members_has_no_names(program: LogicProgram, chain: str) -> None:
    assert names(program, chain) == []


@pytest.mark.parametrize("chain", ["nowhere.at.all", "page.none.more", "page.(", "page.bad.more"])
def test_a_chain_that_leads_nowhere_is_answered_and_told_to_nobody(program: LogicProgram, chain: str) -> None:
    assert names(program, chain) is None
    assert (program.errors(), program.logs()) == ([], [])


def test_values_that_fight_back(program: LogicProgram) -> None:
    program.evaluate("void (page.endless = new Proxy({ a: 1 }, { getPrototypeOf() { return page.endless } }))")
    assert names(program, "page.endless") == ["a"]
    program.evaluate("void (page.stubborn = new Proxy({ a: 1 }, { ownKeys() { throw 1 } }))")
    assert names(program, "page.stubborn") == []
    program.evaluate("Array.prototype.sort = String.prototype.startsWith = RegExp.prototype.exec = () => { throw 1 }")
    assert names(program, "page", "ad") == ["add", "add2"]
    assert program.errors() == []
