"""Asks a `Question` in a dialog that does not block: the answer comes later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QPushButton, QWidget

from ide.models.question import Question
from ide.models.texts import Texts
from ide.widgets.plain_text import make_plain


def ask(parent: QWidget, texts: Texts, question: Question, answered: Callable[[str], None]) -> QMessageBox:
    """Opens a message box with one button for each answer."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(texts(f"question.{question.key}.title"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(texts(f"question.{question.key}.title"))
    box.setInformativeText(texts(f"question.{question.key}.text", **question.arguments))
    make_plain(box)
    answers = {_add_answer(box, texts, answer): answer for answer in question.answers}
    buttons = {answer: button for button, answer in answers.items()}
    box.setDefaultButton(buttons[question.answers[-1 if question.is_unasked else 0]])
    box.setEscapeButton(buttons[question.answers[-1]])

    def closed() -> None:
        pressed = box.clickedButton()
        answered(next((answer for button, answer in answers.items() if button is pressed), question.answers[-1]))

    box.finished.connect(closed)
    box.open()
    return box


def ask_text(
    parent: QWidget, texts: Texts, question: Question, initial: str, answered: Callable[[str], None]
) -> QInputDialog:
    """Opens a dialog with one line of text; `answered` is called if it is accepted."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(texts(f"question.{question.key}.title"))
    dialog.setLabelText(texts(f"question.{question.key}.text", **question.arguments))
    dialog.setOkButtonText(texts("answer.ok"))
    dialog.setCancelButtonText(texts("answer.cancel"))
    dialog.setTextValue(initial)
    make_plain(dialog)
    dialog.textValueSelected.connect(answered)
    dialog.open()
    return dialog


def ask_save_path(parent: QWidget, initial: str, answered: Callable[[str], None]) -> QFileDialog:
    """Opens the dialog that chooses where to save."""
    dialog = QFileDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(initial)
    dialog.fileSelected.connect(answered)
    dialog.open()
    return dialog


def _add_answer(box: QMessageBox, texts: Texts, answer: str) -> QPushButton:
    button = box.addButton(texts(f"answer.{answer}"), QMessageBox.ButtonRole.ActionRole)
    button.setObjectName(f"answer_{answer}")
    return button
