"""Finding a setting by part of its name: rows that do not have it go, pages without a row are dim."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QTableWidget, QTabWidget, QWidget


def search(tabs: QTabWidget, needle: str) -> None:
    """Shows what has the needle in its name, on whatever page; an empty needle shows everything."""
    wanted = needle.strip().lower()
    found = [_filter(tabs.widget(index), wanted) for index in range(tabs.count())]
    for index, has_any in enumerate(found):
        tabs.setTabEnabled(index, has_any or not wanted)
    if wanted and any(found) and not found[tabs.currentIndex()]:
        tabs.setCurrentIndex(found.index(True))


def _filter(page: QWidget | None, wanted: str) -> bool:
    if isinstance(page, QTableWidget):
        return _filter_table(page, wanted)
    return page is not None and any([_filter_form(form, wanted) for form in page.findChildren(QFormLayout)])


def _filter_table(table: QTableWidget, wanted: str) -> bool:
    has_any = False
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in range(table.columnCount())]
        is_found = wanted in " ".join(cell.text() for cell in cells if cell).lower()
        table.setRowHidden(row, not is_found)
        has_any |= is_found
    return has_any


def _filter_form(form: QFormLayout, wanted: str) -> bool:
    has_any = False
    for row in range(form.rowCount()):
        item = form.itemAt(row, QFormLayout.ItemRole.LabelRole) or form.itemAt(row, QFormLayout.ItemRole.SpanningRole)
        label = item.widget() if item else None
        is_found = not wanted or (isinstance(label, QLabel) and wanted in label.text().lower())
        form.setRowVisible(row, is_found)
        has_any |= is_found
    return has_any
