"""`handset format`: what it changes, what it leaves, and what it says."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from simulator.cli.format import EXIT_LEFT, EXIT_OK, EXIT_WOULD_CHANGE, run_format
from tests.support.project_folder import write_project


def run(*paths: Path, changes: bool = True) -> tuple[int, str, str]:
    out, problems = io.StringIO(), io.StringIO()
    return run_format(paths, changes=changes, out=out, problems=problems), out.getvalue(), problems.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"app.json": "{}", "a.wxml": "<view/>", "b.wxss": ".a {}\n", "node_modules/c.wxml": "<view/>",
             "miniprogram_npm/d/d.wxml": "<view/>", "e.js": "var  a"}  # fmt: skip
    return write_project(tmp_path, files)


def test_a_folder_is_put_in_order_without_its_packages(root: Path) -> None:
    assert run(root) == (EXIT_OK, f"{root / 'a.wxml'}\n", "")
    assert (root / "a.wxml").read_text("utf-8") == "<view />\n"
    assert (root / "node_modules/c.wxml").read_text("utf-8") == "<view/>"
    assert run(root) == (EXIT_OK, "", "")
    assert sorted(path.name for path in root.iterdir()) == [
        "a.wxml",
        "app.json",
        "b.wxss",
        "e.js",
        "miniprogram_npm",
        "node_modules",
    ]


def test_a_check_changes_nothing(root: Path) -> None:
    assert run(root, changes=False) == (EXIT_WOULD_CHANGE, f"{root / 'a.wxml'}\n", "")
    assert (root / "a.wxml").read_text("utf-8") == "<view/>"
    assert run(root / "b.wxss", changes=False) == (EXIT_OK, "", "")


def test_a_broken_file_stays_and_the_others_do_not(root: Path) -> None:
    (root / "b.wxss").write_text(".a {", "utf-8")
    code, out, problems = run(root)
    assert (code, out) == (EXIT_LEFT, f"{root / 'a.wxml'}\n")
    assert f"{root / 'b.wxss'} stays as it is" in problems
    assert (root / "b.wxss").read_text("utf-8") == ".a {"


@pytest.mark.parametrize("name", ["e.js", "none.wxml", "latin.wxml"])
def test_what_cannot_be_formatted_is_said(root: Path, name: str) -> None:
    (root / "latin.wxml").write_bytes(b"\xe9")
    code, out, problems = run(root / name)
    assert (code, out) == (EXIT_LEFT, "")
    assert name in problems


def test_mark_line_ends_links_and_permissions_stay(root: Path) -> None:
    real = root / "real.wxml"
    real.write_bytes(b"\xef\xbb\xbf<view>\r\n<view/>\r\n</view>")
    real.chmod(0o640)
    (root / "link.wxml").symlink_to(real)
    assert run(root / "link.wxml")[0] == EXIT_OK
    assert real.read_bytes() == b"\xef\xbb\xbf<view>\r\n  <view />\r\n</view>\r\n"
    assert (root / "link.wxml").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640


def test_the_indent_is_that_of_the_project_around_the_file(root: Path) -> None:
    write_project(root, {".editorconfig": "[*.wxml]\nindent_style = tab", "pages/f.wxml": "<view>\n<view/>\n</view>"})
    assert run(root / "pages/f.wxml")[0] == EXIT_OK
    assert (root / "pages/f.wxml").read_text("utf-8") == "<view>\n\t<view />\n</view>\n"
