"""What the host says has words in both languages, and a place that can be clicked where there is one."""

from __future__ import annotations

from runtime.protocol.stacks import StackFrame
from simulator.bridge.notices import Notices, sentence
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.running.recovery import frames_of


def test_a_notice_is_english_in_the_record_and_can_be_translated() -> None:
    recorder = Recorder()
    records: list[Record] = []
    recorder.subscribe(records.extend)
    Notices(recorder, "zh").say("crashed", "error", detail={"why": "exit code 3"})
    (record,) = records
    assert record.title == "The program's process ended: exit code 3"
    assert sentence(record.code, record.detail, "zh") == "程序的进程已结束：exit code 3"


def test_texts_for_the_screen_are_in_the_chosen_language() -> None:
    assert Notices(Recorder(), "zh").text("overlay.crashed") == "程序已崩溃"


def test_sentences_of_api_handlers_are_known_and_others_are_not() -> None:
    assert sentence("api/unsupported", {"api": "wx.x"}, "en") == (
        "wx.x is not supported by Handset. It fails in the platform's form, so the program can go on."
    )
    assert sentence("launch", {}, "en") is None
    assert sentence("folder/missing", {"folder": "x"}, "zh") == "文件夹 x 不存在"


def test_the_name_of_a_task_leads_to_its_place() -> None:
    assert frames_of("pages/index/index onTap (pages/index/index.js:12)") == (
        StackFrame("pages/index/index onTap", "pages/index/index.js", 12),
    )
    assert frames_of("app.js (module) (app.js:1)") == (StackFrame("app.js (module)", "app.js", 1),)
    assert frames_of("the program") == ()
