"""A pass over a recording, in this process: what it repeats, where it parts, what a screen is told, what is refused."""

from __future__ import annotations

import hashlib
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import automation, codec, logic, view
from runtime.protocol.recording import Handed, TurnBegan, TurnEnded
from simulator.recording.form import (
    BadRecording,
    Build,
    Entry,
    FileHead,
    Kind,
    ShownBatch,
    ShownCall,
    ShownPage,
)
from simulator.replay.process import ReplayEnded
from simulator.replay.replay import SessionReplay
from tests.support.taped_program import PAGE, RunsHere, SeenScreen, TapedProgram, entries_of, taped

COUNTER = """Page({ data: { n: 0 }, onLoad() {
  let left = 3;
  const beat = setInterval(() => { this.setData({ n: this.data.n + 1 }); if (!--left) clearInterval(beat); }, 1);
} })"""


@pytest.fixture(scope="module")
def counted() -> TapedProgram:
    program = taped(COUNTER)
    program.start(PAGE)
    program.run_timers(60)
    return program


def replayed(entries: list[Entry], **choices: Any) -> SessionReplay:
    replay = SessionReplay(RunsHere(), **choices)
    replay.play(entries)
    return replay


def test_a_session_of_two_runs_is_repeated_with_the_pages_of_its_end(counted: TapedProgram) -> None:
    replay = replayed(entries_of(counted) * 2)
    assert (replay.outcome.runs, replay.outcome.parting) == (2, None)
    assert replay.outcome.turns == 2 * len(counted.turns)
    assert replay.outcome.batches == 2 * len(counted.of("dom"))
    assert replay.outcome.pages == {1: PAGE}
    assert replay.trees()[0]["tree"][0]["children"] == ["3"]


def test_what_is_not_due_is_not_played(counted: TapedProgram) -> None:
    replay = SessionReplay(RunsHere())
    replay.play(entries_of(counted), lambda entry: entry.at_ms <= 3)
    assert 0 < replay.outcome.turns < len(counted.turns)


def test_the_screen_gets_the_batches_of_the_replay(counted: TapedProgram) -> None:
    screen = SeenScreen()
    last = counted.of("dom")[-1]
    shown = msgspec.json.encode(ShownBatch(1, last["batch_id"]))
    replayed([*entries_of(counted), Entry(Kind.SHOWN, 9, shown), Entry(Kind.SHOWN, 9, shown)], screen=screen)
    (batch,) = screen.shown
    assert isinstance(batch, view.Dom)
    assert msgspec.json.decode(batch.ops) == last["ops"]


def test_what_was_shown_before_the_host_heard_of_the_end_of_its_turn_is_shown_after_it(counted: TapedProgram) -> None:
    screen = SeenScreen()
    entries = entries_of(counted)
    shown = msgspec.json.encode(ShownBatch(1, counted.of("dom")[-1]["batch_id"]))
    last_batch = max(at for at, entry in enumerate(entries) if entry.data.startswith(b'{"m":"dom"'))
    entries.insert(last_batch + 1, Entry(Kind.SHOWN, 9, shown))
    replayed(entries, screen=screen)
    assert [type(one).__name__ for one in screen.shown] == ["Dom"]


def test_a_call_of_the_view_stands_once_in_a_recording() -> None:
    screen = SeenScreen()
    calls = [codec.encode(logic.ViewCall(1, number, Raw(b'{"name":"query","requests":[]}'))) for number in (7, 8)]
    shown = [Entry(Kind.SHOWN, 0, msgspec.json.encode(ShownCall(number))) for number in (2, 1, 3)]
    replayed([*(Entry(Kind.SENT, 0, call) for call in calls), *shown], screen=screen)
    assert [one.request_id for one in screen.shown if isinstance(one, view.CallView)] == [8, 7]


def test_files_are_known_to_the_screen_and_those_that_were_not_there_are_not() -> None:
    screen = SeenScreen()

    def file(content: bytes, **head: Any) -> Entry:
        return Entry(Kind.FILE, 0, msgspec.json.encode(FileHead("project", "a\n.png", **head)) + b"\n" + content)

    replayed([file(b"one\ntwo", digest="1")], screen=screen)
    assert screen.files == {("project", "a\n.png"): b"one\ntwo"}
    replayed([file(b"one", digest="2"), file(b"two", digest="1"), file(b"", digest="2")], screen=screen)
    assert screen.files == {("project", "a\n.png"): b"one"}
    with pytest.raises(BadRecording, match="recording-no-entry"):
        replayed([file(b"", digest="3")], screen=screen)
    replayed([file(b"", is_there=False)], screen=screen)
    assert screen.files == {("project", "a\n.png"): None}


