"""Which mock rules a program is run with, and when their file is looked at: at calls and when the folder changes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from simulator.bridge.notices import Notices
from simulator.build.project_build import ProjectBuild
from simulator.mocks.project_mocks import MockSource, ProjectMocks
from simulator.mocks.rules_file import RULES_FILE
from simulator.running.options import ProgramOptions


def project_mocks(project: ProjectBuild, options: ProgramOptions, notices: Notices, owner: QObject) -> ProjectMocks:
    """Those of the project, unless the options say otherwise. They belong to `owner`."""
    source = MockSource(project.root, options.mocks, is_off=not options.takes_mocks)
    mocks = ProjectMocks(source, project.platform, notices, owner)
    folder = RULES_FILE.partition("/")[0]

    def look(paths: frozenset[str], _noticed_at: float) -> None:
        if paths & {folder, RULES_FILE}:
            mocks.look()

    # What belongs to `mocks` ends with it; the project may go on with other phones.
    connection = project.changed.connect(look)
    mocks.destroyed.connect(lambda *_: QObject.disconnect(connection))
    return mocks
