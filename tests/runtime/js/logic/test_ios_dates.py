"""Texts that an iPhone's engine does not read as dates, met while the program runs."""

from __future__ import annotations

import pytest

from tests.support.logic_program import LogicProgram


def start(page: str, system: str, **files: str) -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": page, **files})
    program.send(m="device-changed", device={"system": system})
    program.launch()
    return program


def shown(text: str, system: str) -> tuple[bool, bool]:
    """Whether a text is a valid date, by the constructor and by `parse`."""
    program = start(f"const t = {text!r}; console.log(!isNaN(new Date(t)), !isNaN(Date.parse(t))); Page({{}})", system)
    first, second = program.logs()[0]
    return first, second


@pytest.mark.parametrize(
    "text", ["2024-02-10 10:34:33", "2024-02-10 10:34", " 2024-2-1 8:00", "2024-2-1", "2024-02-1", "2024.02.10"]
)
def test_what_an_iphone_cannot_read(text: str) -> None:
    assert shown(text, "iOS 17.0") == (False, False)
    assert shown(text, "Android 14") == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "2024/02/10 10:34:33",
        "2024-02-10",
        "2024-02",
        "2024-02-10T10:34:33",
        "2024-02-10T10:34:33+08:00",
        "Feb 10, 2024",
    ],
)
def test_what_every_phone_reads(text: str) -> None:
    assert shown(text, "iOS 17.0") == (True, True)


def test_each_place_is_told_once() -> None:
    program = start("const f = () => new Date('2024-2-1'); f(); f();\nDate.parse('2024-2-1'); Page({})", "iOS 17.0")
    notices = [m for m in program.of("log") if m["source"] == "handset"]
    assert [m["stack"][0]["line"] for m in notices] == [1, 2]
    assert '"2024-2-1"' in program.notices()[0]


def test_wxs_reads_dates_as_the_phone_does() -> None:
    files = {
        "pages/p/p.wxml": '<wxs module="m">exports.f = function (t) { return isNaN(getDate(t)) }</wxs>{{m.f(t)}}',
        "pages/p/p.js": "Page({ data: { t: '2024-02-10 10:34:33' } })",
    }
    for system, text in (("iOS 17.0", "true"), ("Android 14", "false")):
        program = LogicProgram(files)
        program.send(m="device-changed", device={"system": system})
        program.launch()
        assert program.view.text() == text


def test_dates_are_as_ever() -> None:
    program = start(
        "class D extends Date { year() { return this.getFullYear() } }"
        "console.log(Date.name, Date.length, typeof Date(), new Date(2024, 1, 10).getMonth(), new D(2024, 0).year(),"
        " new Date(0) instanceof Date, new Date(0).constructor === Date, Date.UTC(1970, 0), typeof Date.now(),"
        " new Date(new Date(5)).getTime(), JSON.stringify(new Date(0)));"
        "Page({})",
        "iOS 17.0",
    )
    assert program.logs() == [["Date", 7, "string", 1, 2024, True, True, 0, "number", 5, '"1970-01-01T00:00:00.000Z"']]
