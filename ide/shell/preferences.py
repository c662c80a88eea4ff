"""The user's choices: kept in the settings file, and brought to whatever they concern."""

from __future__ import annotations

from ide.models.appearance import Appearance
from ide.models.program_control import ProgramControl, RunRules
from ide.models.settings import Settings, SettingsFile
from ide.models.signal import Signal
from ide.panels.editor.panel import EditorPanel


class Preferences:
    """Owner of the way from a choice to its effect. `changed` fires after each choice."""

    def __init__(self, settings: SettingsFile, appearance: Appearance, editor: EditorPanel) -> None:
        self.changed: Signal[Settings] = Signal()
        self._file = settings
        self._appearance = appearance
        self._editor = editor
        self._programs: list[ProgramControl] = []
        self._dress_editor()
        appearance.changed.connect(lambda _appearance: self._tell_programs())

    @property
    def values(self) -> Settings:
        """All choices as they are."""
        return self._file.settings

    def change(self, **members: object) -> None:
        """The user chose; `members` are those of `Settings`."""
        self._file.update(**members)
        values = self.values
        if values.theme != self._appearance.theme.name:
            self._appearance.set_theme(values.theme)
        if values.language != self._appearance.texts.language:
            self._appearance.set_language(values.language)
        self._dress_editor()
        self._tell_programs()
        self.changed.emit(values)

    def attend(self, program: ProgramControl) -> None:
        """From now on this program follows the choices, too."""
        self._programs.append(program)
        self._tell_programs()

    def forget(self, program: ProgramControl) -> None:
        """This one has ended."""
        self._programs.remove(program)

    def _tell_programs(self) -> None:
        values = self.values
        rules = RunRules(self._appearance.texts.language, values.restarts_after_hang, values.memory_limit_mb)
        for program in self._programs:
            program.use_rules(rules)

    def _dress_editor(self) -> None:
        self._editor.set_font_size(self.values.editor_font_px)
        self._editor.saves_on_change = self.values.saves_on_change
