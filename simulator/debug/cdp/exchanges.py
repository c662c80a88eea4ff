"""Calls of the network APIs as HTTP exchanges of the protocol. Knows records only; `domains/network.py` tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from simulator.bridge.record import Record

HTTP_CALLS = {"request": "XHR", "downloadFile": "Other", "uploadFile": "Other"}
"""The calls that are exchanges, and the protocol's type for each."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange, as far as it has come. `result` is empty until it has ended."""

    id: str
    kind: str
    url: str
    method: str
    headers: Mapping[str, str]
    body: str
    result: Mapping[str, Any]
    has_failed: bool
    is_cut: bool
    size_bytes: int

    @property
    def has_ended(self) -> bool:
        """Whether the result is there."""
        return bool(self.result) or self.has_failed

    @property
    def error(self) -> str:
        """Why it failed."""
        return str(self.result.get("errMsg", "failed"))

    def request(self) -> dict[str, Any]:
        """The protocol's Request."""
        posted = {"postData": self.body, "hasPostData": True} if self.body else {}
        return {
            "url": self.url,
            "method": self.method,
            "headers": dict(self.headers),
            "initialPriority": "High",
            "referrerPolicy": "no-referrer",
            **posted,
        }

    def response(self) -> dict[str, Any]:
        """The protocol's Response."""
        headers = text_values(self.result.get("header"))
        lower = {name.lower(): value for name, value in headers.items()}
        return {
            "url": self.url,
            "status": _number(self.result.get("statusCode")),
            "statusText": "",
            "headers": headers,
            "mimeType": lower.get("content-type", "").partition(";")[0].strip(),
            "charset": "",
            "connectionReused": False,
            "connectionId": 0,
            "encodedDataLength": self.size_bytes,
            "securityState": "unknown",
        }

    def response_body(self) -> tuple[str, bool]:
        """The body as the program got it; whether it is bytes, in base64."""
        return body_text(self.result.get("data", self.result.get("tempFilePath", "")))


def exchange_of(record: Record) -> Exchange | None:
    """The exchange that a record tells of; None if it tells of none."""
    if record.kind != "api" or record.title not in HTTP_CALLS:
        return None
    given = {} if record.payload_cut and not record.result else json_object(record.payload)
    result = json_object(record.result)
    sent = given.get("data")
    upload = record.title == "uploadFile"
    return Exchange(
        id=str(record.sequence),
        kind=HTTP_CALLS[record.title],
        url=str(given.get("url", "")),
        method="POST" if upload else str(given.get("method") or "GET").upper(),
        headers=text_values(given.get("header")),
        body="" if sent is None else body_text(sent)[0],
        result=result if record.is_final else {},
        has_failed=record.outcome == "fail",
        is_cut=record.payload_cut,
        size_bytes=len(record.result),
    )


def json_object(data: bytes) -> dict[str, Any]:
    """A JSON object; empty if the text is none, or was cut."""
    try:
        value = msgspec.json.decode(data or b"{}")
    except msgspec.MsgspecError:
        return {}
    return value if isinstance(value, dict) else {}


def body_text(data: object) -> tuple[str, bool]:
    """What travelled, as the wire of the calls writes it: text, bytes in base64 (then True), or a value, as JSON."""
    if isinstance(data, dict) and set(data) == {"$b64"}:
        return str(data["$b64"]), True
    return (data if isinstance(data, str) else msgspec.json.encode(data).decode()), False


def text_values(value: object) -> dict[str, str]:
    """Headers: all values as text."""
    if not isinstance(value, dict):
        return {}
    return {str(name): one if isinstance(one, str) else str(one) for name, one in value.items()}


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
