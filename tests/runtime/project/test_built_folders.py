"""Who opens the sources of a framework's project is told where the mini program is, or how to build it."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.project.built_folders import framework_of
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from tests.support.project_folder import write_project

UNI = '{"dependencies": {"@dcloudio/uni-app": "3"}}'


def refused(root: Path) -> NotAProject:
    with pytest.raises(NotAProject) as caught:
        load_project(root)
    return caught.value


def test_the_built_folders_are_named_in_order(tmp_path: Path) -> None:
    app = {f"dist/{kind}/mp-weixin/app.json": '{"pages": ["a"]}' for kind in ("build", "dev")}
    found = refused(write_project(tmp_path, {"package.json": UNI, **app}))
    assert found.finding.code == "folder/built-elsewhere"
    assert "in dist/dev/mp-weixin, dist/build/mp-weixin." in str(found)
    assert "Open dist/dev/mp-weixin" in str(found)


def test_sources_that_were_never_built_say_how(tmp_path: Path) -> None:
    found = refused(write_project(tmp_path, {"package.json": UNI, "src/pages.json": "{}"}))
    assert found.finding.code == "folder/not-built"
    assert "uni-app" in str(found)
    assert "npm run dev:mp-weixin" in str(found)
    assert "dev:mp-weixin" in found.finding.help("zh")


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"dependencies": ["@tarojs/taro"]}'])
def test_nothing_is_made_of_other_texts(text: str) -> None:
    assert framework_of(text) is None


def test_a_link_out_of_the_project_is_not_looked_through(tmp_path: Path) -> None:
    outside = write_project(tmp_path / "outside", {"app.json": '{"pages": ["a"]}'})
    root = write_project(tmp_path / "root", {"dist/dev/readme": ""})
    (root / "dist" / "dev" / "mp-weixin").symlink_to(outside, target_is_directory=True)
    assert refused(root).finding.code in ("folder/no-app-json", "folder/built-elsewhere")
