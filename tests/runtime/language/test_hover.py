"""What is said about a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.language_project import PAGE_WXML, LanguageProject

FILES = {
    "app.wxss": ".of-app {\n  color: red;\n}",
    "pages/index/index.js": "Page({ data: { title: '', rows: [{ id: 1 }] }, onTap(event) {} })",
    "pages/index/index.json": '{"usingComponents": {"my-card": "/components/card"}}',
    "components/card.json": '{"component": true}',
    "components/card.js": "Component({ properties: { coverImage: { type: String, value: 'a*b' } }, "
    "methods: { f() { this.triggerEvent('opened') } } })",
    "components/card.wxml": "",
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


def said(project: LanguageProject, marked: str, path: str = PAGE_WXML) -> str:
    found = project.service.hover(path, project.place(marked, path))
    return found.text if found is not None else ""


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<scroll-v|iew/>", ["<scroll-view>", "Scrollable area", "Since 1.0.0", "scroll-view.html"]),
        ("<swiper interv|al='1'/>", ["interval: number", "Default: `5000`"]),
        ("<button open-ty|pe='share'/>", ["Values:", "- `contact`", "Since 1.1.0"]),
        ("<view wx:f|or='{{a}}'/>", ["wx:for: array|object|string|number"]),
        ("<view bind:longpr|ess='a'/>", ["bind:longpress", "Since 1.5.0"]),
        ("<view data-|x='1'/>", []),
        ("<my-ca|rd/>", ["components/card", "- `coverImage`: String = 'a\\*b'"]),
        ("<my-card cover-im|age='a'/>", ["cover-image: String = 'a*b'", "components/card.js"]),
        ("<my-card bind:ope|ned='a'/>", ["bind:opened", "components/card.js"]),
        ("<view bindtap='on|Tap'/>", ["onTap(event)", "pages/index/index.js"]),
        ("{{tit|le}}", ["title: string", "pages/index/index.js"]),
        ("<view wx:for='{{rows}}'>{{item.i|d}}{{index}}</view>", ["item.id: number"]),
        ("<view wx:for='{{rows}}'>{{ind|ex}}</view>", ["index of the row"]),
        ("<view class='of-a|pp'/>", ["app.wxss", "color: red"]),
        ("te|xt", []),
    ],
)
def test_what_is_said_in_templates(project: LanguageProject, marked: str, words: list[str]) -> None:
    text = said(project, marked)
    assert [word for word in words if word not in text] == []
    assert bool(text) == bool(words) or marked.startswith("<view data-")


def test_values_of_variables_are_told_in_styles(project: LanguageProject) -> None:
    assert "@main: red" in said(project, "@main: red;\n.a { color: @ma|in }", "app.less")


def test_words_are_said_in_the_language_of_the_user(project: LanguageProject) -> None:
    project.service.speak("zh")
    assert "默认值" in said(project, "<swiper interv|al='1'/>")


@pytest.mark.parametrize(
    ("text", "told"), [("20rp|x", "10.4px on the phone that is shown (390 px wide)"), ("39p|x", "75rpx on the phone")]
)
def test_lengths_are_told_for_the_phone_that_is_shown(project: LanguageProject, text: str, told: str) -> None:
    project.service.show_on(390)
    hover = said(project, f".a {{ width: {text} }}", "app.wxss")
    assert told in hover
    assert "375" not in hover


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (".a { width: 20rp|x; }", "10px on a screen 375 px wide"),
        (".a { margin: 0 -1.5p|x }", "-3rpx on a screen 375 px wide"),
        (".a { disp|lay: none }", "display: "),
        (".a { color: #12p|x }", ""),
        (".a { wid|: 20rpx }", ""),
    ],
)
def test_lengths_and_properties_of_styles(tmp_path: Path, text: str, told: str) -> None:
    project = LanguageProject(tmp_path, {})
    hover = project.service.hover("pages/index/index.wxss", project.place(text, "pages/index/index.wxss"))
    assert (hover is not None and told in hover.text) if told else hover is None
