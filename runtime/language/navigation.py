"""Definition and references: where that which stands at a place is written."""

from __future__ import annotations

from runtime.language.answers import Definitions, Location
from runtime.language.documents import Documents, OpenText
from runtime.language.occurrences.find import definitions, occurrences
from runtime.language.occurrences.occurrence import Occurrence
from runtime.language.subjects.find import subject_at


def find_definitions(documents: Documents, opened: OpenText, offset: int) -> Definitions | None:
    """Where it is defined; None if nothing at the offset has a definition."""
    named = subject_at(documents, opened, offset)
    found = definitions(documents, opened.project, named.subject) if named is not None else []
    if named is None or not found:
        return None
    return Definitions(opened.lines.range(named.start, named.end), _locations(documents, found))


def find_references(documents: Documents, opened: OpenText, offset: int) -> tuple[Location, ...]:
    """Every place where it is written, definitions among them; a whole file is no place."""
    named = subject_at(documents, opened, offset)
    found = occurrences(documents, opened.project, named.subject) if named is not None else []
    return _locations(documents, [one for one in found if one.end > 0])


def _locations(documents: Documents, found: list[Occurrence]) -> tuple[Location, ...]:
    locations = (
        Location(documents.outer(one.path), documents.lines(one.path).range(one.start, one.end)) for one in found
    )
    return tuple(dict.fromkeys(locations))
