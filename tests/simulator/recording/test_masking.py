"""Secrets in a recording are put out of sight wherever they stand, and the run is still the same."""

from __future__ import annotations

import json

import msgspec
import pytest

from simulator.recording.form import Entry, FileHead, Kind
from simulator.recording.masking import MaskRule, masked, secrets_in
from simulator.replay.replay import SessionReplay
from tests.support.taped_program import PAGE, RunsHere, entries_of, taped

SCRIPT = """Page({ data: { n: '' }, onLoad() {
  const token = wx.getStorageSync('token');
  this.setData({ n: 'token ' + token, url: '/a?t=' + encodeURIComponent(token), text: JSON.stringify({ token }) });
  console.log(token);
} })"""
SECRET = 'geheim/"Wort"-中'


def trace(name: str, args: object, result: object) -> Entry:
    """As the process around the engine tells of a call."""
    return Entry(Kind.SENT, 0, json.dumps(
        {"m": "api-trace", "name": name, "args": args, "result": result}, separators=(",", ":")
    ).encode())  # fmt: skip


def rules(*texts: str) -> list[MaskRule]:
    return [MaskRule.of(text) for text in texts]


def test_a_stored_secret_is_nowhere_to_be_read_and_the_run_goes_as_before() -> None:
    program = taped(SCRIPT, {"getStorageSync": {"value": SECRET}})
    program.start(PAGE)
    entries = [*entries_of(program), trace("getStorageSync", {"key": "token"}, {"value": SECRET, "errMsg": "ok ok ok"})]
    assert SessionReplay(RunsHere()).play(entries).parting is None
    secrets = secrets_in(entries, rules("storage:tok*"))
    assert secrets == {SECRET}
    hidden = list(masked(entries, secrets))
    everything = b"".join(one.data for one in hidden)
    assert b"geheim" not in everything
    assert b"Wort" not in everything
    assert b"x" * len(SECRET) in everything
    replay = SessionReplay(RunsHere())
    assert replay.play(hidden).parting is None
    assert replay.trees()[0]["tree"][0]["children"] == ["token " + "x" * len(SECRET)]


def test_headers_and_members_of_bodies_are_found_by_name() -> None:
    entries = [
        trace("request", {"header": {"Authorization": "Bearer abcdef", "Accept": "j"}, "data": '{"pin":123456}'}, {}),
        Entry(Kind.TURN, 0, json.dumps({"m": "turn-began", "handed": [[
            {"m": "api-result", "call_id": 1, "ok": True,
             "result": {"data": {"user": {"password": "qwerty", "name": "Ann"}}, "header": {"Set-Cookie": "s=1234"}}},
        ]]}, separators=(",", ":")).encode()),
    ]  # fmt: skip
    assert secrets_in(entries, rules("header:authorization", "header:set-cookie")) == {"Bearer abcdef", "s=1234"}
    assert secrets_in(entries, rules("body:password", "body:pin")) == {"qwerty", "123456"}
    assert secrets_in(entries, rules("body:name")) == set()  # too short to be told from other texts
    assert secrets_in(entries, rules("storage:*")) == set()


def test_parameters_of_addresses_are_found_also_of_pictures_and_hidden_there() -> None:
    address = "https://a.example/b.png?w=1&Key=ab%2Fcd12&sign=AbCd+1"
    head = FileHead("web", address, digest="abcd" * 16, media_type="image/png")
    entries = [
        trace("request", {"url": "https://a.example/list?key=first1&page=2", "data": "see http://b/?key=second"}, {}),
        Entry(Kind.FILE, 0, msgspec.json.encode(head) + b"\nkey ab%2Fcd12"),
        Entry(
            Kind.STYLE, 0, b'{"parts":["x { background: url(https://a.example/b.png?w=1&Key=ab%2Fcd12&sign=AbCd+1"]}'
        ),
        Entry(Kind.BUILD, 0, b'{"program":"abcd"}\n{"app":"ab%2Fcd12"}'),
    ]
    secrets = secrets_in(entries, rules("query:[kK]ey", "query:sign"))
    assert secrets == {"first1", "second", "ab/cd12", "AbCd+1", "AbCd 1"}
    _, file, style, build = masked(entries, secrets)
    line, _, content = file.data.partition(b"\n")
    hidden = msgspec.json.decode(line, type=FileHead)
    assert hidden.path == "https://a.example/b.png?w=1&Key=xxxxxxx&sign=xxxxxx"
    # What a picture holds stays, and so do digests: they name contents.
    assert (content, hidden.digest) == (b"key ab%2Fcd12", head.digest)
    assert hidden.path.encode() in style.data
    assert build.data == b'{"program":"abcd"}\n{"app":"xxxxxxx"}'


def test_what_was_stored_before_is_found_by_its_key() -> None:
    kept = Entry(Kind.STORAGE, 0, b'[["token","\\"abcdef\\""],["name","\\"abcdef Ann\\""]]')
    assert secrets_in([kept], rules("storage:tok*")) == {"abcdef"}
    (hidden,) = masked([kept], {"abcdef"})
    assert hidden.data == b'[["token","\\"xxxxxx\\""],["name","\\"xxxxxx Ann\\""]]'


def test_numbers_of_the_recording_itself_are_no_secrets() -> None:
    digest = b"1234" * 16
    entries = [
        Entry(Kind.SHOWN, 0, b'{"page":1,"batch":1234,"is_measured":false}'),
        Entry(Kind.SHOWN, 0, b'{"open":{"m":"open-page","path":"1234"},"styles":[1234]}'),
        Entry(Kind.TURN, 0, b'{"m":"turn-began","handed":[[{"m":"launch","program":"%s","path":"1234"}]]}' % digest),
    ]
    batch, page, turn = masked(entries, {"1234"})
    assert batch.data == entries[0].data
    assert page.data == b'{"open":{"m":"open-page","path":"1111"},"styles":[1234]}'
    assert turn.data == entries[2].data.replace(b'"path":"1234"', b'"path":"1111"')


def test_a_number_stays_one() -> None:
    entries = [trace("request", {"data": {"pin": 123456, "amount": -12.5}}, {})]
    (hidden,) = masked(entries, {"123456", "-12.5"})
    assert json.loads(hidden.data)["args"] == {"data": {"pin": 111111, "amount": 11111}}


def test_a_program_that_looks_into_a_secret_parts_from_its_recording() -> None:
    script = SCRIPT.replace("console.log(token)", "console.log(token.startsWith('geheim'))")
    program = taped(script, {"getStorageSync": {"value": SECRET}})
    program.start(PAGE)
    parting = SessionReplay(RunsHere()).play(list(masked(entries_of(program), {SECRET}))).parting
    assert parting is not None
    assert ("true" in parting.expected, "false" in parting.found) == (True, True)


@pytest.mark.parametrize("text", ["", "token", "cookie:a", "body:", ":a"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no rule"):
        MaskRule.of(text)
