"""What app.json declares, whatever it says."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.api.ports.declarations import ProjectDeclarations


def test_reasons_and_calls_are_those_of_the_latest_start() -> None:
    declared = ProjectDeclarations({"requiredPrivateInfos": ["getLocation"]})
    assert (declared.makes("getLocation"), declared.makes("chooseAddress")) == (True, False)
    declared.take({"permission": {"scope.userLocation": {"desc": " for the weather "}}})
    assert (declared.makes("getLocation"), declared.reason("scope.userLocation")) == (False, "for the weather")


@pytest.mark.parametrize(
    "app",
    [
        {},
        {"permission": [], "requiredPrivateInfos": "getLocation"},
        {"permission": {"scope.userLocation": {"desc": 5}}},
    ],
    ids=range(3),
)
def test_what_is_no_declaration_declares_nothing(app: dict[str, Any]) -> None:
    declared = ProjectDeclarations(app)
    assert (declared.makes("getLocation"), declared.reason("scope.userLocation")) == (False, "")
