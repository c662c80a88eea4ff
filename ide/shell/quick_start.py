"""Keeps what Python does beside loading the window's modules from making the start longer.

Two things go on at every module, and neither is of use: the garbage collector looks at objects that all stay, and a
hook of Qt for Python reads the module's source text, in case it asks for names in another style (`__feature__`), which
nothing here does. Together they take an eighth of the time until the window is there. Collections begin again with
`quiet_garbage`.
"""

from __future__ import annotations

import builtins
import gc


def start_quickly() -> None:
    """To be called when Qt has been imported and most else has not."""
    gc.disable()
    plain_import = getattr(builtins, "__orig_import__", None)  # where Qt for Python keeps Python's own
    if plain_import is not None:
        builtins.__import__ = plain_import
