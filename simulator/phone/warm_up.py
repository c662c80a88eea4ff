"""Starts Chromium ahead of the first phone: its processes come up while the program is still loading its modules."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWebEngineCore import QWebEnginePage


def start_chromium(application: QCoreApplication) -> QWebEnginePage:
    """An empty page that brings the processes up. Delete it (`deleteLater`) when there is a phone."""
    page = QWebEnginePage(application)
    QCoreApplication.processEvents()
    return page
