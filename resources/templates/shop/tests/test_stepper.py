"""The stepper alone."""

import pytest

from handset.testing import expect


@pytest.mark.parametrize(("value", "sign", "emitted"), [(3, "+", 4), (3, "−", 2)])
def test_a_tap_asks_for_another_value(mount, value, sign, emitted):
    stepper = mount("components/stepper/stepper", {"value": value})
    stepper.get_by_text(sign).tap()
    expect(stepper).to_have_emitted("change", {"value": emitted})


def test_it_stops_at_its_ends(mount):
    stepper = mount("components/stepper/stepper", {"value": 9, "max": 9})
    expect(stepper.locator(".sign").last).to_have_class("is-off")
    stepper.get_by_text("+").tap()
    stepper.set_properties({"value": 1})
    expect(stepper.locator(".sign").first).to_have_class("is-off")
    assert stepper.events == []
