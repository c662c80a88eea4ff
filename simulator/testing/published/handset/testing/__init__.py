"""Tests of mini programs in Python. See resources/docs/testing.md.

With pytest, the fixtures `app`, `page`, `device`, `world` and `mount` are there as soon as Handset is installed.
Without it::

    from handset.testing import expect, launch

    with launch("path/to/project") as app:
        app.page.locator(".buy").tap()
        expect(app.page.locator(".count")).to_have_text("1")

`API_VERSION` is `(major, minor)`: what is listed here stays as it is within a major version; a minor one adds.
"""

from simulator.testing.app import App, Storage
from simulator.testing.bars import PhoneBars
from simulator.testing.clock import Clock
from simulator.testing.device import DeviceControl
from simulator.testing.dialogs import Dialog, Dialogs
from simulator.testing.expectations import (
    AppExpectation,
    LocatorExpectation,
    MountedExpectation,
    PageExpectation,
    expect,
)
from simulator.testing.failure import DeadlineFailure, NotHere, ProgramFailure, TestFailure
from simulator.testing.launching import launch, launch_components
from simulator.testing.locator import Locator
from simulator.testing.monkey.in_a_test import Monkey, launch_monkey
from simulator.testing.monkey.report import Failure as MonkeyFailure
from simulator.testing.monkey.report import MonkeyReport, ReportedStep
from simulator.testing.mount import Emitted, Mounted, Mounts
from simulator.testing.network import Network, NetworkRequest, Route
from simulator.testing.page import Page
from simulator.testing.settings import Tier
from simulator.testing.world_values import WorldValues

API_VERSION = (1, 2)

__all__ = [
    "API_VERSION",
    "App",
    "AppExpectation",
    "Clock",
    "DeadlineFailure",
    "DeviceControl",
    "Dialog",
    "Dialogs",
    "Emitted",
    "Locator",
    "LocatorExpectation",
    "Monkey",
    "MonkeyFailure",
    "MonkeyReport",
    "Mounted",
    "MountedExpectation",
    "Mounts",
    "Network",
    "NetworkRequest",
    "NotHere",
    "Page",
    "PageExpectation",
    "PhoneBars",
    "ProgramFailure",
    "ReportedStep",
    "Route",
    "Storage",
    "TestFailure",
    "Tier",
    "WorldValues",
    "expect",
    "launch",
    "launch_components",
    "launch_monkey",
]
