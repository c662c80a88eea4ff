"""`handset test --gallery`: a page with pictures for each component of a project.

Exit codes: 0 all could be shown without an error, 1 some could not, 4 the project cannot be run.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

EXIT_FINE, EXIT_WRONG, EXIT_CANNOT = 0, 1, 4


def run_gallery(project: Path, out: Path, device: str, told: TextIO) -> int:
    """Returns the exit code."""
    from simulator.testing.failure import TestFailure
    from simulator.testing.gallery import make_gallery
    from simulator.testing.gallery_page import ComponentPage
    from simulator.testing.settings import START_S, RunSettings

    def tell(page: ComponentPage) -> None:
        wrong = f"  {page.problems[0].splitlines()[0]}" if page.problems else ""
        print(f"{page.component}: {len(page.variants)} pictures{wrong}", file=told, flush=True)

    try:
        # The first picture of a component may wait for what it loads; nobody waits for a click here.
        pages = make_gallery(RunSettings(project, device=device, deadline_s=START_S), out, tell)
    except TestFailure as failure:
        print(f"handset: {failure}", file=sys.stderr)
        return EXIT_CANNOT
    print(f"{out / 'index.html'}: {len(pages)} components", file=told)
    return EXIT_WRONG if any(page.problems for page in pages) else EXIT_FINE
