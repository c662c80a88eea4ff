"""What new pages and components begin with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ide.models.file_actions import Failed, create_component, create_page
from ide.models.file_templates import FolderKind, new_files
from tests.support.project_folder import write_project

KINDS: tuple[FolderKind, ...] = ("page", "component")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("app", "endings"),
    [
        ({"app.js": "", "app.wxss": ""}, {".js", ".wxss"}),
        ({"app.ts": "", "app.less": ""}, {".ts", ".less"}),
        ({"app.js": "", "app.scss": ""}, {".js", ".scss"}),
        ({}, {".js", ".wxss"}),
    ],
)
def test_they_are_in_the_languages_of_the_project(
    tmp_path: Path, kind: FolderKind, app: dict[str, str], endings: set[str]
) -> None:
    write_project(tmp_path / "mini", app)
    assert set(new_files(tmp_path, "mini", kind, "log")) == endings | {".json", ".wxml"}


def test_a_project_may_have_templates_of_its_own(tmp_path: Path) -> None:
    own = {"page.ts": "Page({ name: '@name@' })", "page.wxml": "<nav title='@name@'/>", "notes.txt": "", "page.md": ""}
    root = write_project(tmp_path, {"app.json": '{"pages": []}', **{f".handset/templates/{at}": own[at] for at in own}})
    assert create_page(root, "", "pages/log", "log") == "pages/log/log.wxml"
    made = {path.name: path.read_text() for path in (root / "pages/log").iterdir()}
    assert made == {"log.ts": "Page({ name: 'log' })", "log.wxml": "<nav title='log'/>"}
    assert json.loads((root / "app.json").read_text())["pages"] == ["pages/log/log"]
    assert create_component(root, "", "parts", "card") == "parts/card.wxml"
    assert json.loads((root / "parts/card.json").read_text())["component"] is True


def test_templates_behind_a_link_out_of_the_project_do_not_count(tmp_path: Path) -> None:
    secret = write_project(tmp_path / "elsewhere", {"page.wxml": "secret"})
    root = write_project(tmp_path / "project", {"app.json": '{"pages": []}'})
    (root / ".handset").mkdir()
    (root / ".handset/templates").symlink_to(secret)
    assert new_files(root, "", "page", "log")[".wxml"] == "<view>log</view>\n"


def test_nothing_is_made_where_one_of_the_files_is_there(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"app.json": '{"pages": []}', "app.ts": "", "pages/log.ts": "mine"})
    assert create_page(root, "", "pages", "log") == Failed("name_taken", {"file": "pages/log.ts"})
    assert [path.name for path in (root / "pages").iterdir()] == ["log.ts"]
