"""What the phone's user has in other apps: contacts, appointments, invoices, a car."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Form, Text


class Contact(Struct, frozen=True):
    """Somebody in the address book; `more` is what else addPhoneContact was given."""

    name: str
    phone_numbers: list[str] = []
    more: dict[str, Any] = {}


class Invoice(Struct, frozen=True):
    """One as chooseInvoice gives it."""

    card_id: str
    encrypt_code: str
    app_id: str


GROUP = Group(
    "contacts",
    110,
    (
        WorldValue(
            "contacts.list",
            Form(list[Contact]),
            [{"name": "李雷", "phone_numbers": ["13800000001"], "more": {}}],
        ),
        WorldValue("calendar.events", Form(list[dict[str, Any]]), []),
        WorldValue(
            "invoice.title",
            Form(dict[str, Any]),
            {
                "type": 0, "title": "示例公司", "taxNumber": "91440000000000000X", "companyAddress": "广州市海珠区",
                "telephone": "020-00000000", "bankName": "示例银行", "bankAccount": "0000000000",
            },
        ),
        WorldValue(
            "invoice.list",
            Form(list[Invoice]),
            [{"card_id": "p-handset-invoice", "encrypt_code": "handset-invoice-code", "app_id": "wx0000000000000000"}],
        ),
        WorldValue("car.plateNumber", Text(), "粤A12345"),
    ),
)  # fmt: skip
