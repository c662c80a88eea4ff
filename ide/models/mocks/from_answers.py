"""Rules that answer as a call was answered: of an exchange of the network, of a call in the timeline."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import msgspec

from ide.models.mocks.target import MockRules
from ide.models.texts import Texts
from runtime.mocks.model import Condition, MockFile, MockRule
from runtime.mocks.read import MAX_BYTES, MOST_RULES, as_text
from simulator.bridge.record import Record
from simulator.traffic.exchange import Exchange

LONGEST_TITLE = 80
_OF_KINDS = {"request": "request", "upload": "uploadFile", "download": "downloadFile"}


def can_mock_exchange(exchange: Exchange) -> bool:
    """Whether it is a call of the program that has ended."""
    return exchange.kind in _OF_KINDS and exchange.state in ("ok", "failed")


def rule_of_exchange(exchange: Exchange, body: bytes | None) -> MockRule:
    """Answers calls to the same address, whatever their query is, as this one was answered."""
    address = urlsplit(exchange.url)
    where = f"{address.scheme}://{address.netloc}{address.path}"
    # A `*` of the address itself may stand for anything, so may it.
    when = Condition(url=f"{where}*", method=exchange.method)
    title = f"{exchange.method} {address.path}"[:LONGEST_TITLE]
    api = _OF_KINDS[exchange.kind]
    if exchange.state == "failed":
        return MockRule(api, title, when=when, fail=_reason(exchange.error))
    header = dict(exchange.headers)
    return MockRule(api, title, when=when, result={"statusCode": exchange.status, "header": header, **_data(api, body)})


def can_mock_call(record: Record) -> bool:
    """Whether it is a call that has ended and whose answer is there as a whole."""
    return record.kind == "api" and record.outcome in ("ok", "fail") and not record.payload_cut and bool(record.result)


def rule_of_call(record: Record) -> MockRule:
    """Answers all calls of an API as this one was answered."""
    result = msgspec.json.decode(record.result)
    members = dict(result) if isinstance(result, dict) else {}
    message = str(members.pop("errMsg", ""))
    url = msgspec.json.decode(record.payload).get("url") if record.title in _OF_KINDS.values() else None
    when = Condition(url=url) if isinstance(url, str) else Condition()
    if record.outcome == "fail":
        errno = members.get("errno")
        return MockRule(record.title, when=when, fail=_reason(message), errno=errno if isinstance(errno, int) else None)
    is_value = record.detail.get("sync") == "1" and set(members) <= {"value"}
    return MockRule(record.title, when=when, result=members.get("value") if is_value else members)


def add_rule(rules: MockRules, rule: MockRule, texts: Texts) -> str:
    """Puts a rule before all others, so that it is the one that answers; what is to be said about it."""
    mocks = rules.mocks
    mocks = MockFile(mocks.off, [rule, *mocks.rules])
    is_too_large = len(mocks.rules) > MOST_RULES or len(as_text(mocks).encode()) > MAX_BYTES
    why = texts("mock.no_room") if is_too_large else rules.keep(mocks)
    return texts("mock.not_kept", why=why) if why else texts("mock.made", name=rule.title or rule.api)


def _data(api: str, body: bytes | None) -> dict[str, Any]:
    if api == "downloadFile":
        return {}
    text = (body or b"").decode("utf-8", "replace")
    if api == "request":
        try:
            return {"data": json.loads(text)}
        except (ValueError, RecursionError):
            pass
    return {"data": text}


def _reason(message: str) -> str:
    return message.partition(":fail")[2].strip() if ":fail" in message else message