def test_a_page_is_shown_with_its_style_sheets_and_a_number_of_none_is_refused() -> None:
    screen = SeenScreen()
    sheets = [view.StyleSheet(path, [path], "page") for path in ("app", "one")]
    entries = [Entry(Kind.STYLE, 0, msgspec.json.encode(sheet)) for sheet in sheets]
    without = Raw(codec.encode(view.OpenPage(1, "a", {"x": 1}, [])))

    def shown(*numbers: int) -> Entry:
        return Entry(Kind.SHOWN, 0, msgspec.json.encode(ShownPage(without, list(numbers))))

    replayed([*entries, shown(2, 1)], screen=screen)
    assert [codec.encode(one) for one in screen.shown] == [
        codec.encode(view.OpenPage(1, "a", {"x": 1}, [sheets[1], sheets[0]]))
    ]
    for number in (0, 3, -1):
        with pytest.raises(BadRecording, match="recording-no-entry"):
            replayed([*entries, shown(number)], screen=screen)


def test_a_program_that_stands_once_is_taken_by_each_start(counted: TapedProgram) -> None:
    entries = entries_of(counted)
    (at,) = [at for at, one in enumerate(entries) if b'{"m":"launch"' in one.data[:80]]
    began = msgspec.json.decode(entries[at].data, type=TurnBegan)
    launch = codec.decode_for_logic(bytes(began.handed[0].message))
    assert isinstance(launch, logic.Launch)
    digest = hashlib.sha256(bytes(launch.program)).hexdigest()
    turn = entries[at]._replace(data=entries[at].data.replace(bytes(launch.program), b'"%s"' % digest.encode()))
    assert len(turn.data) < len(entries[at].data)
    build = msgspec.json.encode(Build(digest))
    start, rest = entries[:at], [turn, *entries[at + 1 :]]
    stored = [*start, Entry(Kind.BUILD, 0, build + b"\n" + bytes(launch.program)), *rest]
    again = [*start, Entry(Kind.BUILD, 0, build + b"\n"), *rest]
    outcome = replayed([*stored, *again]).outcome
    assert (outcome.parting, outcome.runs, outcome.programs) == (None, 2, [digest, digest])


def test_fingers_of_tools_are_not_repeated_and_those_of_users_are() -> None:
    screen = SeenScreen()
    tool = codec.encode(view.Automate(3, automation.Tap(".a")))
    typed = view.Events(1, Raw(
        b'[{"type":"input","id":1,"node":2,"exact":true,"ts":1,"bubbles":false,"detail":{"value":"hi"}}]'
    ))  # fmt: skip
    scrolled = view.PageSignal(1, "onPageScroll", Raw(b'{"scrollTop":40}'))
    entries = [Entry(Kind.SHOWN, 0, tool), *(Entry(Kind.TOUCHED, 0, codec.encode(one)) for one in (typed, scrolled))]
    replayed(entries, screen=screen)
    seen = [msgspec.to_builtins(one.action) for one in screen.shown if isinstance(one, view.Automate)]
    assert seen == [{"name": "input", "id": 1, "node": 2, "value": "hi"}, {"name": "scroll", "top": 40.0}]


def test_where_it_parts_both_texts_are_told_from_a_little_before(counted: TapedProgram) -> None:
    entries = entries_of(counted)
    at = max(at for at, one in enumerate(entries) if b'"dom"' in one.data[:12])
    # What the recording has, and its check sum, are of a batch with another number.
    other = entries[at].data.replace(b'"3"', b'"7"')
    assert other != entries[at].data
    ended = next(at for at in range(at, len(entries)) if entries[at].data.startswith(b'{"m":"turn-ended"'))
    entries[at] = entries[at]._replace(data=other)
    old = msgspec.json.decode(entries[ended].data, type=TurnEnded)
    changed = msgspec.structs.replace(old, posts=[zlib.crc32(other)])
    entries[ended] = entries[ended]._replace(data=msgspec.json.encode(changed))
    parting = replayed(entries).outcome.parting
    assert parting is not None
    assert '"7"' in parting.expected
    assert '"3"' in parting.found


