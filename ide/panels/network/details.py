"""What is known of the chosen exchange, on tabs; those that it has nothing for are not there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QToolButton, QTreeWidget, QTreeWidgetItem, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.network.details import cookies_of, headers_of, payload_of
from ide.panels.network.body_view import BodyView
from ide.panels.network.facts_view import FactsView
from ide.panels.network.messages_view import MessagesView
from ide.panels.network.presenter import NetworkPresenter
from ide.panels.network.timing_view import TimingView
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from simulator.traffic.exchange import Exchange

TABS = ("headers", "payload", "preview", "response", "messages", "cookies", "timing", "initiator")


class ExchangeDetails(QTabWidget):
    """Shows `presenter.chosen`. A tab fills itself when it is in front. `closed`: the user has had enough of it."""

    closed = Signal()

    def __init__(self, presenter: NetworkPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("network_details")
        self.setDocumentMode(True)
        self._presenter = presenter
        self._appearance = appearance
        self._shown: Exchange | None = None
        self.headers = FactsView(appearance, self)
        self.query = FactsView(appearance, self)
        self.sent = BodyView(appearance, self)
        self.preview = BodyView(appearance, self)
        self.response = BodyView(appearance, self)
        self.as_bytes = QToolButton(self)
        self.messages = MessagesView(presenter, appearance, self)
        self.cookies = FactsView(appearance, self)
        self.timing = TimingView(appearance, self)
        self.initiator = QTreeWidget(self)
        self._lay_out()
        self.currentChanged.connect(lambda _index: self._fill())
        self.as_bytes.toggled.connect(lambda _on: self._fill())
        self.initiator.itemActivated.connect(lambda item, _column: self._open(item))
        self.initiator.itemClicked.connect(lambda item, _column: self._open(item))
        dress(self, appearance, self._dress)

    def renew(self) -> None:
        """The chosen exchange is another one, or in another state."""
        chosen = self._presenter.chosen
        if chosen is None:
            return
        has = {
            "payload": chosen.request_body is not None or bool(payload_of(chosen, self._appearance.texts)),
            "preview": chosen.kind != "socket",
            "response": chosen.kind != "socket",
            "messages": chosen.kind == "socket",
            "cookies": bool(cookies_of(chosen, self._appearance.texts)),
            "initiator": bool(chosen.stack),
        }
        for number, name in enumerate(TABS):
            self.setTabVisible(number, has.get(name, True))
        self._fill()

    def _fill(self) -> None:
        chosen, texts = self._presenter.chosen, self._appearance.texts
        if chosen is None:
            return
        match TABS[self.currentIndex()]:
            case "headers":
                self.headers.show_sections(headers_of(chosen, texts))
            case "payload":
                sections = payload_of(chosen, texts)
                self.query.setVisible(bool(sections))
                self.query.show_sections(sections)
                self.sent.setVisible(chosen.request_body is not None and chosen.kind != "upload")
                self.sent.show_preview(self._presenter.payload())
            case "preview":
                self.preview.show_preview(self._presenter.answer())
            case "response":
                preview = self._presenter.answer(as_bytes=self.as_bytes.isChecked(), as_text=True)
                self.response.show_preview(preview)
            case "messages":
                self.messages.show_frames(self._presenter.frames())
            case "cookies":
                self.cookies.show_sections(cookies_of(chosen, texts))
            case "timing":
                self.timing.show_timing(chosen.timing)
            case "initiator":
                self._show_stack(chosen)

    def _show_stack(self, chosen: Exchange) -> None:
        self.initiator.clear()
        for frame in chosen.stack:
            item = QTreeWidgetItem(self.initiator, [frame.function, f"{frame.file}:{frame.line}"])
            item.setData(0, Qt.ItemDataRole.UserRole, (frame.file, frame.line, frame.column))
            item.setForeground(1, QColor(load_look(self._appearance.theme).colors["link"]))

    def _open(self, item: QTreeWidgetItem) -> None:
        self._presenter.open_source(*item.data(0, Qt.ItemDataRole.UserRole))

    def _lay_out(self) -> None:
        self.initiator.setColumnCount(2)
        self.initiator.setHeaderHidden(True)
        self.initiator.setRootIsDecorated(False)
        self.initiator.setFrameShape(QFrame.Shape.NoFrame)
        self.initiator.setColumnWidth(0, 180)
        self.as_bytes.setCheckable(True)
        self.as_bytes.setText("0x")
        payload = self._side_by_side(self.query, self.sent)
        response = self._side_by_side(self.response, self.as_bytes)
        pages = {
            "headers": self.headers, "payload": payload, "preview": self.preview, "response": response,
            "messages": self.messages, "cookies": self.cookies, "timing": self.timing, "initiator": self.initiator,
        }  # fmt: skip
        for name in TABS:
            self.addTab(pages[name], "")
        self.close_button = QToolButton(self)
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(lambda: self.closed.emit())
        self.setCornerWidget(self.close_button, Qt.Corner.TopRightCorner)

    def _side_by_side(self, *parts: QWidget) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for part in parts:
            row.addWidget(part, 0 if isinstance(part, QToolButton) else 1)
        return page

    def _dress(self, appearance: Appearance) -> None:
        texts = appearance.texts
        for number, name in enumerate(TABS):
            self.setTabText(number, texts(f"network.tab.{name}"))
        self.as_bytes.setToolTip(texts("network.as_bytes"))
        self.close_button.setIcon(Icons(appearance.theme).icon("close"))
        self.close_button.setToolTip(texts("network.close"))
        look = load_look(appearance.theme)
        self.initiator.setFont(console_font(look))
        self.initiator.setStyleSheet(f"QTreeWidget {{ background: {look.colors['background']}; }}")
        self._fill()
