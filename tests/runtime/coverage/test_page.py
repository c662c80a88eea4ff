"""The page about functions says what the registry says."""

from __future__ import annotations

from tests.support.api_page import PAGE, api_page


def test_readers_are_told_what_the_registry_says() -> None:
    assert PAGE.read_text("utf-8") == api_page(), "run: python -m tests.support.api_page"
