"""The open pages of the program: their trees and data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import Raw

from ide.hosted.node_facts import handler_place, node_facts
from ide.hosted.shown_program import ShownProgram
from ide.models.debug_target import Component, DataOwner, NodeFacts, OpenPage, Ref
from runtime.protocol.logic import Inspected
from runtime.protocol.previews import components_of, facts_of, preview_of, tree_of
from simulator.bridge.preview import Preview


class HostedPages:
    """Implements `ide.models.debug_target.Pages`."""

    def __init__(self, program: ShownProgram) -> None:
        self._program = program
        self.chosen: Ref | None = None
        self._tree: tuple[Raw, Sequence[Any] | None] = (Raw(), None)

    def opened(self) -> Sequence[OpenPage]:
        """As the session has them."""
        return [OpenPage(page.page_id, page.path) for page in self._program.session.pages.stack]

    def tree(self, done: Callable[[Sequence[Any] | None], None]) -> None:
        """The visible page; the same object as before as long as it is the same tree."""

        def answered(answer: Inspected) -> None:
            if bytes(answer.value) != bytes(self._tree[0]):
                self._tree = (answer.value, tree_of(answer.value))
            done(self._tree[1])

        self._program.inspect_page("tree", answered)

    def components(self, page_id: int, done: Callable[[Sequence[Component]], None]) -> None:
        """In the order of the tree."""

        def answered(answer: Inspected) -> None:
            done([Component(DataOwner(page_id, ref), path) for ref, path in components_of(answer.value)])

        self._program.inspect_page("components", answered, page_id)

    def data(self, owner: DataOwner, done: Callable[[Preview | None], None]) -> None:
        """Three levels of it; deeper members are asked for by `Values.members`."""
        self._program.inspect_page("data", lambda answer: done(preview_of(answer.value)), owner.page_id, owner.ref)

    def node(self, ref: Ref, done: Callable[[NodeFacts | None], None]) -> None:
        """Of the visible page."""

        def answered(answer: Inspected) -> None:
            facts, build = facts_of(answer.value), self._program.build
            done(node_facts(facts, build) if facts is not None and build is not None else None)

        self._program.inspect_page("node", answered, ref=ref)

    def choose(self, ref: Ref | None) -> None:
        """Kept for whoever asks."""
        self.chosen = ref

    def handler(self, owner_path: str, name: str) -> tuple[str, int, int] | None:
        """As far as the script of the last build shows it."""
        build = self._program.build
        return handler_place(build, owner_path, name) if build is not None else None

    def set_data(self, owner: DataOwner, key: str, json_text: str, done: Callable[[str], None]) -> None:
        """By the program's own setData."""
        data = Raw(msgspec.json.encode({key: Raw(json_text.encode())}))
        page = self._program.page
        page_id = owner.page_id or (page.page_id if page else 0)
        self._program.logic_questions.set_data(page_id, data, lambda answer: done(answer.error), ref=owner.ref)
