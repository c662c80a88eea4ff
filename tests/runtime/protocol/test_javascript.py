"""The JavaScript side of the wire is what the declarations say, and nothing goes over it by another way."""

from __future__ import annotations

import re

import pytest

from runtime.protocol.javascript import MAKERS, RECEIVED, wire_files
from tests.arch.sources import ROOT, name_of, source_files

RUNTIME = ROOT / "runtime"
FOLDER = RUNTIME / "js" / "shared" / "wire"
WRITTEN_BY_HAND = re.compile(r"""[{,]\s*["']?m["']?: ["'][a-z-]+["']|push\(\[["'][A-Z]["']""")


def sources() -> dict[str, str]:
    """All JavaScript but the wire's own."""
    paths = [path for path in source_files(".js", folders=("runtime",)) if FOLDER not in path.parents]
    return {name_of(path): path.read_text("utf-8") for path in paths}


@pytest.mark.parametrize("path", sorted(wire_files()))
def test_files_are_as_the_declarations_say(path: str) -> None:
    text = (RUNTIME / path).read_text("utf-8")
    assert text == wire_files()[path], "run: python -m runtime.protocol.javascript"


def test_no_file_is_left_over() -> None:
    assert {f"js/shared/wire/{path.name}" for path in FOLDER.iterdir()} == {
        path for path in wire_files() if path.endswith(".js")
    }


def test_nothing_is_sent_by_hand() -> None:
    assert [name for name, text in sources().items() if WRITTEN_BY_HAND.search(text)] == []
    assert WRITTEN_BY_HAND.search("post({ m: 'dom', page_id: 1 })")
    assert WRITTEN_BY_HAND.search("ops.push(['U', id])")


def test_all_that_can_be_made_is_sent() -> None:
    text = "\n".join(sources().values())
    made = [f"{maker}.{name}" for maker, name in _makers()]
    assert [name for name in made if not re.search(rf"\b{re.escape(name)}\(", text)] == []


def test_all_that_is_received_has_a_receiver() -> None:
    text = "\n".join(sources().values())
    for module, (_, union) in RECEIVED.items():
        tags = [message.__struct_config__.tag for message in union.__args__]
        missing = [tag for tag in tags if not re.search(rf"""onMessage\('{tag}'|"{tag}": \(message""", text)]
        assert missing == [], module.__name__


def _makers() -> list[tuple[str, str]]:
    return [
        (name, struct.__name__[0].lower() + struct.__name__[1:])
        for name, union in MAKERS.values()
        for struct in union.__args__
    ]
