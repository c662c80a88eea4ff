"""`handset replay` on recordings of a program without a screen, repeated by the real process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.protocol.version import WIRE_VERSION
from simulator.cli.main import main
from simulator.recording.form import Entry, Head, Kind
from simulator.recording.writer import save_recording
from simulator.worker.library import library_digest
from tests.support.taped_program import PAGE, entries_of, taped

SCRIPT = """Page({ data: { n: '' }, onLoad() {
  this.setData({ n: wx.getStorageSync('token') });
  setTimeout(() => this.setData({ n: this.data.n + Date.now(), more: { at: [1] } }), 2);
} })"""
HEAD = Head("0.1.0", WIRE_VERSION, library_digest(), "counter", 0.0)


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    program = taped(SCRIPT, {"getStorageSync": {"value": "geheim-7"}})
    program.start(PAGE)
    program.run_timers(20)
    told = {"m": "api-trace", "name": "getStorageSync", "args": {"key": "token"}, "result": {"value": "geheim-7"}}
    trace = Entry(Kind.SENT, 99, json.dumps(told, separators=(",", ":")).encode())
    return [*entries_of(program), trace, Entry(Kind.END, 100, b"{}")]


@pytest.fixture
def path(entries: list[Entry], tmp_path: Path) -> Path:
    save_recording(tmp_path / "a.hsrec", HEAD, entries)
    return tmp_path / "a.hsrec"


def test_it_says_that_a_session_goes_as_it_was_recorded(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 run, ")
    assert lines[1:] == ["goes as it was recorded"]


def test_json_has_the_trees_of_the_end(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(path), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["project"], report["runs"], report["parting"], report["duration_ms"]) == ("counter", 1, None, 100)
    (page,) = report["pages"]
    assert page["page"] == PAGE
    assert page["tree"][0]["children"][0].startswith("geheim-7")


def test_where_it_goes_another_way_both_are_told(
    entries: list[Entry], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = [
        one._replace(data=one.data.replace(b"geheim-7", b"anders-8")) if one.kind is Kind.TURN else one
        for one in entries
    ]
    save_recording(tmp_path / "b.hsrec", HEAD, other)
    for words in ([], ["--check"]):
        assert main(["replay", str(tmp_path / "b.hsrec"), *words]) == 1
        out = capsys.readouterr().out
        assert "goes another way from" in out
        assert "geheim-7" in out.partition("the recording sends:")[2].splitlines()[0]
        assert "anders-8" in out.partition("the replay sends:")[2].splitlines()[0]


def test_when_a_place_in_the_data_changed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(path), "--when", "more.at[0]"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith(f"{PAGE}  nothing -> 1")
    assert main(["replay", str(path), "--when", "a..b"]) == 4
    assert "is no path in data" in capsys.readouterr().err


def test_secrets_are_hidden_in_another_file_which_is_replayed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = path.parent / "b.hsrec"
    assert main(["replay", str(path), "--mask", "storage:token", "--save", str(target)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == f"1 values are hidden in {target}"
    assert out[-1] == "goes as it was recorded"
    assert main(["replay", str(target), "--json"]) == 0
    text = capsys.readouterr().out
    assert "geheim" not in text
    assert json.loads(text)["masked"] == ["storage:token"]


def test_a_mask_needs_a_rule_and_another_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--mask", "storage:a"], ["--save", "b"], ["--mask", "storage:a", "--save", str(path)]):
        assert main(["replay", str(path), *words]) == 4
    assert main(["replay", str(path), "--mask", "nonsense", "--save", str(path.parent / "b")]) == 4
    assert "is no rule" in capsys.readouterr().err


def test_what_is_no_recording_is_told_and_nothing_runs(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = path.read_bytes()
    for changed, words in (
        (b"{}", "This is no recording"), (data[:-9], "was cut short"), (data[:-9] + b"x" * 9, "is damaged at byte"),
        (data[:8] + b"\0\x09" + data[10:], "has version 9"),
    ):  # fmt: skip
        path.write_bytes(changed)
        assert main(["replay", str(path)]) == 2
        told = capsys.readouterr()
        assert words in told.err
        assert told.out == ""


def test_what_is_there_of_a_recording_that_was_cut_is_replayed_if_wanted(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_recording(path, HEAD, entries_of(taped("Page({})")))
    assert main(["replay", str(path)]) == 2
    assert main(["replay", str(path), "--partial"]) == 0
    assert "goes as it was recorded" in capsys.readouterr().out


def test_another_base_library_is_a_warning(
    entries: list[Entry], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_recording(tmp_path / "b.hsrec", Head("0.0.9", WIRE_VERSION, "another", "counter", 0.0), entries)
    assert main(["replay", str(tmp_path / "b.hsrec")]) == 0
    assert "made by another Handset (0.0.9)" in capsys.readouterr().err
