"""How the C library of Linux keeps free memory: by default for good, so that a window holds what its busiest time took.

A few arenas in place of eight for each processor; in this process large blocks have pages of their own, which go back
to the system when they are freed. Children may need large blocks in every frame and keep them. Elsewhere the system's
own library does as it does.
"""

from __future__ import annotations

import ctypes
from collections.abc import MutableMapping

from runtime.systems.system import THIS_SYSTEM

ARENAS, LARGE_BYTES = 2, 131_072
# Source: mallopt(3).
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_ARENAS_VARIABLE = "MALLOC_ARENA_MAX"


def keep_little(environment: MutableMapping[str, str]) -> None:
    """In this process from now on; few arenas in children that get this environment, unless the user has set it."""
    library = _library()
    if library is None:
        return
    for option, value in ((_ARENA_MAX, ARENAS), (_MMAP_THRESHOLD, LARGE_BYTES), (_TRIM_THRESHOLD, LARGE_BYTES)):
        library.mallopt(option, value)
    environment.setdefault(_ARENAS_VARIABLE, str(ARENAS))


def give_back() -> None:
    """Gives free memory between blocks that are in use back to the system."""
    library = _library()
    if library is not None:
        library.malloc_trim(0)


def _library() -> ctypes.CDLL | None:
    if THIS_SYSTEM != "linux":
        return None
    library = ctypes.CDLL(None)
    # Another C library than glibc has neither.
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
