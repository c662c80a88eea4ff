"""Answers to requests of Chromium's for addresses of ours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob


def reply(job: QWebEngineUrlRequestJob, content: bytes, media_type: str, headers: Mapping[str, str]) -> None:
    """Answers a request that still waits. `headers` are beside the type."""
    buffer = QBuffer(job)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    if headers:
        given = {QByteArray(name.encode()): [QByteArray(value.encode())] for name, value in headers.items()}
        job.setAdditionalResponseHeaders(given)  # type: ignore[arg-type]
    job.reply(QByteArray(media_type.encode()), buffer)
