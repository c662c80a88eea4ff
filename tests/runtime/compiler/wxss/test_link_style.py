"""Style files together: imports, circles, paths, owners."""

from __future__ import annotations

from runtime.compiler.wxss.compile import compile_style
from runtime.compiler.wxss.link import LinkedSheet, link_style
from tests.support.project_folder import codes


def link(files: dict[str, str], path: str = "pages/a/a.wxss", owner: str = "pages/a/a") -> LinkedSheet:
    units = {name: compile_style(name, text) for name, text in files.items()}
    return link_style(path, owner, units.get, files.__contains__)


def test_imports_stand_where_they_are_written() -> None:
    sheet = link(
        {
            "pages/a/a.wxss": '@import "../b.wxss";\n.a{x:y}\n@import "/c";',
            "pages/b.wxss": ":host{x:y} .b{background:url(i.png)}",
            "c.wxss": "view{x:y}",
            "pages/i.png": "",
        }
    )
    assert sheet.parts == [
        '[is="pages/a/a"]{x:y}\n.',
        None,
        'b{background:url("',
        ["pages/i.png"],
        '")}\n\n.',
        None,
        "a{x:y}\nwx-view{x:y}\n\n",
    ]
    assert [(rule.file, rule.line) for rule in sheet.rules] == [
        ("pages/b.wxss", 1),
        ("pages/b.wxss", 1),
        ("pages/a/a.wxss", 2),
        ("c.wxss", 1),
    ]
    assert sheet.diagnostics == []


def test_circles_end() -> None:
    sheet = link({"pages/a/a.wxss": '@import "b.wxss";.a{x:y}', "pages/a/b.wxss": '@import "a.wxss";.b{x:y}'})
    assert "".join(part or "" for part in sheet.parts if not isinstance(part, (int, float, list))).split() == [
        ".b{x:y}",
        ".a{x:y}",
    ]


def test_import_with_a_condition() -> None:
    sheet = link({"pages/a/a.wxss": '@import "b.wxss" print;', "pages/a/b.wxss": "page{x:y}"})
    assert sheet.parts == ["@media print{body{x:y}\n}\n"]


def test_missing_files_are_named() -> None:
    sheet = link({"pages/a/a.wxss": '@import "nope.wxss";\n.a{background:url(no.png)}\n@import "../../../x.wxss";'})
    assert codes(sheet.diagnostics) == [
        "wxss/import-not-found pages/a/a.wxss:1:1",
        "wxss/resource-not-found pages/a/a.wxss:2:15",
        "wxss/import-not-found pages/a/a.wxss:3:1",
    ]
