"""What the editor knows of the language, with real keys: hover, definitions, renames, fixes, outline, colours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.editor_messages import Answered
from runtime.diagnostics import Diagnostic, Span
from runtime.project.load import load_project
from tests.support.ide_desk import IdeDesk, make_project
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

WXML = "pages/index/index.wxml"
SCRIPT = "pages/index/index.js"
FILES = {
    SCRIPT: "Page({\n  data: { title: '' },\n  onTap(event) {},\n})\n",
    WXML: '😀<view bindtap="onTap" class="card">{{title}}</view>\n<button siz="mini"/>\n',
    "pages/index/index.wxss": ".card { color: #ff0000; }\n.b { }\n",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(write_project(make_project(tmp_path / "project"), FILES))
    desk.bench.project_read(load_project(desk.bench.root), {})
    return desk


def shown(desk: IdeDesk, selector: str) -> str:
    return str(desk.script(f"(document.querySelector('{selector}') || {{ innerText: '' }}).innerText"))


def run(desk: IdeDesk, command: str) -> None:
    desk.bench.editor.run_command(command)


def put_cursor(desk: IdeDesk, path: str, line: int, column: int) -> None:
    desk.open_file(path, line, column)
    desk.wait(lambda: desk.script("document.hasFocus()") is True, "the editor's focus")


def text_of(desk: IdeDesk, path: str) -> str:
    return desk.bench.documents[path].text if path in desk.bench.documents else ""


def colours(desk: IdeDesk, *words: str) -> list[str]:
    """How the shown words are drawn."""
    script = """JSON.stringify(Object.fromEntries([...document.querySelectorAll('.view-line span span')]
        .map((one) => [one.textContent.trim(), getComputedStyle(one).color])))"""
    drawn = json.loads(str(desk.script(script)))
    return [drawn.get(word, "") for word in words]


def test_a_component_has_another_colour_once_the_project_says_that_it_is_one(desk: IdeDesk) -> None:
    desk.open_file(WXML)
    desk.wait(lambda: "" not in colours(desk, "view", "button", "onTap"), "colours of the language")
    plain, button = colours(desk, "view", "button")
    assert plain == button
    write_project(desk.bench.root, {"card.js": "Component({})\n", "card.json": '{"component": true}', "card.wxml": ""})
    write_project(desk.bench.root, {"pages/index/index.json": '{"usingComponents": {"button": "/card"}}'})
    desk.bench.project_read(load_project(desk.bench.root), {})
    desk.wait(lambda: len({*colours(desk, "view", "button")}) == 2, "a colour of its own for the component")
    assert colours(desk, "view") == [plain]


def test_hover_tells_of_attributes(desk: IdeDesk) -> None:
    put_cursor(desk, WXML, 1, 10)
    run(desk, "editor.action.showHover")
    desk.wait(lambda: "bind:tap" in shown(desk, ".monaco-hover:not(.hidden) .hover-contents"), "words about tap")


def test_a_handler_leads_to_its_method_in_a_file_that_is_not_open(desk: IdeDesk) -> None:
    put_cursor(desk, WXML, 1, 20)
    places: list[tuple[int, int]] = []
    desk.window.editor.cursor_moved.connect(lambda line, column, selected: places.append((line, column)))
    run(desk, "editor.action.revealDefinition")
    desk.wait(lambda: desk.bench.editor.active == SCRIPT, "the script in front")
    desk.wait(lambda: places[-1:] == [(3, 3)], "the place of the method")


def test_references_show_lines_of_files_that_are_not_open(desk: IdeDesk) -> None:
    put_cursor(desk, WXML, 1, 20)
    run(desk, "editor.action.goToReferences")
    desk.wait(lambda: "index.js" in shown(desk, ".peekview-widget"), "the references")


def test_a_rename_changes_files_that_are_not_open_and_saves_none(desk: IdeDesk) -> None:
    put_cursor(desk, WXML, 1, 20)
    run(desk, "editor.action.rename")
    desk.wait(lambda: desk.script("document.activeElement.classList.contains('rename-input')") is True, "the field")
    QTest.keyClicks(desk.key_target(), "onPress")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: "onPress(event)" in text_of(desk, SCRIPT), "the method's new name")
    desk.wait(lambda: 'bindtap="onPress"' in text_of(desk, WXML), "the attribute's new name")
    desk.wait(lambda: set(desk.bench.documents.dirty_paths) == {WXML, SCRIPT}, "both unsaved")
    assert (desk.bench.root / SCRIPT).read_text() == FILES[SCRIPT]


def test_a_quick_fix_mends_a_finding(desk: IdeDesk) -> None:
    args = {"tag": "button", "name": "siz", "meant": "size"}
    desk.bench.diagnostics_changed([Diagnostic("wxml/misspelt-attribute", Span(WXML, 2, 9, 2, 12), args)])
    answers: list[Answered] = []
    desk.bench._language.answered.connect(answers.append)
    put_cursor(desk, WXML, 2, 10)
    # The lamp asks by itself; a menu that is asked for meanwhile may be given up for it.
    desk.wait(lambda: any(isinstance(one, Answered) and one.answer for one in answers), "the lamp")
    run(desk, "editor.action.quickFix")
    menu = "[...document.querySelectorAll('.shadow-root-host')].map((one) => one.shadowRoot.textContent).join()"
    desk.wait(lambda: "Change to size" in str(desk.script(menu)), "the fix")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: '<button size="mini"/>' in text_of(desk, WXML), "the mended attribute")


def test_the_outline_lists_rules_and_colours_are_drawn(desk: IdeDesk) -> None:
    put_cursor(desk, "pages/index/index.wxss", 1, 1)
    desk.wait(lambda: desk.script("document.querySelectorAll('.colorpicker-color-decoration').length") == 1, "a colour")
    run(desk, "editor.action.quickOutline")
    desk.wait(lambda: ".card" in shown(desk, ".quick-input-widget"), "the outline")


def test_the_end_tag_follows_its_start_tag(desk: IdeDesk) -> None:
    put_cursor(desk, WXML, 1, 8)
    desk.wait(
        lambda: desk.script("document.querySelectorAll('.linked-editing-decoration').length > 0") is True, "a pair"
    )
    desk.type("er")
    desk.wait(lambda: text_of(desk, WXML).startswith("😀<viewer "), "the start tag")
    desk.wait(lambda: "</viewer>" in text_of(desk, WXML), "the end tag")
