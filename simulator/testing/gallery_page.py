"""The pages of a gallery, as HTML that needs nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.touring.html_page import Element, figure, node, page_of, readable

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


@dataclass(frozen=True)
class Variant:
    """A component with these properties: its picture, what it has thrown, or why it could not be mounted."""

    properties: Mapping[str, Any]
    picture: QImage | None
    problems: tuple[str, ...] = ()

    @property
    def caption(self) -> str:
        """What was given, in words."""
        return json.dumps(dict(self.properties), ensure_ascii=False) if self.properties else "without properties"


@dataclass(frozen=True)
class ComponentPage:
    """One component and its page."""

    component: str
    file: Path
    variants: tuple[Variant, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """What was wrong with any of them."""
        return tuple(dict.fromkeys(problem for variant in self.variants for problem in variant.problems))


def write_page(page: ComponentPage) -> None:
    """One component with its variants."""
    back = node("p", {}, node("a", {"href": "index.html"}, "All components"))
    body = [node("h1", {}, readable(page.component)), back, *(_section(variant) for variant in page.variants)]
    page.file.write_bytes(page_of(page.component, body))


def write_index(file: Path, pages: Sequence[ComponentPage]) -> None:
    """All components: what each looks like without properties, and the way to its page."""
    body = [node("h1", {}, "Components"), *(_entry(page) for page in pages)]
    file.write_bytes(page_of("Components", body))


def _section(variant: Variant) -> Element:
    shown = [] if variant.picture is None else [_picture(variant.picture)]
    wrong = {"class": "wrong"} if variant.problems else {}
    return node("section", wrong, node("h2", {}, readable(variant.caption)), *_problems(variant.problems), *shown)


def _picture(picture: QImage) -> Element:
    """As large as on the phone; one of the whole phone, as small as in reports."""
    return figure("", picture, picture.width() if picture.height() < picture.width() * 1.5 else None)


def _entry(page: ComponentPage) -> Element:
    title = node("h2", {}, node("a", {"href": page.file.name}, readable(page.component)))
    pictures = [variant.picture for variant in page.variants[:2] if variant.picture is not None]
    shown = [_picture(pictures[-1])] if pictures else []
    wrong = {"class": "wrong"} if page.problems else {}
    return node("section", wrong, title, *_problems(page.problems), *shown)


def _problems(problems: Sequence[str]) -> list[Element]:
    return [node("ul", {}, *(node("li", {}, readable(one)) for one in problems))] if problems else []
