"""NDEF messages as programs are told of them and as they write them. Source: reference, NFCAdapter.onDiscovered,
Ndef.writeNdefMessage. Observed: programs on Android read `messages[0].records`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from runtime.api.call import Call, as_bytes, from_bytes
from runtime.api.families.device.nfc.refusals import refusal
from runtime.world.radio.tags import Record, Tag, written_out

LAST_TNF = 7
MOST_RECORDS = 100


def messages_of(tag: Tag) -> list[dict[str, Any]]:
    """The message on a tag with its records, and as the reference has it with the members of the first."""
    records = [_told(written_out(one)) for one in tag.records] if "ndef" in tag.techs else []
    return [{**records[0], "records": records}] if records else []


def records_of(call: Call) -> Sequence[Record]:
    """What a call writes: `records`, `texts`, `uris`. Raises ApiFailure for what is none, or nothing."""
    texts, uris, given = call.items("texts"), call.items("uris"), call.items("records")
    if not all(isinstance(one, str) for one in (*texts, *uris)) or len(texts) + len(uris) + len(given) > MOST_RECORDS:
        raise refusal("parse NdefMessage failed")
    found = [Record(text=one) for one in texts] + [Record(uri=one) for one in uris] + [_given(one) for one in given]
    if not found:
        raise refusal("invalid parameter")
    return [written_out(one) for one in found]


def _given(record: Any) -> Record:
    if not isinstance(record, dict):
        raise refusal("parse NdefMessage failed")
    parts = [as_bytes(record[name]) if name in record else b"" for name in ("type", "payload", "id")]
    kind, payload, own_id = parts
    tnf = record.get("tnf", 1)
    is_whole = isinstance(tnf, int | float) and not isinstance(tnf, bool) and tnf in range(LAST_TNF + 1)
    if kind is None or payload is None or own_id is None or not is_whole:
        raise refusal("parse NdefMessage failed")
    return Record(tnf=int(tnf), type=kind.hex(), payload=payload.hex(), id=own_id.hex())


def _told(record: Record) -> dict[str, Any]:
    parts = {"id": record.id, "type": record.type, "payload": record.payload}
    return {"tnf": record.tnf, **{name: from_bytes(bytes.fromhex(part)) for name, part in parts.items()}}
