"""Paths of three systems, on any of them."""

from __future__ import annotations

import pytest

from runtime.systems.paths import is_device, is_inside, is_name_everywhere, name_below
from runtime.systems.system import System


@pytest.mark.parametrize(
    ("system", "path", "folder", "expected"),
    [
        ("linux", "/p/a.js", "/p", True),
        ("linux", "/p", "/p", True),
        ("linux", "/pp/a.js", "/p", False),
        ("linux", "/P/a.js", "/p", False),
        ("linux", "/a", "/", True),
        ("windows", r"C:\p\a.js", r"c:\P", True),
        ("windows", r"C:\pp\a.js", r"C:\p", False),
        ("windows", r"D:\p\a.js", r"C:\p", False),
        ("windows", "C:\\a", "C:\\", True),
        ("windows", r"\\server\share\p\a.js", r"\\SERVER\share\p", True),
        ("windows", "C:/p/a.js", r"C:\p", True),
    ],
)
def test_what_is_inside(system: System, path: str, folder: str, expected: bool) -> None:
    assert is_inside(path, folder, system) is expected


@pytest.mark.parametrize(
    ("system", "path", "folder", "name"),
    [
        ("linux", "/p/a/b.js", "/p", "a/b.js"),
        ("linux", "/p", "/p", ""),
        ("linux", "/q", "/p", None),
        ("linux", "/p/..a", "/p", "..a"),
        ("linux", "/p/a\\b", "/p", "a\\b"),
        ("windows", r"C:\p\a\b.js", r"c:\p", "a/b.js"),
        ("windows", r"D:\p\a", r"C:\p", None),
        ("windows", r"C:\q", r"C:\p", None),
    ],
)
def test_what_a_path_is_called_in_a_folder(system: System, path: str, folder: str, name: str | None) -> None:
    assert name_below(path, folder, system) == name


@pytest.mark.parametrize(
    "path",
    [r"C:\p\NUL", r"C:\p\con.txt", r"C:\p\COM1", r"C:\p\lpt9 .js", r"C:\nul\a.js", r"C:\p\a.js:hidden", "C:/p/AUX"],
)
def test_devices_and_hidden_streams_are_no_files_of_windows(path: str) -> None:
    assert is_device(path, "windows")
    assert not is_device(path, "linux")
    assert not is_device(path, "macos")


@pytest.mark.parametrize(
    "path", [r"C:\p\a.js", r"C:\p\console.js", r"C:\p\com10", r"C:\p\null", r"\\server\share\a.js"]
)
def test_others_are(path: str) -> None:
    assert not is_device(path, "windows")


@pytest.mark.parametrize("name", ["a", "a.b.js", "console", "中文.js", "com0", ".gitignore", "a b.js", "...js"])
def test_names_that_every_system_takes(name: str) -> None:
    assert is_name_everywhere(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "a.",
        "a ",
        " a",
        "a:b",
        "a?",
        'a"',
        "a|b",
        "a<b",
        "a\\b",
        "a/b",
        "a\n",
        "nul",
        "Con.js",
        "COM1.wxml",
    ],
)
def test_names_that_one_of_them_refuses(name: str) -> None:
    assert not is_name_everywhere(name)
