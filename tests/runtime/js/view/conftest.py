"""Chromium for the tests of the page view: offscreen, one browser view for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from simulator.phone.environment import prepare_environment
from simulator.phone.scheme import register_scheme
from tests.runtime.js.view.page_harness import PageHarness

prepare_environment()
register_scheme()


@pytest.fixture(scope="session")
def harness(qapp: object) -> Iterator[PageHarness]:
    """A browser view; every test opens a page of its own in it."""
    page_harness = PageHarness()
    yield page_harness
    page_harness.close()
