"""The packages from npm, once for a run."""

from __future__ import annotations

import pytest

from tests.differential import official


@pytest.fixture(scope="session")
def packages() -> None:
    """Installed."""
    official.install()
