"""What is compiled first of a large project: what the pages need that are to be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from runtime.project.model import Project

FEW = 40
"""Fewer pages and components than this are compiled at once: it takes no longer than to compile twice."""
CUSTOM_TAB_BAR = "custom-tab-bar/index"


def in_reach(project: Project, page: str) -> list[str]:
    """The page, all components that it can show, and those of the program's own tab bar."""
    stems = project.closure(page)
    if project.has_custom_tab_bar:
        stems += [stem for stem in project.closure(CUSTOM_TAB_BAR) if stem not in stems]
    return stems


def first_part(project: Project, pages: Collection[str]) -> frozenset[str] | None:
    """The pages and components to compile for these pages; None: all of them, for the rest is little.

    A page that does not exist, or an empty name, stands for the entry page.
    """
    known = {page.path for page in project.pages}
    wanted = {page if page in known else project.entry_path for page in pages}
    part = frozenset(wanted).union(*(in_reach(project, page) for page in wanted))
    return part if wanted and len(project.components) - len(part) >= FEW else None


def stems_of(project: Project, part: Collection[str] | None) -> Iterable[str]:
    """The pages and components of a part, in the order of the project; all without one."""
    return [stem for stem in project.components if part is None or stem in part]
