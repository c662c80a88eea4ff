"""`python -m simulator.cli`: the same as the command `handset`."""

import sys

from simulator.cli.main import main

sys.exit(main())
