"""The web page of the phone: it stays on our scheme, opens no windows and passes its console on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings

from runtime.protocol.view import ViewLog
from simulator.phone.fonts import use_phone_font
from simulator.phone.shell_files import SHELL_SCRIPT, shell_script

SHELL_PATH = "/shell/index.html"
SHELL_URL = f"handset://shell{SHELL_PATH}"
FRAME_PATH = "/page.html"
# Chromium's word for observers of sizes that change sizes themselves and are called again with the next frame.
OBSERVERS_GO_ON = "ResizeObserver loop"
# Its advice to who writes pages: programs have no other node whose samples they make.
OLD_NODE = "The ScriptProcessorNode is deprecated"
# Chromium's words for what a page asked for and is not given, in whatever script of ours it is when they come.
OF_A_WISH = (
    "Not allowed to load local resource", "Refused to ", "Mixed Content", "Access to ", "OTS parsing error",
    "Failed to decode downloaded font",
)  # fmt: skip
# Chromium's word for what the network or a server did not give.
NOT_THERE = "net::ERR_"
FRAME_SCHEMES = {"http", "https", "about", "data", "blob"}


class BrowserPage(QWebEnginePage):
    """`logged` carries what the page writes to its console; `shell_loads` comes before each loading of the shell."""

    logged = Signal(ViewLog)
    shell_loads = Signal()

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        attribute = QWebEngineSettings.WebAttribute
        settings = self.settings()
        for switched_off in (
            attribute.ShowScrollBars,
            attribute.NavigateOnDropEnabled,
            attribute.JavascriptCanOpenWindows,
            attribute.PluginsEnabled,
            attribute.PlaybackRequiresUserGesture,
            attribute.ScrollAnimatorEnabled,
            attribute.FocusOnNavigationEnabled,
        ):
            settings.setAttribute(switched_off, False)
        use_phone_font(settings)
        # By its page for errors a frame tells that a site is not there (`web-view`).
        settings.setAttribute(attribute.ErrorPageEnabled, True)
        # Sites in a `web-view` may be plain http; the shell's own scripts come from nowhere but our scheme.
        settings.setAttribute(attribute.AllowRunningInsecureContent, True)

    def acceptNavigationRequest(
        self, url: QUrl | str, navigation: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Only the shell in the main frame; its frames hold pages of ours or of the web (`web-view`)."""
        is_allowed = may_load(QUrl(url), is_main_frame=is_main_frame)
        if is_allowed and is_main_frame:
            self.shell_loads.emit()
        return is_allowed

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]
        """No further windows."""
        return None

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Passed on instead of being printed."""
        if message.startswith((OBSERVERS_GO_ON, OLD_NODE)):
            return
        url = QUrl(source)
        levels = QWebEnginePage.JavaScriptConsoleMessageLevel
        origin = source_of(message, url)
        place = url.path().lstrip("/") if url.scheme() == "handset" else source
        if place == SHELL_SCRIPT:
            place, line = shell_script().place(line)
        self.logged.emit(
            ViewLog(
                level={levels.WarningMessageLevel: "warn", levels.ErrorMessageLevel: "error"}.get(level, "log"),  # type: ignore[arg-type]
                message=message,
                source=origin,
                file="" if origin == "program" else place,
                line=0 if origin == "program" else line,
            )
        )


def source_of(message: str, url: QUrl) -> Literal["program", "environment", "handset"]:
    """Whose word a line of the browser's console is.

    What scripts of ours write is Handset's; but what a page asked for, a file that it may not have or a font that is
    none, is the program's.
    """
    if NOT_THERE in message or url.scheme() != "handset":
        return "environment"
    return "program" if message.startswith(OF_A_WISH) else "handset"


def may_load(url: QUrl, *, is_main_frame: bool) -> bool:
    """Whether a frame may go to a URL. What a site sends a frame of its own to is asked here as well."""
    if url.scheme() == "handset":
        return url.host() == "shell" and url.path() == (SHELL_PATH if is_main_frame else FRAME_PATH)
    return not is_main_frame and url.scheme() in FRAME_SCHEMES
