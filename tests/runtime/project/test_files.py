"""The reader of project files: snapshots, unsaved text, and no way out of the project."""

from __future__ import annotations

from pathlib import Path

from runtime.project.files import ProjectFiles
from tests.support.project_folder import write_project


def test_reads_below_the_program_folder_only(tmp_path: Path) -> None:
    write_project(
        tmp_path, {"mini/app.json": "{}", "mini/a/b.js": "1", "secret.txt": "s", "mini/node_modules/x.js": ""}
    )
    files = ProjectFiles(tmp_path, "mini")
    assert files.paths == {"app.json", "a/b.js"}
    assert files.text("a/b.js") == "1"
    assert files.text("../secret.txt") is None
    assert files.outer("app.json") == "mini/app.json"
    assert files.inner("mini/app.json") == "app.json"
    assert files.inner("secret.txt") is None


def test_links_that_lead_out_do_not_exist(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", {"app.json": "{}", "lib/a.js": "1"})
    outside = write_project(tmp_path / "outside", {"passwd": "secret", "deep/x.js": "2"})
    (root / "passwd").symlink_to(outside / "passwd")
    (root / "deep").symlink_to(outside / "deep")
    (root / "lib" / "self").symlink_to(root)
    (root / "alias").symlink_to(root / "lib")
    files = ProjectFiles(root)
    assert "passwd" not in files.paths
    assert not any(path.startswith("deep/") for path in files.paths)
    assert files.text("alias/a.js") == "1"
    (root / "later").symlink_to(outside / "passwd")
    assert files.after(["later"]).text("later") is None


def test_a_link_that_turns_outward_after_the_scan_is_not_read(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", {"a.js": "1"})
    write_project(tmp_path, {"secret": "s"})
    files = ProjectFiles(root)
    (root / "a.js").unlink()
    (root / "a.js").symlink_to(tmp_path / "secret")
    assert files.text("a.js") is None


def test_unsaved_text_lies_over_the_disk(tmp_path: Path) -> None:
    write_project(tmp_path, {"a.js": "disk"})
    files = ProjectFiles(tmp_path, "", {"a.js": "typed", "new.js": "n"})
    assert (files.text("a.js"), files.text("new.js"), files.exists("new.js")) == ("typed", "n", True)
    assert files.after([], {}).text("a.js") == "disk"
    assert not files.after([], {}).exists("new.js")


def test_a_snapshot_sees_one_state(tmp_path: Path) -> None:
    write_project(tmp_path, {"a.js": "1", "b.js": "1", "dir/c.js": "1"})
    files = ProjectFiles(tmp_path)
    digest = files.digest("a.js")
    assert [files.text(path) for path in ("a.js", "b.js")] == ["1", "1"]
    write_project(tmp_path, {"a.js": "2", "b.js": "2", "dir/d.js": "2"})
    (tmp_path / "dir" / "c.js").unlink()
    following = files.after(["a.js", "dir"])
    assert (files.text("a.js"), following.text("a.js")) == ("1", "2")
    assert following.text("b.js") == "1"  # not named as changed, so not read again
    assert following.digest("a.js") != digest
    assert following.paths == {"a.js", "b.js", "dir/d.js"}


def test_text_is_read_without_byte_order_mark_and_never_fails(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_bytes(b"\xef\xbb\xbfvar a")
    (tmp_path / "b.js").write_bytes(b"\xff\xfe\x00")
    files = ProjectFiles(tmp_path)
    assert files.text("a.js") == "var a"
    assert files.text("b.js") is not None
    assert files.is_other_case("A.js") == "a.js"
