"""Dates, numbers and the order of texts as people read them, in Chinese and English. Expected texts are those of V8."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.logic_program import LogicProgram


@pytest.fixture(scope="module")
def program() -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": "Page({})"})
    program.launch()
    return program


def value_of(program: LogicProgram, code: str) -> Any:
    """The value of an expression; `d` is a Friday afternoon."""
    head = "const d = new Date(2024, 0, 5, 15, 4, 9); "
    return json.loads(program.evaluate(f"(function () {{ {head}return JSON.stringify({code}); }})()"))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("d.toLocaleString()", "2024/1/5 15:04:09"),
        ("d.toLocaleDateString()", "2024/1/5"),
        ("d.toLocaleTimeString()", "15:04:09"),
        ("d.toLocaleString('en-US')", "1/5/2024, 3:04:09 PM"),
        ("d.toLocaleDateString('zh-CN', {year: 'numeric', month: '2-digit', day: '2-digit'})", "2024/01/05"),
        ("d.toLocaleDateString('zh-CN', {year: 'numeric', month: 'long', day: 'numeric', weekday: 'long'})",
         "2024年1月5日星期五"),
        ("d.toLocaleDateString('zh-CN', {month: 'long'})", "一月"),
        ("d.toLocaleDateString('zh-CN', {weekday: 'short'})", "周五"),
        ("d.toLocaleTimeString('zh-CN', {hour: '2-digit', minute: '2-digit'})", "15:04"),
        ("d.toLocaleTimeString('zh-CN', {hour12: true})", "下午3:04:09"),
        ("d.toLocaleTimeString('en-US', {hour: 'numeric', minute: '2-digit'})", "3:04 PM"),
        ("d.toLocaleTimeString('en-US', {hour12: false})", "15:04:09"),
        ("d.toLocaleDateString('en-US', {weekday: 'short', month: 'short', day: 'numeric', year: 'numeric'})",
         "Fri, Jan 5, 2024"),
        ("d.toLocaleDateString('en-GB')", "05/01/2024"),
        ("d.toLocaleString('zh-CN', {dateStyle: 'long', timeStyle: 'short'})", "2024年1月5日 15:04"),
        ("new Date(0).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai'})", "1970/1/1 08:00:00"),
        ("new Date(NaN).toLocaleDateString()", "Invalid Date"),
        ("new Intl.DateTimeFormat('zh-CN').format(d)", "2024/1/5"),
    ],
)  # fmt: skip
def test_dates(program: LogicProgram, code: str, expected: str) -> None:
    assert value_of(program, code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("(1234567.891).toLocaleString()", "1,234,567.891"),
        ("(1234.5678).toLocaleString()", "1,234.568"),
        ("(1.005).toLocaleString('en', {maximumFractionDigits: 2})", "1.01"),
        ("(5).toLocaleString('zh-CN', {minimumFractionDigits: 2})", "5.00"),
        ("(5).toLocaleString('en', {minimumIntegerDigits: 2})", "05"),
        ("(1234).toLocaleString('en', {useGrouping: false})", "1234"),
        ("(1234567).toLocaleString('en', {maximumSignificantDigits: 3})", "1,230,000"),
        ("(1234.5).toLocaleString('zh-CN', {style: 'currency', currency: 'CNY'})", "¥1,234.50"),
        ("(-5).toLocaleString('en-US', {style: 'currency', currency: 'USD'})", "-$5.00"),
        ("(0.256).toLocaleString('zh-CN', {style: 'percent'})", "26%"),
        ("(123456).toLocaleString('zh-CN', {notation: 'compact'})", "12万"),
        ("(-0).toLocaleString() + NaN.toLocaleString() + (1e21).toLocaleString()",
         "-0NaN1,000,000,000,000,000,000,000"),
        ("(12345678901234567890n).toLocaleString()", "12,345,678,901,234,567,890"),
        ("[1234, 5].toLocaleString()", "1,234,5"),
        ("new Intl.NumberFormat('en-US').format(1234.5)", "1,234.5"),
    ],
)  # fmt: skip
def test_numbers(program: LogicProgram, code: str, expected: str) -> None:
    assert value_of(program, code) == expected


def test_order_of_texts(program: LogicProgram) -> None:
    names = "['张三', '李四', '王五', '阿一', 'b', 'A', 'a', 'B', '10', '9']"
    order = value_of(program, f"{names}.sort((x, y) => x.localeCompare(y, 'zh-CN'))")
    assert order == ["10", "9", "阿一", "李四", "王五", "张三", "a", "A", "b", "B"]
    assert value_of(program, f"{names}.sort((x, y) => x.localeCompare(y))") == order
    english = value_of(program, f"{names}.sort((x, y) => x.localeCompare(y, 'en'))")
    assert english[:6] == ["10", "9", "a", "A", "b", "B"]
    assert value_of(program, "['a10', 'a9'].sort((x, y) => x.localeCompare(y, 'en', {numeric: true}))") == ["a9", "a10"]
    assert value_of(program, "['a'.localeCompare('á', 'en', {sensitivity: 'base'}), 'a'.localeCompare('b')]") == [0, -1]
    assert value_of(program, "['b', 'a'].sort(new Intl.Collator('zh').compare)") == ["a", "b"]


def test_wrong_arguments(program: LogicProgram) -> None:
    code = "(() => { try { (1).toLocaleString('no_tag'); } catch (error) { return error.name; } })()"
    assert value_of(program, code) == "RangeError"
    code = "(() => { try { (1).toLocaleString('en', {maximumFractionDigits: 200}); } catch (e) { return e.name; } })()"
    assert value_of(program, code) == "RangeError"
