"""The widget that shows one phone, and the way of messages into and out of it.

It knows sizes, zoom and the life of the render process; what the messages mean is the host's and the shell's matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Literal

import psutil
from PySide6.QtCore import QByteArray, QEventLoop, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from runtime.protocol import codec
from runtime.protocol.view import SetDevice, ViewLog
from simulator.device import Device
from simulator.phone.bridge import Bridge
from simulator.phone.browser_page import SHELL_URL, BrowserPage
from simulator.phone.capture import Capture
from simulator.phone.geometry import fit_zoom, seen_size, with_strip, zoomed_size
from simulator.phone.mark import Mark
from simulator.phone.page_end import end_page_with
from simulator.phone.picker import ElementPicker
from simulator.phone.pulse import Pulse
from simulator.phone.scheme import SCHEME, FileReaders, HandsetScheme
from simulator.phone.settings import PhoneSettings
from simulator.phone.shell_files import with_own_places
from simulator.phone.web_requests import WebRequests
from simulator.phone.web_view_guest import guest_script

RELOAD_AFTER_MS = (0, 100, 300, 1000, 2000, 4000, 8000)
"""When the shell is loaded again after its process ended once, twice … before it was ready. Then it is left."""


class PhoneView(QWidget):
    """One simulated phone. See the package's docstring for the order of calls.

    Signals: `message(text)`; `ready` when the shell is loaded; `crashed(why)` when the process that draws it has ended,
    after `hung(what)` or `swollen(megabytes)` if that was why; `gone` when it is not loaded again by itself (`revive`);
    `dropped` when something was sent that no screen will ever hear of.
    """

    message = Signal(str)
    ready = Signal()
    crashed = Signal(str)
    hung = Signal(str)
    swollen = Signal(int)
    gone = Signal()
    dropped = Signal()
    size_changed = Signal()

    def __init__(
        self,
        device: Device,
        readers: FileReaders,
        settings: PhoneSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._device = device
        self._zoom_wish: Literal["fit"] | float = 1.0
        self._is_ready = False
        self._is_gone = False
        self._crashes = 0
        self._waiting: list[str] = []
        self._url = QUrl(f"{SHELL_URL}?{(settings or PhoneSettings()).to_query()}")
        self._clip = QWidget(self)
        self._web = QWebEngineView(self._clip)
        self._web.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._profile = QWebEngineProfile(self)
        self._web_requests = WebRequests(readers.may_ask, readers.web, self._profile)
        self._scheme = HandsetScheme(readers, self._profile, self._web_requests)
        self._profile.installUrlSchemeHandler(QByteArray(SCHEME), self._scheme)
        self._profile.setUrlRequestInterceptor(self._web_requests)
        self._profile.scripts().insert(guest_script())
        self._page = BrowserPage(self._profile, self._web)
        self._bridge = Bridge(self)
        end_page_with(self, self._page)
        self.standstill = self._scheme.standstill
        pid, stands_still = self._page.renderProcessPid, self.standstill.waits
        self._pulse = Pulse(self._bridge, pid, self, stands_still=stands_still)
        self._capture = Capture(self._web, self._bridge)
        self._mark = Mark(self)
        self._picker = ElementPicker(self)
        self._connect_page()
        self.setFocusProxy(self._web)
        self.resize(device.width, device.height)
        self._lay_out()
        self._load()

    @property
    def device(self) -> Device:
        """The phone that is shown."""
        return self._device

    @property
    def zoom(self) -> float:
        """The factor in effect: 1.0 shows one CSS pixel of the phone as one pixel of the desktop."""
        if self._zoom_wish == "fit":
            return fit_zoom(QSize(self._device.width, self._device.height), self.size())
        return self._zoom_wish

    @property
    def web_page(self) -> QWebEnginePage:
        """For developer tools."""
        return self._page

    @property
    def input_widget(self) -> QWidget:
        """Takes mouse and key events; a point of the phone is at `point * zoom` in it."""
        return self._web.focusProxy() or self._web

    def send(self, text: str | bytes) -> None:
        """One HostToView message as JSON. Kept in order until the shell is ready."""
        message = text if isinstance(text, str) else text.decode("utf-8")
        if self._is_ready:
            self._bridge.to_view.emit(message)
        elif self._is_gone:
            self.dropped.emit()
        else:
            self._waiting.append(message)

    def set_device(self, device: Device, page_id: int = 0) -> None:
        """Another phone, or the same in another state, for the visible page or one that is about to be shown."""
        self._device = device
        self._lay_out()
        if self._is_ready:
            self._send_device(page_id)

    def set_readers(self, readers: FileReaders) -> None:
        """Takes project and user files from elsewhere. Pages that are open keep what they have."""
        self._scheme.set_readers(readers)

    def set_zoom(self, zoom: Literal["fit"] | float) -> None:
        """A factor, or "fit": as large as the widget allows, at most 1."""
        self._zoom_wish = zoom
        self._lay_out()

    @property
    def picker(self) -> ElementPicker:
        """Chooses points of the phone with the mouse; `to_phone` turns them into CSS pixels."""
        return self._picker

    @property
    def marked(self) -> Mark:
        """The frame that `mark` shows."""
        return self._mark

    def to_phone(self, point: QPointF) -> QPointF:
        """A point of this widget in CSS pixels of the phone."""
        return (point - QPointF(self._clip.pos())) / self.zoom

    def mark(self, areas: Sequence[QRectF], label: str = "") -> None:
        """Marks areas in each other (CSS pixels of the phone), the outermost first, with a label; or none."""
        if not areas:
            self._mark.hide()
            return
        corner, seen = QPointF(self._clip.pos()), QRectF(self._clip.geometry())
        placed = [QRectF(corner + area.topLeft() * self.zoom, area.size() * self.zoom) for area in areas]
        self._mark.show_areas([area.intersected(seen) for area in placed], label)

    def phone_size(self) -> QSize:
        """Size of the phone on the desktop."""
        return self._size_at(self.zoom)

    def screenshot(self, ratio: float = 1.0) -> QImage:
        """`capture` for callers that can wait: runs an event loop meanwhile. Not for use inside a message's handler."""
        images: list[QImage] = []
        loop = QEventLoop()

        def taken(image: QImage) -> None:
            images.append(image)
            loop.quit()

        self.capture(taken, ratio)
        if not images:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return images[0]

    def capture(self, done: Callable[[QImage], None], ratio: float = 1.0) -> None:
        """Calls `done` with a picture that has everything in it that was sent before. Drawn at `ratio`, not scaled."""

        def taken(image: QImage) -> None:
            self._draw_at(self.zoom)
            done(image)

        self._capture.take(self._size_at(ratio), lambda: self._draw_at(ratio), taken)

    def reload(self) -> None:
        """Loads the shell anew. Messages that still wait are dropped: `ready` asks for everything again."""
        self._is_ready = False
        self._is_gone = False
        self._drop_waiting()
        self._load()

    def _drop_waiting(self) -> None:
        if self._waiting:
            self._waiting.clear()
            self.dropped.emit()

    def _load(self) -> None:
        self._pulse.start()
        self._web.load(self._url)

    def revive(self) -> None:
        """Loads the shell again if it has been left after too many ends; else it is there, or on its way."""
        if self._is_gone:
            self._crashes = 0
            self._is_gone = False
            self._drop_waiting()
            # As after any end: not while Chromium still tells of it.
            QTimer.singleShot(RELOAD_AFTER_MS[0], self, self._load)

    def sizeHint(self) -> QSize:
        """The phone as it is zoomed now."""
        return self.phone_size()

    def minimumSizeHint(self) -> QSize:
        """On "fit" anything will do; else the whole phone."""
        return QSize(0, 0) if self._zoom_wish == "fit" else self.phone_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the phone in the middle and, on "fit", as large as fits."""
        super().resizeEvent(event)
        self._lay_out()

    def _connect_page(self) -> None:
        channel = QWebChannel(self)
        channel.registerObject("bridge", self._bridge)
        self._page.setWebChannel(channel)
        self._bridge.from_view.connect(lambda text: self.message.emit(with_own_places(text)))
        self._bridge.loaded.connect(self._on_loaded)
        self._bridge.refused.connect(self._on_refused)
        self._pulse.hung.connect(self._on_hung)
        self._pulse.swollen.connect(self._on_swollen)
        self._pulse.vanished.connect(lambda: self._ended("render process is not there"))
        self._page.shell_loads.connect(self._bridge.expect_loading)
        self._page.logged.connect(self._on_logged)
        self._page.renderProcessTerminated.connect(self._on_terminated)
        self._page.loadFinished.connect(lambda _ok: self._page.setZoomFactor(self.zoom))
        self._web.setPage(self._page)

    def _lay_out(self) -> None:
        size = seen_size(QSize(self._device.width, self._device.height), self.zoom)
        self._clip.setGeometry(
            max(0, (self.width() - size.width()) // 2),
            max(0, (self.height() - size.height()) // 2),
            size.width(),
            size.height(),
        )
        self._draw_at(self.zoom)
        if self.isWindow() and self._zoom_wish != "fit":
            self.resize(self.phone_size())
        self.updateGeometry()
        self.size_changed.emit()

    def _draw_at(self, zoom: float) -> None:
        # Below the phone the web view has a strip that nobody sees, for the mark of a frame.
        self._web.setGeometry(QRect(QPoint(0, 0), with_strip(self._size_at(zoom), zoom)))
        self._page.setZoomFactor(zoom)

    def _size_at(self, zoom: float) -> QSize:
        return zoomed_size(QSize(self._device.width, self._device.height), zoom)

    def _send_device(self, page_id: int = 0) -> None:
        self.send(codec.encode(SetDevice(self._device.for_view(), page_id)))

    def _on_loaded(self, text: str) -> None:
        self._is_ready = True
        self._crashes = 0
        self._pulse.listens()
        self._send_device()
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.send(message)
        self.ready.emit()
        self.message.emit(text)

    def _on_logged(self, log: ViewLog) -> None:
        self.message.emit(codec.encode(log).decode("utf-8"))

    def _on_hung(self, what: str) -> None:
        self.hung.emit(what)
        self._end_process()

    def _on_swollen(self, megabytes: int) -> None:
        self.swollen.emit(megabytes)
        self._end_process()

    def _end_process(self) -> None:
        """Ends the process that draws the page; it is loaded again as after any end."""
        with suppress(psutil.Error, ValueError):
            psutil.Process(self._page.renderProcessPid()).kill()

    def _on_refused(self) -> None:
        words = "something in the page spoke to the host in the phone's place; it is not heard"
        self._on_logged(ViewLog("error", words))

    def _on_terminated(self, status: QWebEnginePage.RenderProcessTerminationStatus, exit_code: int) -> None:
        if status == QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        self._ended(f"render process ended ({status.name}, exit code {exit_code})")

    def _ended(self, why: str) -> None:
        self._is_ready = False
        self._pulse.stop()
        self._crashes += 1
        self.crashed.emit(why)
        if self._crashes <= len(RELOAD_AFTER_MS):
            QTimer.singleShot(RELOAD_AFTER_MS[self._crashes - 1], self, self.reload)
        else:
            self._is_gone = True
            self._drop_waiting()
            self.gone.emit()
