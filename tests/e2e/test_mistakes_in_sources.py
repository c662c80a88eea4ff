"""A mistake in one file is told with its place, and the rest of the program runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from handset.testing import expect, launch

from tests.support.project_folder import write_project

PAGE = "pages/index/index"
PAGES = '"pages": ["pages/index/index", "pages/second/second"'
FILES = {
    "app.json": f"{{{PAGES}]}}",
    f"{PAGE}.wxml": "<view>first</view>",
    f"{PAGE}.js": "Page({})",
    "pages/second/second.wxml": '<view class="n">{{n}}</view>\n<view class="go" bindtap="go">go</view>\n',
    "pages/second/second.js": "Page({ data: { n: 1 }, go() { this.setData({ n: this.data.n + 1 }) } })",
}


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"app.json": f'{{{PAGES}],\n  "window": {{,}}}}'}, "app.json:2:14", "a name in double quotes"),
        ({"app.json": f'{{{PAGES},\n "pages/none/none"]}}'}, "app.json:2:2", "There is no page"),
        ({f"{PAGE}.json": '{"usingComponents": {"my-tag": "/none/none"}}'}, f"{PAGE}.json:1:32", "is not found"),
        ({f"{PAGE}.wxml": "<view>\n  <text>a</view>"}, f"{PAGE}.wxml:2:3", "<text> is never closed"),
        ({f"{PAGE}.wxml": "<view/>\n<view>{{n + }}</view>"}, f"{PAGE}.wxml:2:13", "Expected a value"),
        ({f"{PAGE}.wxss": ".a { color: red }\n.b }} {"}, f"{PAGE}.wxss:2:7", "cannot be read"),
        ({f"{PAGE}.js": "Page({\n  data: ( {},\n})"}, f"{PAGE}.js:2:13", "Syntax error"),
        ({f"{PAGE}.js": "const a = require('./none')\nPage({})"}, f"{PAGE}.js:1:19", "There is no module `./none`"),
    ],
    ids=["json", "page", "component", "tag", "expression", "style", "script", "require"],
)
def test_a_mistake_is_told_with_its_place_and_the_rest_runs(
    qapp: object, tmp_path: Path, changes: Mapping[str, str], place: str, message: str
) -> None:
    with launch(write_project(tmp_path, {**FILES, **changes}), deadline=60) as app:
        expect(app).to_have_finding(message)
        (told,) = [line for line in app.findings if message in line]
        assert told.startswith(f"{place}: ")
        app.page.navigate_to("/pages/second/second")
        app.page.locator(".go").tap()
        expect(app.page.locator(".n")).to_have_text("2")
