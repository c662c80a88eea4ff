"""The scheme `handset-editor:` on which the editor page lives: our page, Monaco's assets, the web channel script.

Nothing else can be reached through it. `register_editor_scheme` must run before the `QApplication` is made.
"""

from __future__ import annotations

import mimetypes
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

SCHEME = b"handset-editor"
PAGE_URL = "handset-editor://editor/page/index.html"
_CHANNEL_SCRIPT = ":/qtwebchannel/qwebchannel.js"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".ttf": "font/ttf"}


def register_editor_scheme() -> None:
    """Makes the scheme known to Chromium: secure, so that workers and modules load."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flags = QWebEngineUrlScheme.Flag
    scheme.setFlags(flags.SecureScheme | flags.CorsEnabled | flags.FetchApiAllowed | flags.ContentSecurityPolicyIgnored)
    QWebEngineUrlScheme.registerScheme(scheme)


class EditorSchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers requests from three roots: `/page/`, `/monaco/` and `/channel/`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._roots = {
            "page": Path(str(files("ide.panels.editor") / "page")),
            "monaco": _monaco_folder() / "monaco-editor" / "min",
        }

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        data = self._read(job.requestUrl().path())
        if data is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        suffix = PurePosixPath(job.requestUrl().path()).suffix
        kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        buffer = QBuffer(job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(kind.encode(), buffer)

    def _read(self, url_path: str) -> bytes | None:
        _, root_name, *rest = url_path.split("/")
        if root_name == "channel":
            script = QFile(_CHANNEL_SCRIPT)
            script.open(QIODevice.OpenModeFlag.ReadOnly)
            return bytes(script.readAll().data())
        root = self._roots.get(root_name)
        if root is None or ".." in rest:
            return None
        path = root.joinpath(*rest)
        return path.read_bytes() if path.is_file() else None


def _monaco_folder() -> Path:
    """Where the package of the assets lies. It is not imported: its own widget would come along."""
    spec = find_spec("monaco")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the package monaco-qt is not installed")
    return Path(spec.submodule_search_locations[0])