class EndsWithIt(RunsHere):
    """A process that does not survive a turn that had no end when it was recorded."""

    def play(self, began: TurnBegan, ended: TurnEnded | None) -> Any:
        if ended is None:
            raise ReplayEnded("it did not come back")
        return super().play(began, ended)


def unended(program: TapedProgram) -> list[Entry]:
    """Its run without the end of the last turn."""
    entries = entries_of(program)
    return entries[: 1 + max(at for at, entry in enumerate(entries) if entry.data.startswith(b'{"m":"turn-began"'))]


def test_a_turn_that_the_program_never_came_back_from_ends_the_replay_as_it_ended_the_session(
    counted: TapedProgram,
) -> None:
    outcome = SessionReplay(EndsWithIt()).play([*unended(counted), Entry(Kind.LOST, 90, b"hung: a loop")])
    assert (outcome.lost, outcome.ended) == (["hung: a loop"], "it did not come back")


def test_a_program_that_was_started_again_after_it_is_repeated_from_there(counted: TapedProgram) -> None:
    entries = [*unended(counted), Entry(Kind.LOST, 90, b"hung: a loop"), *entries_of(counted)]
    outcome = SessionReplay(EndsWithIt()).play(entries)
    assert (outcome.runs, outcome.ended, outcome.parting) == (2, "", None)


def test_a_turn_that_the_user_has_cut_off_is_not_repeated(counted: TapedProgram) -> None:
    outcome = SessionReplay(EndsWithIt()).play(unended(counted))
    assert (outcome.runs, outcome.ended, outcome.parting) == (1, "", None)


def no_recording(*entries: Entry) -> BadRecording:
    with pytest.raises(BadRecording) as refused:
        SessionReplay(RunsHere(), SeenScreen()).play(entries)
    return refused.value


@pytest.mark.parametrize("kind", [Kind.TURN, Kind.SHOWN, Kind.FILE, Kind.TOUCHED, Kind.BUILD])
@pytest.mark.parametrize("data", [b"", b"{", b"null", b'{"m":"turn-began","handed":3}', b"[" * 100_000, b"\xff\xfe"])
def test_entries_of_any_form_are_refused_in_words(kind: Kind, data: bytes) -> None:
    refused = no_recording(Entry(Kind.RUN, 0, b""), Entry(kind, 0, data))
    assert (refused.code, refused.arguments["kind"]) == ("recording-no-entry", kind.name.lower())


def test_turns_without_a_run_or_a_beginning_are_refused() -> None:
    began, ended = (Entry(Kind.TURN, 0, msgspec.json.encode(one)) for one in (TurnBegan(), TurnEnded()))
    for entries in ([began, ended], [Entry(Kind.RUN, 0, b""), ended], [Entry(Kind.RUN, 0, b""), began, ended, ended]):
        assert no_recording(*entries).code == "recording-no-entry"


@pytest.mark.parametrize("message", [b'{"m":"nonsense"}', b"7", b'{"m":"route","steps":7}', b"{}"])
def test_messages_of_any_form_harm_nobody(message: bytes) -> None:
    turn = TurnBegan([Handed(Raw(message))]), TurnEnded()
    entries = [Entry(Kind.RUN, 0, b""), *(Entry(Kind.TURN, 0, msgspec.json.encode(one)) for one in turn)]
    with suppress(BadRecording):
        parting = replayed(entries).outcome.parting
        assert parting is None or parting.kind == "posted"


def test_a_program_that_asks_for_more_than_the_recording_has_is_refused_it(tmp_path: Path) -> None:
    """A recording is anybody's: nothing that its program does reaches this computer."""
    secret = tmp_path / "secret"
    program = taped(
        f"""Page({{ data: {{ n: '' }}, onLoad() {{
          wx.setStorageSync('a', 1);
          wx.getFileSystemManager().writeFileSync('{secret}', 'x');
        }} }})""",
        {"setStorageSync": {"value": None}, "FileSystemManager.writeFileSync": {"value": None}},
    )
    program.start(PAGE)
    entries = entries_of(program)
    bare = [without_answers(entry) for entry in entries]
    parting = replayed(bare).outcome.parting
    assert parting is not None
    assert not secret.exists()


def without_answers(entry: Entry) -> Entry:
    if not entry.data.startswith(b'{"m":"turn-ended"'):
        return entry
    ended = msgspec.json.decode(entry.data, type=TurnEnded)
    return entry._replace(data=msgspec.json.encode(msgspec.structs.replace(ended, answers=[])))
