"""`handset dap` as one script: the client of the test starts a program with one argument."""

from __future__ import annotations

import sys

from simulator.cli.main import main

sys.exit(main(["dap"]))
