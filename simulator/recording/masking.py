"""Makes secrets in a recording unreadable: what rules name is looked for, then put out of sight wherever it stands.

A secret becomes as many `x` as it has characters (a number as many `1`), everywhere alike: in what the program was
told, in what it stored and sent, in what was shown. So a run that only passes it on is repeated as before; one that
looks into it may not be, and a replay says where.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple
from urllib.parse import quote, unquote_plus

import msgspec

from runtime.protocol.recording import TurnBegan, TurnEnded
from simulator.recording.form import Entry, FileHead, Kind, ShownPage

KINDS = ("storage", "header", "body", "query")
LEAST_CHARACTERS = 4
"""What is shorter stands in too many places by chance."""
_TEXTS = frozenset((Kind.SENT, Kind.TOUCHED, Kind.LOST, Kind.STYLE, Kind.STORAGE))
_PROGRAM = re.compile(rb'"program":"[0-9a-f]{64}"')
_ADDRESS = re.compile(r"(?:https?|wss?)://[^\s\"'()<>]*\?[^\s\"'()<>]*", re.IGNORECASE)
_SAFE = "/:?#[]@!$&'()*+,;=~|"
"""What Chromium leaves of an address as it is."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")
_CALLS = (b'{"m":"api-call"', b'{"m":"api-trace"')
_BEGAN, _ENDED, _RESULT = b'{"m":"turn-began"', b'{"m":"turn-ended"', b'{"m":"api-result"'


class MaskRule(NamedTuple):
    """`storage`: values by their key; `header`: headers by name; `body`: members of what is sent and answered, by name;
    `query`: parameters of addresses, also of pictures, by name. Names may have `*`, and headers' have no case."""

    kind: str
    name: str

    @classmethod
    def of(cls, text: str) -> MaskRule:
        """`storage:token`. Raises ValueError."""
        kind, separator, name = text.partition(":")
        if kind not in KINDS or not separator or not name:
            raise ValueError(f"{text!r} is no rule such as storage:token, header:cookie, body:password or query:key")
        return cls(kind, name)

    def fits(self, kind: str, name: str) -> bool:
        """Whether something of this name is a secret."""
        if self.kind != kind:
            return False
        return fnmatchcase(name.lower(), self.name.lower()) if kind == "header" else fnmatchcase(name, self.name)


def secrets_in(entries: Iterable[Entry], rules: Sequence[MaskRule]) -> set[str]:
    """The texts that the rules name. Raises msgspec.MsgspecError for what is no entry."""
    found: set[str] = set()
    for entry in entries:
        for message in _calls(entry):
            _look(message, rules, found)
        if entry.kind is Kind.STORAGE:
            for key, value in msgspec.json.decode(entry.data, type=list[tuple[str, str]]):
                if any(rule.fits("storage", key) for rule in rules):
                    _texts_of(msgspec.json.decode(value), found)
        if entry.kind is Kind.FILE:
            head = msgspec.json.decode(entry.data.partition(b"\n")[0], type=FileHead)
            _parameters(head.path, rules, found)
    return {text for text in found if len(text) >= LEAST_CHARACTERS}


def masked(entries: Iterable[Entry], secrets: Iterable[str]) -> Iterator[Entry]:
    """The same entries without them; check sums are those of what stands there now."""
    hide = _hiding(secrets)
    checks: dict[int, int] = {}
    for entry in entries:
        data = _hidden(entry, hide)
        if entry.kind is Kind.SENT:
            checks[zlib.crc32(entry.data)] = zlib.crc32(data)
        elif entry.kind is Kind.TURN and data.startswith(_BEGAN):
            checks.clear()
        elif entry.kind is Kind.TURN and data.startswith(_ENDED):
            data = _checked_anew(data, checks)
        yield entry._replace(data=data)


def _hidden(entry: Entry, hide: Callable[[bytes], bytes]) -> bytes:
    """What digests and numbers of a recording's own say stays: no secret is meant by it."""
    data = entry.data
    if entry.kind in _TEXTS:
        return hide(data)
    if entry.kind is Kind.TURN:
        of_program = _PROGRAM.search(data)
        if of_program is None:
            return hide(data)
        return hide(data[: of_program.start()]) + of_program[0] + hide(data[of_program.end() :])
    if entry.kind is Kind.BUILD:
        build, separator, program = data.partition(b"\n")
        return build + separator + hide(program)
    if entry.kind is Kind.FILE:
        first, separator, content = data.partition(b"\n")
        head = msgspec.json.decode(first, type=FileHead)
        path = hide(head.path.encode("utf-8", "replace")).decode()
        return msgspec.json.encode(msgspec.structs.replace(head, path=path)) + separator + content
    if entry.kind is Kind.SHOWN and data.startswith(b'{"open":'):
        page = msgspec.json.decode(data, type=ShownPage)
        return msgspec.json.encode(ShownPage(msgspec.Raw(hide(bytes(page.open))), page.styles))
    return hide(data) if entry.kind is Kind.SHOWN and data.startswith(b'{"m":') else data


