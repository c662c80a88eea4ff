"""Ends a web page before the profile it was made with, in whatever order the objects around them go."""

from __future__ import annotations

import weakref

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEnginePage


def end_page_with(owner: QObject, page: QWebEnginePage) -> None:
    """The page goes when its owner does, and at the latest before the process ends.

    At the end of the process objects go in any order, and a profile that goes before its page ends in a crash.
    """
    weakref.finalize(owner, _end, page)


def _end(page: QWebEnginePage) -> None:
    if shiboken6.isValid(page):
        shiboken6.delete(page)
