"""The process in which a worker visits pages: Qt wants the main thread. Reads `share` and `project` of the folder that
it is given, writes `report.json` and `shots`."""

from __future__ import annotations

import pickle
import sys
from dataclasses import replace
from pathlib import Path

import msgspec

from simulator.touring.cluster.share import Share
from simulator.touring.tour import tour


def main(folder: Path) -> None:
    """What is unpickled comes from whoever runs the cluster, who may run any code on its workers."""
    share: Share = pickle.loads((folder / "share").read_bytes())
    options = share.options
    if share.mocks is not None:
        mocks = folder / "mocks.json"
        mocks.write_bytes(share.mocks)
        options = replace(options, mocks=mocks)
    plan = replace(share.plan, shots=folder / "shots" if share.takes_pictures else None)
    pages = tour(folder / "project", options, plan, lambda report: None)
    (folder / "report.json").write_bytes(msgspec.json.encode(pages))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