def _checked_anew(data: bytes, checks: dict[int, int]) -> bytes:
    ended = msgspec.json.decode(data, type=TurnEnded)
    # What was asked with a secret cannot be checked any more.
    answers = [msgspec.structs.replace(one, check=0) for one in ended.answers]
    posts = [checks.get(one, one) for one in ended.posts]
    return msgspec.json.encode(TurnEnded(ended.readings, answers, posts))


def _hiding(secrets: Iterable[str]) -> Callable[[bytes], bytes]:
    """Replaces each secret in any of the ways in which a message may have it."""
    forms: dict[bytes, bytes] = {}
    for secret in sorted(secrets):
        mask = (b"1" if _NUMBER.match(secret) else b"x") * len(secret)
        once = json.dumps(secret, ensure_ascii=False)[1:-1]
        twice = json.dumps(once, ensure_ascii=False)[1:-1]
        for form in (once, twice, json.dumps(secret)[1:-1], *_written(secret)):
            forms[form.encode("utf-8", "replace")] = mask
    if not forms:
        return lambda data: data
    # The longest first: one secret may be the beginning of another.
    pattern = re.compile(b"|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
    return lambda data: pattern.sub(lambda match: forms[match[0]], data)


def _written(text: str) -> tuple[str, ...]:
    """In addresses."""
    return text, quote(text, safe=""), quote(text, safe=_SAFE)


def _calls(entry: Entry) -> Iterator[dict[str, Any]]:
    """Calls of wx with their arguments, and results."""
    if entry.kind is Kind.SENT and entry.data.startswith(_CALLS):
        yield msgspec.json.decode(entry.data, type=dict[str, Any])
    elif entry.kind is Kind.TURN and entry.data.startswith(_BEGAN):
        for handed in msgspec.json.decode(entry.data, type=TurnBegan).handed:
            if bytes(handed.message).startswith(_RESULT):
                yield msgspec.json.decode(handed.message, type=dict[str, Any])


def _look(message: dict[str, Any], rules: Sequence[MaskRule], found: set[str]) -> None:
    args, result = message.get("args"), message.get("result")
    if "torage" in str(message.get("name", "")):
        key = args.get("key") if isinstance(args, dict) else None
        if isinstance(key, str) and any(rule.fits("storage", key) for rule in rules):
            _texts_of([args.get("data"), result], found)  # type: ignore[union-attr]
    _walk(args, rules, found, in_header=False)
    _walk(result, rules, found, in_header=False)


def _walk(value: Any, rules: Sequence[MaskRule], found: set[str], *, in_header: bool) -> None:
    if isinstance(value, list):
        for item in value:
            _walk(item, rules, found, in_header=in_header)
    elif isinstance(value, dict):
        for name, member in value.items():
            if any(rule.fits("header" if in_header else "body", name) for rule in rules):
                _texts_of(member, found)
            _walk(member, rules, found, in_header=name in ("header", "headers"))
    elif isinstance(value, str) and value[:1] not in ("{", "["):
        for address in _ADDRESS.findall(value):
            _parameters(address, rules, found)
    elif isinstance(value, str):
        # Bodies may be texts.
        try:
            _walk(msgspec.json.decode(value), rules, found, in_header=False)
        except (msgspec.MsgspecError, RecursionError):
            return


def _parameters(address: str, rules: Sequence[MaskRule], found: set[str]) -> None:
    query = address.partition("?")[2].partition("#")[0]
    for parameter in query.split("&"):
        name, _, value = parameter.partition("=")
        if any(rule.fits("query", unquote_plus(name)) for rule in rules):
            plain = unquote_plus(value)
            found.add(plain)
            # One that is written in another way than usual is looked for as it stands.
            if value not in _written(plain):
                found.add(value)


def _texts_of(value: Any, found: set[str]) -> None:
    """All texts and numbers in a value, but for the words of the platform."""
    if isinstance(value, str):
        found.add(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found.add(json.dumps(value))
    elif isinstance(value, list):
        for item in value:
            _texts_of(item, found)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name != "errMsg":
                _texts_of(member, found)
