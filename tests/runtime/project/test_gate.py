"""What passes the gate of a project: files and folders inside, by whatever links; nothing else."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from runtime.project.gate import MAX_FILE_BYTES, MAX_WAYS, Fault, Gate
from tests.support.project_folder import write_project

SECRET = "secret"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path / "outside", {"file": SECRET, "folder/file": SECRET})
    return write_project(tmp_path / "project", {"file": "own", "folder/file": "own"})


def walked(gate: Gate, folder: Path) -> tuple[list[str], list[Fault]]:
    faults: list[Fault] = []
    return [name for name, _ in gate.walk(folder, {"skipped"}.__contains__, faults.append)], faults


def read(gate: Gate, path: Path, limit: int = MAX_FILE_BYTES) -> bytes | None:
    """The content, whichever way it is read."""
    content = gate.read(path, limit)
    assert gate.read_walked(str(path), limit) == content
    return content


INSIDE = ["file", "./folder/../file", "{root}/file", "chain-in", "folder/up"]
OUTSIDE = ["../outside/file", "{root}/../outside/file", "/etc/passwd", "chain-out", "folder/../../outside/file"]


@pytest.mark.parametrize("target", INSIDE)
def test_links_inside_are_followed(root: Path, target: str) -> None:
    (root / "chain-in").symlink_to("folder/file")
    (root / "folder/up").symlink_to("../file")
    (root / "link").symlink_to(target.format(root=root))
    gate = Gate(root)
    assert (gate.is_file(root / "link"), read(gate, root / "link"), gate.size(root / "link")) == (True, b"own", 3)
    assert (gate.fault(root / "link"), "link" in walked(gate, root)[0]) == (None, True)


@pytest.mark.parametrize("target", OUTSIDE)
def test_links_that_lead_out_are_no_files(root: Path, target: str) -> None:
    (root / "chain-out").symlink_to(root.parent / "outside/file")
    (root / "link").symlink_to(target.format(root=root))
    gate = Gate(root)
    path = root / "link"
    assert (gate.place(path), gate.is_file(path), read(gate, path), gate.text(path), gate.size(path)) == (
        None, False, None, None, 0,
    )  # fmt: skip
    assert gate.fault(path) == "outside"
    names, faults = walked(gate, root)
    assert "link" not in names
    assert Fault("link", "outside") in faults


@pytest.mark.parametrize("target", ["link", "other", "folder/back", "link/deeper"])
def test_a_link_in_a_circle_is_a_fault(root: Path, target: str) -> None:
    (root / "other").symlink_to("link")
    (root / "folder/back").symlink_to("../link")
    (root / "link").symlink_to(target)
    gate, link = Gate(root), root / "link"
    assert (gate.is_file(link), gate.is_folder(link), read(gate, link)) == (False, False, None)
    assert Fault("link", "loop") in walked(gate, root)[1]


def test_a_folder_that_holds_a_link_to_itself_is_walked_once(root: Path) -> None:
    (root / "folder/again").symlink_to("..")
    assert walked(Gate(root), root) == (["file", "folder/file"], [Fault("folder/again", "loop")])


def test_folders_full_of_links_to_each_other_end(root: Path) -> None:
    count = 12
    for number in range(count):
        (root / f"d{number}").mkdir()
        for other in range(count):
            (root / f"d{number}" / f"l{other}").symlink_to(f"../d{other}")
    faults = walked(Gate(root), root)[1]
    assert {fault.kind for fault in faults} == {"loop"}
    assert len(faults) < count * count * MAX_WAYS


def test_a_folder_link_inside_is_walked_under_its_own_name(root: Path) -> None:
    (root / "alias").symlink_to("folder")
    (root / "skipped").symlink_to(root.parent / "outside")
    assert walked(Gate(root), root) == (["file", "folder/file", "alias/file"], [])


def test_what_is_no_file_is_not_opened(root: Path) -> None:
    """A pipe would keep whoever opens it waiting for ever."""
    os.mkfifo(root / "pipe")
    (root / "link").symlink_to("pipe")
    (root / "nowhere").symlink_to("none")
    gate = Gate(root)
    for name in ("pipe", "link", "folder", "nowhere", "none", "a\0b", "n" * 300, "/".join(["deep"] * 2000)):
        assert (gate.is_file(root / name), read(gate, root / name)) == (False, None)
    assert walked(gate, root) == (["file", "folder/file"], [])


def test_a_file_over_the_limit_is_not_read(root: Path) -> None:
    gate = Gate(root)
    assert (read(gate, root / "file", 3), read(gate, root / "file", 2)) == (b"own", None)


def test_names_that_are_no_text_are_faults(root: Path) -> None:
    (root / os.fsdecode(b"caf\xe9.js")).write_text("")
    (root / os.fsdecode(b"\xff")).mkdir()
    (root / os.fsdecode(b"\xff") / "inner").write_text("")
    names, faults = walked(Gate(root), root)
    assert names == ["file", "folder/file"]
    assert faults == [Fault("caf\\xe9.js", "name"), Fault("\\xff", "name")]


def test_the_project_may_itself_be_opened_by_a_link(root: Path) -> None:
    link = root.parent / "link"
    link.symlink_to(root)
    gate = Gate(link)
    assert (gate.root, read(gate, link / "file"), read(gate, root / "file")) == (root, b"own", b"own")
    assert Gate(root.parent / "pro").place(root / "file") is None  # a name that only begins alike


def test_a_folder_that_turns_into_a_link_while_it_is_read_lets_nothing_out(root: Path) -> None:
    gate, stop = Gate(root), threading.Event()
    folder, away = root / "folder", root / "away"

    def swap() -> None:
        while not stop.is_set():
            folder.rename(away)
            folder.symlink_to(root.parent / "outside/folder")
            folder.unlink()
            away.rename(folder)

    swapping = threading.Thread(target=swap)
    swapping.start()
    try:
        contents = {gate.read(folder / "file") for _ in range(3000)}
        contents |= {gate.read_walked(str(folder / "file")) for _ in range(3000)}
    finally:
        stop.set()
        swapping.join()
    assert contents <= {b"own", None}
    assert read(gate, folder / "file") == b"own"
