"""`handset render`: what is mounted, the three forms, and the exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.main import main
from simulator.cli.render import Format, run_render
from tests.support.project_folder import write_project

ROOT = Path(__file__).parents[3]
CARD = {
    "components/card/card.json": '{"component": true, "usingComponents": {"my-mark": "../mark/mark"}}',
    "components/card/card.wxml": (
        '<view class="card {{tone}}" bindtap="onTap" data-item-id="{{key}}" hidden="{{hidden}}">'
        '<text>{{title}}</text><my-mark size="{{size}}" class="m">a<b-tag/></my-mark><slot name="foot"/></view>'
    ),
    "components/card/card.js": (
        "Component({properties: {title: String, size: {type: Number, value: 2}, tone: String, key: null, "
        "hidden: Boolean}, methods: {onTap() {}}})"
    ),
    "components/mark/mark.json": '{"component": true}',
    "components/mark/mark.wxml": "<icon size='{{size}}'/><slot/>",
    "components/mark/mark.js": "Component({properties: {size: Number}})",
    "components/b/b.json": '{"component": true}',
    "components/b/b.wxml": "<text>b</text>",
    "components/b/b.js": "Component({options: {virtualHost: true}})",
}
APP = {
    "app.json": '{"pages": ["pages/a/a"], "usingComponents": {"b-tag": "/components/b/b"}}',
    "app.js": "App({globalData: {user: 'Ann'}, onLaunch() { throw new Error('not here') }})",
    "pages/a/a.wxml": "<view wx:for='{{rows}}' wx:key='*this'>{{index}}: {{item}}</view>",
    "pages/a/a.js": "throw new Error('the page does not run')",
}


def rendered(root: Path, path: str, output: Format = "tree", data: Any = None) -> tuple[int, str, str]:
    file = None
    if data is not None:
        file = root / "data.json"
        file.write_text(json.dumps(data), "utf-8")
    out, problems = io.StringIO(), io.StringIO()
    code = run_render(root / path, data_file=file, output=output, out=out, problems=problems)
    return code, out.getvalue(), problems.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, {**CARD, **APP})
    return tmp_path


def test_the_tree_of_a_component_is_that_of_its_template(project: Path) -> None:
    code, text, _ = rendered(project, "components/card/card", data={"title": "T", "tone": "warm", "key": 7})
    assert code == 0
    (view,) = json.loads(text)["children"]
    assert view["attr"] == {"class": "card warm", "data-item-id": 7, "hidden": False, "bind:tap": "onTap"}
    title, mark, slot = view["children"]
    assert title == {"tag": "text", "children": ["T"]}
    assert mark == {
        "tag": "my-mark",
        "attr": {"size": 2, "class": "m"},
        "children": ["a", {"tag": "b-tag", "children": []}],
    }
    assert slot == {"tag": "slot", "attr": {"name": "foot"}, "children": []}


def test_html_is_composed_and_plain(project: Path) -> None:
    code, text, _ = rendered(project, "components/card/card", "html", {"title": "<T>", "size": 3, "hidden": True})
    assert code == 0
    assert text == (
        '<view class="card " hidden><text>&lt;T&gt;</text>'
        '<my-mark class="m"><icon size="3"></icon>a<text>b</text></my-mark></view>\n'
    )


def test_a_snapshot_has_one_attribute_a_line(project: Path) -> None:
    code, text, _ = rendered(project, "components/card/card", "snapshot", {"title": "T"})
    assert code == 0
    assert text.splitlines() == [
        "<main>",
        "  <wx-view",
        '    class="card "',
        '    data-item-id="{{null}}"',
        '    hidden="{{false}}"',
        '    bind:tap="onTap"',
        "  >",
        "    <wx-text>",
        "      T",
        "    </wx-text>",
        "    <my-mark",
        '      class="m"',
        "    >",
        "      <wx-icon",
        '        size="{{2}}"',
        "      />",
        "      a",
        "      <wx-text>",
        "        b",
        "      </wx-text>",
        "    </my-mark>",
        "  </wx-view>",
        "</main>",
    ]


def test_a_template_alone_gets_the_data_and_its_script_does_not_run(project: Path) -> None:
    code, text, problems = rendered(project, "pages/a/a.wxml", "html", {"rows": ["x", "y"]})
    assert (code, problems) == (0, "")
    assert text == "<view>0: x</view><view>1: y</view>\n"


def test_without_a_project_the_folder_of_the_file_is_the_root(tmp_path: Path) -> None:
    (tmp_path / "one.wxml").write_text("<view>{{a.b.c}}|{{n}}</view>", "utf-8")
    assert rendered(tmp_path, "one.wxml", "html", {"n": None}) == (0, "<view>|null</view>\n", "")


def test_the_app_is_registered_but_not_launched(project: Path) -> None:
    script = "Component({attached() { this.setData({user: getApp().globalData.user}) }})"
    write_project(project, {"components/b/b.js": script, "components/b/b.wxml": "{{user}}"})
    assert rendered(project, "components/b/b", "html") == (0, "Ann\n", "")


def test_properties_may_be_named_like_events_and_directives(project: Path) -> None:
    files = {"components/b/b.js": "Component({properties: {catchMove: Boolean, bindName: String, fooBar: Number}})"}
    write_project(project, {**files, "components/b/b.wxml": "{{catchMove}} {{bindName}} {{fooBar}}"})
    data = {"catchMove": True, "bindName": "n", "foo-bar": 3}
    assert rendered(project, "components/b/b", "html", data)[1] == "true n 3\n"


def test_timers_run_when_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = """Component({attached() {
      setTimeout(() => this.setData({soon: 'soon'}), 1); setTimeout(() => this.setData({late: 'late'}), 60000) }})"""
    write_project(project, {"components/b/b.js": script, "components/b/b.wxml": "{{soon}}{{late}}"})
    assert main(["render", str(project / "components/b/b"), "--format", "html", "--wait", "2000"]) == 0
    assert capsys.readouterr().out == "soon\n"


def test_compile_errors_are_printed_and_counted(project: Path) -> None:
    write_project(project, {"components/b/b.wxml": "<view><text>{{a +}}</text></view>"})
    code, text, problems = rendered(project, "components/b/b", "html")
    assert code == 1
    assert "components/b/b.wxml:1:" in problems
    assert text == "<view><text></text></view>\n"


def test_what_the_component_throws_is_printed(project: Path) -> None:
    write_project(project, {"components/b/b.js": "Component({attached() {\n  throw new Error('ouch') }})"})
    code, text, problems = rendered(project, "components/b/b", "html")
    assert code == 3
    assert problems.startswith("handset: components/b/b.js:2: ")
    assert "ouch" in problems
    assert text == "<text>b</text>\n"


def test_what_needs_a_phone_fails_without_being_an_error(project: Path) -> None:
    script = "Component({attached() { wx.showToast({title: 'x'}); wx.setStorageSync('a', 1); this.setData({b: 2}) }})"
    write_project(project, {"components/b/b.js": script, "components/b/b.wxml": "{{b}}"})
    code, text, problems = rendered(project, "components/b/b", "html")
    assert (code, text) == (0, "2\n")
    assert problems == "handset: note: wx.showToast needs a phone and has failed\n"


@pytest.mark.parametrize(
    ("path", "data", "words"),
    [
        ("components/none/none", None, "there is no component"),
        ("none.wxml", None, "there is no file"),
        ("components/b/b", [1], "must be a JSON object"),
        ("components/b/b", {"a b": 1}, "is no name of a property"),
    ],
)
def test_nothing_to_render(project: Path, path: str, data: Any, words: str) -> None:
    code, text, problems = rendered(project, path, data=data)
    assert (code, text) == (2, "")
    assert words in problems
    assert problems.startswith("handset: ")


def test_a_missing_or_broken_data_file(project: Path) -> None:
    broken = project / "broken.json"
    broken.write_text("{", "utf-8")
    for file in (project / "missing.json", broken):
        problems = io.StringIO()
        assert run_render(project / "components/b/b", data_file=file, out=io.StringIO(), problems=problems) == 2
        assert file.name in problems.getvalue()


def test_a_component_that_cannot_be_mounted_is_the_programs_error(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["p"]}',
        "p.wxml": "<view/>",
        "c/c.json": '{"component": true, "usingComponents": {"c": "c"}}',
        "c/c.wxml": '<c wx:if="{{on}}"/>',
        "c/c.js": "Component({data: {on: true}})",
    }
    write_project(tmp_path, files)
    code, _, problems = rendered(tmp_path, "c/c")
    assert code == 3
    assert "nested more than" in problems


@pytest.mark.parametrize(
    ("script", "handler"),
    [
        ("Component({attached() {\n  for (;;);\n}})", "c/c attached (c/c.js:1)"),
        (
            "Component({attached() { const again = () => setTimeout(again, 0); again() }})",
            "setTimeout callback (c/c.js:1)",
        ),
        (
            "Component({attached() { const again = () => Promise.resolve().then(again); again() }})",
            "c/c attached (c/c.js:1)",
        ),
        ("for (;;);", ""),
    ],
    ids=["loop", "timers", "promises", "module"],
)
def test_a_program_that_never_ends_is_told_and_left(tmp_path: Path, script: str, handler: str) -> None:
    files = {
        "app.json": '{"pages": ["p"]}',
        "p.wxml": "",
        "c/c.json": '{"component": true}',
        "c/c.wxml": "",
        "c/c.js": script,
    }
    write_project(tmp_path / "project", files)
    code = (
        "import sys; from pathlib import Path; from simulator.cli.render import run_render\n"
        "run_render(Path(sys.argv[1]), limit_s=1.5, out=sys.stdout, problems=sys.stderr)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "project" / "c" / "c")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 3
    assert "the program has not come to an end for 1.5 s" in done.stderr
    assert handler in done.stderr
