"""Somebody answers pages in the web's place, with pictures, fonts and data; no document or script comes that way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from simulator.phone.web_requests import Answer, WebFile, WebKind, WebRequest
from tests.simulator.phone.phone_driver import PhoneDriver

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'


class StandIn:
    """Has a picture that others may look into, and one that they may not."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def takes(self, kind: WebKind, *, is_reachable: bool) -> bool:
        return True

    def load(self, request: WebRequest, answer: Answer) -> None:
        self.asked.append((request.kind, request.url))
        is_shared = "shared" in request.url
        answer(None if "none" in request.url else WebFile(PICTURE, "image/svg+xml", is_shared))


@pytest.fixture
def stand_in() -> StandIn:
    return StandIn()


@pytest.fixture
def phone(qapp: QApplication, stand_in: StandIn) -> Iterator[PhoneDriver]:
    driver = PhoneDriver("iphone-12", may_ask=lambda _url: False, web=stand_in)
    driver.wait_for("ready")
    yield driver
    driver.close()


def outcome(phone: PhoneDriver, script: str) -> object:
    """What a promise of the shell comes to; "no" if it fails."""
    return phone.evaluate(f"await ({script}).catch(() => 'no')")


def picture(url: str, more: str = "") -> str:
    return (
        f"new Promise((yes, no) => {{ const i = new Image(); {more}; i.onload = () => yes(i.naturalWidth);"
        f" i.onerror = no; i.src = '{url}'; }})"
    )


def text_of(address: str) -> str:
    return f"fetch({address}).then((answer) => answer.ok ? answer.text() : 'no')"


@pytest.mark.browser
def test_pictures_and_data_come_from_the_stand_in_under_their_own_address(
    phone: PhoneDriver, stand_in: StandIn
) -> None:
    address = "https://nowhere.invalid/a%20b.png?x=1&y=%2F"
    assert outcome(phone, picture(address + "#part")) == 30
    assert stand_in.asked == [("image", address)]
    assert outcome(phone, picture("http://nowhere.invalid/none.png")) == "no"
    assert outcome(phone, text_of("'https://nowhere.invalid/shared'")) == PICTURE.decode()


@pytest.mark.browser
def test_what_its_server_does_not_share_cannot_be_looked_into(phone: PhoneDriver) -> None:
    looking = "i.crossOrigin = 'anonymous'"
    assert outcome(phone, picture("https://nowhere.invalid/a.png", looking)) == "no"
    assert outcome(phone, text_of("'https://nowhere.invalid/a.json'")) == "no"
    assert outcome(phone, picture("https://nowhere.invalid/shared.png", looking)) == 30


@pytest.mark.browser
def test_no_document_script_or_invented_address_comes_that_way(phone: PhoneDriver, stand_in: StandIn) -> None:
    for tag in ("iframe", "script"):
        outcome(
            phone,
            f"new Promise((ended) => {{ const one = document.createElement('{tag}'); one.onload = one.onerror = ended;"
            f" one.src = 'https://nowhere.invalid/shared.{tag}'; document.body.append(one); }}).then(() => 'ended')",
        )
    assert stand_in.asked == []
    assert outcome(phone, text_of("'/.web/AAAAAAAAAAAAAAAAAAAAAA'")) == "no"
    # What a page hears of is its own address; where the answer came from is worth nothing a second time.
    assert outcome(phone, text_of("(await fetch('https://nowhere.invalid/shared')).url")) == "no"
    assert stand_in.asked == [("data", "https://nowhere.invalid/shared")]
