"""Audits as a widget: the score and the sizes at the left, rules and findings at the right. Made by `meta`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.panels.audits.bars_view import BarsView
from ide.panels.audits.map_view import MapView
from ide.panels.audits.presenter import AuditsPresenter, Shown
from ide.panels.audits.score_view import ScoreView
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.plain_text import PlainLabel, plain_tip
from ide.widgets.row_tree import RowTree

PAUSE_MS = 500


class AuditsPanel(LivePanel):
    """The view of an `AuditsPresenter`."""

    def __init__(self, presenter: AuditsPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("audits_panel")
        self.presenter = presenter
        self.again, self.up = QToolButton(self), QToolButton(self)
        self.summary, self.way = PlainLabel(parent=self), PlainLabel(parent=self)
        self.scores = ScoreView(appearance, self)
        self.bars, self.map = BarsView(appearance, self), MapView(appearance, self)
        self._sizes = QStackedWidget(self)
        self.as_map = QToolButton(self)
        self.as_map.setCheckable(True)
        self.tree = RowTree(appearance, self)
        self._lay_out()
        self.again.clicked.connect(lambda: presenter.run())
        self.up.clicked.connect(lambda: presenter.go_up())
        self.bars.chosen.connect(presenter.go)
        self.map.chosen.connect(presenter.go)
        self.as_map.toggled.connect(lambda is_on: self._sizes.setCurrentWidget(self.map if is_on else self.bars))
        self.tree.toggled.connect(presenter.toggle)
        self.tree.chosen.connect(presenter.open)
        self.tree.entered.connect(presenter.open)
        presenter.attach(self)
        dress(self, appearance, self._dress)

    # -- AuditsView

    def show_audit(self, shown: Shown) -> None:
        """Draws everything."""
        self.scores.show_scores(shown.scores)
        self.summary.setText(shown.summary)
        self.summary.setToolTip(plain_tip(shown.summary))
        self.tree.show_rows(shown.rows)
        self.way.setText(shown.way)
        self.bars.show_bars(shown.bars)
        self.map.show_nodes(shown.nodes)
        self.up.setVisible(shown.can_go_up)

    # -- within

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.again)
        self.summary.setMinimumWidth(0)
        row.addWidget(self.summary, 1)
        left = QWidget(self)
        sizes = QVBoxLayout(left)
        sizes.setContentsMargins(0, 0, 0, 0)
        sizes.setSpacing(0)
        sizes.addWidget(self.scores)
        around = QFrame(left)
        around.setObjectName("panel_bar")
        head = QHBoxLayout(around)
        head.setContentsMargins(8, 2, 8, 2)
        head.addWidget(self.up)
        head.addWidget(self.way, 1)
        head.addWidget(self.as_map)
        sizes.addWidget(around)
        for view in (self.bars, self.map):
            self._sizes.addWidget(view)
        sizes.addWidget(self._sizes, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        # A low panel shows the rings first; the sizes are below.
        room = QScrollArea(split)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(left)
        left.setAutoFillBackground(False)
        split.addWidget(room)
        split.addWidget(self.tree)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(split, 1)

    def _dress(self, appearance: Appearance) -> None:
        icons, texts = Icons(appearance.theme), appearance.texts
        self.tree.setAccessibleName(texts("audits.title"))
        named = ((self.again, "refresh", "again"), (self.up, "folder-open", "up"), (self.as_map, "areas", "map"))
        for button, icon, name in named:
            button.setIcon(icons.icon(icon))
            button.setToolTip(texts(f"audits.{name}"))
            button.setAccessibleName(texts(f"audits.{name}"))
        for view in (self.bars, self.map):
            view.setAccessibleName(texts("audits.packages"))
        if self.isVisible():
            self.presenter.refresh()
