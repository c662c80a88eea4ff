"""The URL scheme `handset:`: the shell's own files, the project's and the user's, and nothing else.

`handset://shell/<path>` is a file of `runtime/js/view` (`shared/<path>`: of `runtime/js/shared`; one table of the
platform's data stands where it lies in the tree; the components' style sheets are one, and so are the shell's and its
scripts; `debug/…` are questions of wxs that stands still, see `standstill`),
`handset://project/<path>` one of the mini program's root, `handset://user/<path>` one of its user-data and temporary
files; `handset://media/…` are questions about media that Chromium does not play (`simulator.media`). The readers decide
what exists; paths with `..` never reach them. Only pages of ours are answered: a site in a `web-view`, and whatever it
frames or starts, gets nothing.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePosixPath

from PySide6.QtCore import QByteArray, QFile, QIODevice, QObject, QUrl, QUrlQuery
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from simulator.media.media_host import MediaHost
from simulator.media.source import BytesSource, Fetch, Source, WebSource
from simulator.phone.component_styles import component_styles
from simulator.phone.map_files import map_file
from simulator.phone.media_questions import MediaQuestion
from simulator.phone.replies import reply
from simulator.phone.shell_files import SHELL_SCRIPT, SHELL_STYLES, shell_script, shell_styles
from simulator.phone.standstill import PageStandstill
from simulator.phone.web_requests import DETOUR, OWN_ORIGIN, WebRequests, WebStandIn
from simulator.phone.wxs_debugging import DEBUGGER_SCRIPT, debugger_script, watched_text

SCHEME = b"handset"
CHANNEL_SCRIPT = "qwebchannel.js"
# The platform's own registry knows neither of these everywhere.
CONTENT_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".ttf": "font/ttf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
# Fonts and pictures for a canvas, and media, lie on another host of the scheme than the pages that ask for them.
ALLOWED = {"Access-Control-Allow-Origin": OWN_ORIGIN}
COMPONENT_STYLES = "components/styles.css"
COMPONENT_TABLE = "resources/spec/component_support.json"
QUESTIONS = "debug/"
"""What wxs asks that stands still."""
Reader = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class FileReaders:
    """Where the project's and the user's files come from, whether pages may ask the web for an address, and what asks
    it for parts of a film, and who answers in its place. Called on the GUI thread."""

    project: Reader
    user: Reader
    may_ask: Callable[[str], bool] = lambda _url: True
    fetch: Fetch | None = None
    web: WebStandIn | None = None


def register_scheme() -> None:
    """Makes `handset:` known to Chromium. Call once, before the application object."""
    if QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


class HandsetScheme(QWebEngineUrlSchemeHandler):
    """Answers the requests of one phone view."""

    def __init__(self, readers: FileReaders, parent: QObject, web: WebRequests | None = None) -> None:
        super().__init__(parent)
        self._readers = readers
        self._web = web
        self._styles: bytes | None = None
        self.media = MediaHost(self._source, self)
        self.standstill = PageStandstill(watched_text)

    def set_readers(self, readers: FileReaders) -> None:
        """Takes files from elsewhere from now on."""
        self._readers = readers

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Called by Chromium, on the GUI thread."""
        url = job.requestUrl()
        if job.requestMethod() != b"GET" or not is_answered(job.initiator(), url):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return None
        path = clean_path(url)
        if url.host() == "media" and path is not None:
            items = QUrlQuery(url).queryItems(QUrl.ComponentFormattingOption.FullyDecoded)
            return self.media.ask(path, dict(items), MediaQuestion(job, ALLOWED))
        if self._web and url.host() == "shell" and path is not None and path.startswith(DETOUR):
            return self._web.answer(path, job)
        if url.host() == "shell" and path is not None and path.startswith(QUESTIONS):
            asked = QUrlQuery(url).queryItemValue("text", QUrl.ComponentFormattingOption.FullyDecoded)
            return self.standstill.ask(path.removeprefix(QUESTIONS), asked, job)
        content = None if path is None else self._read(url.host(), path)
        if path is None or content is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return None
        return reply(job, content, content_type(path), ALLOWED)

    def _source(self, url: str) -> Source | None:
        """The film at an address of ours or of the web."""
        place = QUrl(url)
        if place.scheme() in ("http", "https"):
            fetch = self._readers.fetch
            return WebSource(url, fetch) if fetch and self._readers.may_ask(url) else None
        path = clean_path(place)
        if place.scheme() != SCHEME.decode() or path is None or place.host() not in ("project", "user"):
            return None
        content = self._read(place.host(), path)
        return None if content is None else BytesSource(content)

    def _read(self, host: str, path: str) -> bytes | None:
        match host:
            case "shell" if path == COMPONENT_STYLES:
                # Every page asks for it.
                self._styles = self._styles or component_styles()
                return self._styles
            case "shell" if path == SHELL_SCRIPT:
                return shell_script().text.encode("utf-8")
            case "shell" if path == SHELL_STYLES:
                return shell_styles()
            case "shell" if path == DEBUGGER_SCRIPT:
                return debugger_script().encode("utf-8")
            case "shell":
                return map_file(path) or _read_shell(path)
            case "project":
                return self._readers.project(path)
            case "user":
                return self._readers.user(path)
            case _:
                return None


def is_answered(initiator: QUrl, url: QUrl) -> bool:
    """Whether a request is answered at all: those of our pages, and the host's own loading of the shell.

    Frames without an origin, such as a site makes of `data:`, ask as "null"; nobody at all is the host.
    """
    return initiator.toString() == OWN_ORIGIN or (initiator.isEmpty() and url.host() == "shell")


def clean_path(url: QUrl) -> str | None:
    """The decoded path of a URL without its leading slash; None if it could lead outside."""
    path = url.path(QUrl.ComponentFormattingOption.FullyDecoded).lstrip("/")
    parts = path.replace("\\", "/").split("/")
    return None if not path or ".." in parts or "\0" in path else path


def content_type(path: str) -> str:
    """Media type by suffix."""
    suffix = PurePosixPath(path).suffix.lower()
    return CONTENT_TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def _read_shell(path: str) -> bytes | None:
    if path == CHANNEL_SCRIPT:
        return _read_channel_script()
    if path == COMPONENT_TABLE:
        return files("resources").joinpath(*path.split("/")[1:]).read_bytes()
    folder = files("runtime") / "js"
    file = folder / path if path.startswith("shared/") else folder / "view" / path
    return file.read_bytes() if file.is_file() else None


def _read_channel_script() -> bytes:
    file = QFile(":/qtwebchannel/qwebchannel.js")
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data())
