"""What a program throws in a handler names its line, and the program goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from handset.testing import App, Page, expect

from tests.support.project_folder import write_project


class Mishap(NamedTuple):
    code: str
    message: str
    line: int = 4


MISHAPS = {
    "require": Mishap("require('../../none/none')", "module '../../none/none' is not found"),
    "null": Mishap("null.x", "TypeError: cannot read property 'x' of null"),
    "rejection": Mishap("Promise.reject(new Error('nobody'))", "Unhandled promise rejection: Error: nobody"),
    "recursion": Mishap("const f = (x) => f(x + 1) + 1; f(0)", "Maximum call stack size exceeded", 3),
    "string": Mishap("for (let s = 'x'; ; s += s);", "string too long"),
    "memory": Mishap("const keep = []; for (;;) keep.push(new ArrayBuffer(5e7))", "out of memory"),
    "500-mb": Mishap("this.keep = new Uint8Array(6e8)", "out of memory"),
}


@pytest.fixture(scope="module")
def handset_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page for each, whose tap runs the code on line 4."""
    files = {"app.json": json.dumps({"pages": [f"pages/{name}/{name}" for name in MISHAPS]})}
    for name, mishap in MISHAPS.items():
        files[f"pages/{name}/{name}.wxml"] = '<view class="n">{{n}}</view><view class="go" bindtap="go">go</view>'
        files[f"pages/{name}/{name}.js"] = f"Page({{\n  data: {{ n: 1 }},\n  go() {{\n    {mishap.code}\n  }},\n}})"
    return write_project(tmp_path_factory.mktemp("mishaps"), files)


@pytest.mark.parametrize("name", MISHAPS)
def test_an_error_names_its_line_and_the_program_goes_on(app: App, page: Page, name: str) -> None:
    page.goto(f"pages/{name}/{name}")
    with app.expect_error(MISHAPS[name].message):
        page.locator(".go").tap()
    assert app.errors[0].startswith(f"pages/{name}/{name}.js:{MISHAPS[name].line}: ")
    page.set_data({"n": 7})
    expect(page.locator(".n")).to_have_text("7")
