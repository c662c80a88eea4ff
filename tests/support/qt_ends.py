"""Ends Qt objects in tests when the test says, not whenever and in whatever thread Python collects garbage."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject


def delete_now(*objects: QObject) -> None:
    """In this order; each takes its children with it."""
    for one in objects:
        one.deleteLater()
        QCoreApplication.sendPostedEvents(one, QEvent.Type.DeferredDelete)
