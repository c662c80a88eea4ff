"""wx.createGlobalPayment: a way of paying is chosen once, and a payment is made once."""

from __future__ import annotations

import json

import pytest

from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram

BEGIN = """globalThis.payment = wx.createGlobalPayment({ mchRegion: 'SG' });
globalThis.tell = (promise) => promise.then((r) => log.push(r), (r) => log.push([r.errno, r.errMsg]));"""
PICK = "tell(payment.openMethodPicker({ amount: { currency: 'SGD', total: 10 } })); return 1"
PAY = "tell(payment.requestGlobalPayment({ paymentId: 'p', prepayInfo: 'i' })); return 1"
NOT_CHOSEN = "requestGlobalPayment:fail no payment method of another provider is chosen"


def test_a_payment_by_another_provider(program: WxProgram) -> None:
    program.run(BEGIN + "log.push(payment.methodKey);")
    program.run(PAY)
    program.run(PICK)
    program.answer(True, {"errno": 0, "methodKey": "TPG_SIMULATED", "errMsg": "openMethodPicker:ok"})
    program.run(PAY)
    program.answer(True, {"errMsg": "requestGlobalPayment:ok"})
    program.run(PAY)
    program.run(PICK)
    assert json.loads(bytes(program.host_calls()[-1].args))["isChosen"] is True
    assert program.log() == [
        None, [-1, NOT_CHOSEN],
        {"errno": 0, "methodKey": "TPG_SIMULATED", "errMsg": "openMethodPicker:ok", "requestId": "desk-1"},
        {"errno": 0, "errMsg": "requestGlobalPayment:ok", "requestId": "desk-1"},
        [-1, "requestGlobalPayment:fail the payment is over"],
    ]  # fmt: skip


def test_what_is_paid_by_the_platforms_own_way_or_aborted_is_not_paid_here(program: WxProgram) -> None:
    program.run(BEGIN)
    program.run(PICK)
    program.answer(True, {"errno": 0, "methodKey": "WECHAT_PAY", "errMsg": "openMethodPicker:ok"})
    program.run(PAY)
    program.run("tell(payment.abort()); return 1")
    program.run(PAY)
    assert program.log()[1:] == [
        [-1, NOT_CHOSEN], {"errno": 0, "errMsg": "abort:ok", "requestId": "desk-1"},
        [-1, "requestGlobalPayment:fail the payment is over"],
    ]  # fmt: skip


@pytest.mark.parametrize(("policy", "ok"), [("accept", True), ("decline", False)])
def test_the_person_at_the_phone_chooses(host: FakeHost, policy: str, ok: bool) -> None:
    host.play({"answers.dialogs": policy})
    ended = host.call("GlobalPayment.openMethodPicker", amount={"currency": "SGD", "total": 10})
    assert ended.ok is ok
    assert ended.result is not None
    assert ended.result.get("methodKey") == ("WECHAT_PAY" if ok else None)
    again = host.call("GlobalPayment.openMethodPicker", amount={}, isChosen=True)
    assert again.result == {"errMsg": "openMethodPicker:fail the payment method is chosen already"}
