"""What is declared for a border is part of the union that goes over it: a message that is left out would be refused."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec import Struct

from runtime.protocol import element_calls, media, shell, view_calls
from runtime.protocol.films import MakeFilm

UNIONS = {
    view_calls: view_calls.ViewRequest,
    element_calls: element_calls.ElementCall,
    shell: shell.ShellCall | shell.Touched,
    media: media.MediaOrder | media.ToDecoder | media.FromDecoder,
}


@pytest.mark.parametrize("module", UNIONS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_declared_message_is_in_its_union(module: object) -> None:
    declared = {
        value
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Struct) and not name.startswith("_")
        and value.__module__ == module.__name__ and value.__struct_config__.tag is not None  # type: ignore[attr-defined]
    }  # fmt: skip
    assert declared
    assert declared - set(get_args(UNIONS[module])) == set()  # type: ignore[index]


def test_the_shell_makes_films() -> None:
    assert MakeFilm in get_args(shell.ShellCall)
