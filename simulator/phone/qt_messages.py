"""What Qt and Chromium print that is true, harmless, and not meant for the user; most when there is no driver."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

HARMLESS = (
    "QRhiGles2: Failed to create",
    "Failed to create RHI for backend",
    "GPUInfo not initialized",
    "Failed to initialize EGL display",
    "Unable to detect GPU vendor",
    "Failed to load vulkan",
    "initInstance: No Vulkan",
    "Failed to create platform Vulkan instance",
    "This plugin does not support createPlatformVulkanInstance",
    "QVulkanInstance: Failed to initialize Vulkan",
    "GBM is not supported with the current configuration",
    "This plugin does not support propagateSizeHints",
    "QStandardPaths: XDG_RUNTIME_DIR not set",
    # Of its own accord, when an answer that cannot be unpacked ends with its connection.
    "QNetworkReplyImplPrivate::error: Internal problem, this method must only be called once",
    # Said in words of ours where a folder cannot be watched.
    "inotify_add_watch(",
)


def is_harmless(message: str) -> bool:
    """Whether a message of Qt is one of those."""
    return message.startswith(HARMLESS)


def quieten_qt() -> None:
    """Drops the harmless messages of this process; all others go to stderr as before."""
    qInstallMessageHandler(_pass_on)


def _pass_on(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind == QtMsgType.QtDebugMsg or (kind != QtMsgType.QtFatalMsg and is_harmless(message)):
        return
    print(message, file=sys.stderr)
