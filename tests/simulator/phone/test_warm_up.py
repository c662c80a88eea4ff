"""Chromium started ahead leaves nothing behind."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from simulator.phone.warm_up import start_chromium


@pytest.mark.browser
def test_the_page_can_go_as_soon_as_there_is_a_phone(qapp: QApplication) -> None:
    page = start_chromium(qapp)
    assert page.url().isEmpty()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(page)
