"""`handset cloud DIR call NAME`: runs a cloud function once, as the console of the platform would.

Exit codes: 0 it has returned, 1 it has failed, 2 the folder is not a project, 3 what surrounds it is missing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, TextIO

from runtime.cloud.failure import CloudFailure
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from runtime.world.world import new_world
from simulator.cloud.desk import CloudDesk
from simulator.cloud.places import begin_of
from simulator.data.folders import DataFolders

EXIT_FINE, EXIT_FAILED, EXIT_NOT_A_PROJECT, EXIT_SURROUNDINGS = 0, 1, 2, 3


def run_call(root: Path, name: str, data: Any, *, env: str, out: TextIO) -> int:
    """Prints what the function returns, as JSON; what it writes to its console goes to stderr."""
    try:
        project = load_project(root)
    except NotAProject as error:
        print(f"handset: {error}", file=sys.stderr)
        return EXIT_NOT_A_PROJECT
    folders = DataFolders.of_project(root)
    desk = CloudDesk(begin_of(project, folders), lambda function, level, text: print(text, file=sys.stderr))
    try:
        openid = str(new_world()["user.openId"])
        answer = desk.service.ask("WxCloud.callFunction", {"name": name, "data": data, "env": env, "openid": openid})
    except CloudFailure as failure:
        print(f"handset: {failure.code} {failure.reason}", file=sys.stderr)
        return EXIT_SURROUNDINGS if failure.environment else EXIT_FAILED
    finally:
        desk.close()
    print(json.dumps(answer["result"], ensure_ascii=False, indent=2), file=out)
    return EXIT_FINE
