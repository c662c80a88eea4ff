"""Who may use a collection: one of four simple rules, or expressions that are written in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QInputDialog, QWidget

from ide.models.appearance import Appearance
from ide.models.cloud import SIMPLE_RULES, USUAL_RULE
from ide.widgets.dressing import dress

_EXAMPLE = '{\n  "read": true,\n  "write": "doc._openid == auth.openid"\n}'


class RuleBox(QComboBox):
    """`chosen` gets the name of a simple rule, or a JSON text."""

    def __init__(self, chosen: Callable[[str], None], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._appearance = appearance
        self._rule = ""
        self.addItems([""] * (len(SIMPLE_RULES) + 1))
        self.activated.connect(self._picked)
        dress(self, appearance, self._dress)

    def show_rule(self, rule: str) -> None:
        """The name of a simple rule, a JSON text, or nothing for the usual one."""
        self._rule = rule
        with QSignalBlocker(self):
            self.setCurrentIndex(
                SIMPLE_RULES.index(rule or USUAL_RULE) if (rule or USUAL_RULE) in SIMPLE_RULES else len(SIMPLE_RULES)
            )

    def ask(self) -> QInputDialog:
        """Opens the dialog for expressions."""
        texts = self._appearance.texts
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setWindowTitle(texts("cloud.rule"))
        dialog.setLabelText(texts("cloud.rule.prompt"))
        dialog.setOkButtonText(texts("answer.ok"))
        dialog.setCancelButtonText(texts("answer.cancel"))
        dialog.setTextValue(_EXAMPLE if self._rule in ("", *SIMPLE_RULES) else self._rule)
        dialog.textValueSelected.connect(self._chosen)
        # Without an answer the box shows what is in force again.
        dialog.finished.connect(lambda _code: self.show_rule(self._rule))
        dialog.open()
        return dialog

    def _picked(self, index: int) -> None:
        if index < len(SIMPLE_RULES):
            self._chosen(SIMPLE_RULES[index])
        else:
            self.ask()

    def _dress(self, appearance: Appearance) -> None:
        texts = appearance.texts
        for index, name in enumerate((*SIMPLE_RULES, "custom")):
            self.setItemText(index, texts(f"cloud.rule.{name}"))
        self.setToolTip(texts("cloud.rule"))
        self.setAccessibleName(texts("cloud.rule"))
