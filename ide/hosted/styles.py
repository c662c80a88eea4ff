"""How elements are styled: the view's answer, led back to the sources of the last build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ide.hosted.shown_program import ShownProgram
from ide.models.debug_target import Ref
from runtime.inspector.model import ElementStyles
from runtime.protocol import inspection

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.inspector.rule_sources import RuleSources


class HostedStyles:
    """Implements `ide.models.debug_target.Styles`."""

    def __init__(self, program: ShownProgram) -> None:
        self._program = program
        self._sources: tuple[BuildResult, RuleSources] | None = None

    @property
    def properties(self) -> Mapping[str, Sequence[str]]:
        """Those of the program's platform; none before the first build."""
        build = self._program.build
        return build.project.platform.style_properties if build else {}

    def of(self, ref: Ref, done: Callable[[ElementStyles | None], None]) -> None:
        """In the visible page."""
        page = self._program.page
        if page is None:
            done(None)
            return

        def answered(answer: inspection.StyleAnswer | None) -> None:
            from runtime.inspector.cascade import settle

            sources = self._rule_sources()
            done(settle(answer, sources) if answer and sources else None)

        self._program.phone_questions.style(page.page_id, ref, answered)

    def sheet_of(self, owner_path: str) -> str | None:
        """As the last build has found it."""
        build = self._program.build
        record = build.program["components"].get(owner_path) if build else None
        return (record or {}).get("style") or None

    def try_rule(self, sheet: str, number: int, body: str | None) -> None:
        """In the visible page alone."""
        self._ask(inspection.TryRule(0, 0, sheet, number, body))

    def try_inline(self, ref: Ref, style: str | None) -> None:
        """Lengths in rpx are those of the phone."""
        self._ask(inspection.TryInline(*ref, style))

    def try_classes(self, ref: Ref, classes: str | None) -> None:
        """With the prefix of its component."""
        self._ask(inspection.TryClass(*ref, classes))

    def force(self, ref: Ref, states: Sequence[inspection.PseudoClass]) -> None:
        """`active` shows the `hover-class` too."""
        self._ask(inspection.ForceStates(*ref, list(states)))

    def reveal(self, ref: Ref) -> None:
        """As far as is needed."""
        self._ask(inspection.Reveal(*ref))

    def _ask(self, question: inspection.Inspection) -> None:
        page = self._program.page
        if page is not None:
            self._program.phone_questions.inspect(page.page_id, question, lambda _done: None)

    def _rule_sources(self) -> RuleSources | None:
        build = self._program.build
        if build is None:
            return None
        if self._sources is None or self._sources[0] is not build:
            from runtime.inspector.rule_sources import RuleSources

            self._sources = build, RuleSources(build.styles.get, build.project.files.text)
        return self._sources[1]
