"""Mock files: what is wrong is told with its place, and what is right comes back from its own text."""

from __future__ import annotations

import pytest

from runtime.mocks.model import Condition, MockFile, MockRule
from runtime.mocks.read import MAX_BYTES, MOST_RULES, MockError, as_text, read_mocks, read_rule


def test_a_file_as_people_write_it() -> None:
    text = '{\n  // the list\n  "rules": [{"api": "wx.request", "script": ["() =>", "1"], "failRate": 0.5,},]\n}'
    (rule,) = read_mocks(text, "m.json").rules
    assert (rule.name, rule.code, rule.fail_rate) == ("request", "() =>\n1", 0.5)


def test_names_are_those_of_the_registry() -> None:
    names = ["wx.request", "cloud.callFunction", "wx.cloud.init", "FileSystemManager.stat"]
    assert [MockRule(name).name for name in names] == [
        "request", "WxCloud.callFunction", "WxCloud.init", "FileSystemManager.stat",
    ]  # fmt: skip


def test_what_is_written_reads_the_same() -> None:
    when = Condition(url="*/list", header={"X-A": "*"}, args={"data.id": None}, first=3)
    rules = [MockRule("a", "t", off=True, when=when, result=None, delay=[1, 2]), MockRule("b", fail="", errno=3)]
    mocks = MockFile(off=True, rules=rules)
    assert read_mocks(as_text(mocks), "m.json") == mocks
    assert '"result": null' in as_text(mocks)
    assert "template" not in as_text(mocks)
    assert as_text(mocks).count('"when"') == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "m.json:1:"),
        ('{"rules": [\n {"api": "a", "resul": 1}]}', "m.json:2:15: Object contains unknown field `resul`"),
        ('{"rules": [{"title": "a"}]}', "m.json:1:12: Object missing required field `api`"),
        ('{"rules": [{"api": ""}]}', "m.json:1:13: a rule names its `api`"),
        ('{"rules": [{"api": "a",\n"result": 1, "script": ""}]}', "m.json:2:14: either `result` or `script`"),
        ('{"rules": [{"api": "a", "result": 1, "fail": "x"}]}', "`fail` beside `result` needs a `failRate`"),
        ('{"rules": [{"api": "a", "errno": 1}]}', "`errno` belongs to `fail`"),
        ('{"rules": [{"api": "a", "failRate": 2}]}', "m.json:1:25: Expected `float` <= 1.0"),
        ('{"rules": [{"api": "a", "delay": 1e9}]}', "m.json:1:25: Expected `float` <= 30000.0"),
        ('{"rules": [{"api": "a", "delay": [5, 1]}]}', "the shortest delay comes first"),
        ('{"rules": [{"api": "a", "when": {"nth": 0}}]}', "Expected `int` >= 1"),
        ("[]", "m.json:1:1: Expected `object`, got `array`"),
        ("", "m.json:1:1"),
        ("[" * 100_000, "m.json:1:1: nested more than"),
        ('"' + "x" * MAX_BYTES, "m.json:1:1: more than 4 MB"),
    ],
    ids=str.split("half field api empty both fail errno rate delay order nth array nothing deep huge"),
)
def test_what_is_wrong_is_told_with_its_place(text: str, fault: str) -> None:
    with pytest.raises(MockError) as raised:
        read_mocks(text, "m.json")
    assert fault in str(raised.value)


def test_every_fault_is_told() -> None:
    with pytest.raises(MockError) as raised:
        read_mocks('{"rules": [{"api": "a", "errno": 1},\n{"api": "b", "errno": 1}]}', "m.json")
    assert [line.partition(": ")[0] for line in str(raised.value).splitlines()] == ["m.json:1:25", "m.json:2:14"]


def test_too_many_rules_are_refused_at_once() -> None:
    many = ",".join(['{"api":"request"}'] * 100_000)
    with pytest.raises(MockError, match=f"100000 rules; no more than {MOST_RULES} are taken"):
        read_mocks(f'{{"rules":[{many}]}}', "m.json")


@pytest.mark.parametrize(
    ("start", "fault"),
    [("// c\n{", "invalid character"), ('{"ruled": 1, ', "unknown field `ruled`"), ('{"rules": [{"api": ""}], ', "")],
    ids=["comment", "field", "rule"],
)
def test_of_a_long_file_what_is_wrong_is_told_without_its_place(start: str, fault: str) -> None:
    with pytest.raises(MockError, match=fault or "a rule names its `api`") as raised:
        read_mocks(f'{start}"off": {"false":>600000}}}', "m.json")
    assert str(raised.value).startswith("m.json:1:1: ")


def test_one_rule() -> None:
    assert read_rule('{"api": "login", "fail": "no"}') == MockRule("login", fail="no")
    for text in ("", '{"api": "a"}, {"api": "b"}', "5"):
        with pytest.raises(MockError):
            read_rule(text)
