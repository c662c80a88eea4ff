"""The command `handset` as a module, for processes that Handset starts itself (`runtime.module_path.python_child`).

Whoever types `python -m` puts the current folder before every module; the command to type is `handset`.
"""

import sys

from simulator.cli.main import main

sys.exit(main())
