"""What the phone's sensors feel: how it is held and moved."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from runtime.world.declared import Group, Values, WorldValue
from runtime.world.kinds import Choice, Number

_G = Number(-8, 8, "g", 0.05)
_TURN = Number(-35, 35, "rad/s", 0.1)
ACCURACIES = ("high", "medium", "low", "unreliable", "no-contact")


def _of(prefix: str, *members: str) -> Any:
    return lambda values: {member: values[f"{prefix}.{member}"] for member in members}


def _compass(values: Values) -> Mapping[str, Any]:
    return {"direction": values["compass.direction"], "accuracy": values["compass.accuracy"]}


def held(alpha: float, beta: float, gamma: float) -> Mapping[str, Any]:
    """The values of a phone that is held so, in degrees: flat on its back all are 0, upright `beta` is 90.

    The accelerometer feels gravity alone, as a phone that is held still.
    """
    beta_rad, gamma_rad = math.radians(beta), math.radians(gamma)
    return {
        "motion.alpha": alpha,
        "motion.beta": beta,
        "motion.gamma": gamma,
        "accelerometer.x": round(math.cos(beta_rad) * math.sin(gamma_rad), 4),
        "accelerometer.y": round(-math.sin(beta_rad), 4),
        "accelerometer.z": round(-math.cos(beta_rad) * math.cos(gamma_rad), 4),
        "compass.direction": (360 - alpha) % 360,
    }


GROUP = Group(
    "motion",
    80,
    (
        WorldValue("motion.alpha", Number(0, 360, "°"), 0, ("deviceMotion",)),
        WorldValue("motion.beta", Number(-180, 180, "°"), 0, ("deviceMotion",)),
        WorldValue("motion.gamma", Number(-90, 90, "°"), 0, ("deviceMotion",)),
        WorldValue("compass.direction", Number(0, 360, "°"), 0, ("compass",)),
        WorldValue("compass.accuracy", Choice(ACCURACIES), "high", ("compass",)),
        WorldValue("accelerometer.x", _G, 0, ("accelerometer",)),
        WorldValue("accelerometer.y", _G, 0, ("accelerometer",)),
        WorldValue("accelerometer.z", _G, -1, ("accelerometer",)),
        WorldValue("gyroscope.x", _TURN, 0, ("gyroscope",)),
        WorldValue("gyroscope.y", _TURN, 0, ("gyroscope",)),
        WorldValue("gyroscope.z", _TURN, 0, ("gyroscope",)),
    ),
    payloads={
        "deviceMotion": _of("motion", "alpha", "beta", "gamma"),
        "compass": _compass,
        "accelerometer": _of("accelerometer", "x", "y", "z"),
        "gyroscope": _of("gyroscope", "x", "y", "z"),
    },
    sampled=frozenset({"deviceMotion", "compass", "accelerometer", "gyroscope"}),
)
