"""What the console hears of a build."""

from __future__ import annotations

from pathlib import Path

from runtime.compiler.build import build
from runtime.project.load import load_project
from simulator.bridge.notices import sentence
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.running.findings import Findings
from tests.support.project_folder import PAGE, write_project


def test_each_error_is_told_once_as_long_as_it_stays(tmp_path: Path) -> None:
    recorder = Recorder()
    records: list[Record] = []
    recorder.subscribe(records.extend)
    findings = Findings(recorder)

    def tell(wxml: str) -> list[str]:
        records.clear()
        root = write_project(tmp_path, {**PAGE, "pages/index/index.wxml": wxml})
        findings.tell(build(load_project(root)))
        return [record.title for record in records]

    broken = "<view>{{a +}}</view>"
    (told,) = tell(broken)
    assert told.startswith("Expected a value, found }}\nA value is")
    assert [(frame.file, frame.line, frame.column) for frame in records[0].stack] == [("pages/index/index.wxml", 1, 12)]
    assert sentence(records[0].code, records[0].detail, "zh") != told
    assert tell(broken) == []
    assert tell("<view/>") == []
    assert len(tell(broken)) == 1
    findings.forget()
    assert len(tell(broken)) == 1


def test_a_note_about_what_the_phone_shows_is_told(tmp_path: Path) -> None:
    recorder = Recorder()
    records: list[Record] = []
    recorder.subscribe(records.extend)
    files = {**PAGE, "app.json": '{"pages": ["pages/index/index"], "useExtendedLib": {"weui": true}}'}
    findings = Findings(recorder)
    findings.tell(build(load_project(write_project(tmp_path, files))))
    findings.tell(build(load_project(tmp_path)))
    assert [(record.code, record.level) for record in records] == [("project/extended-library", "info")]
