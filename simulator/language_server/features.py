"""What the server does for each message of the protocol: asks the language service of the file's project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from runtime.language.answers import FileEdits, Formatting, Indent
from runtime.language.tokens.numbers import token_numbers
from simulator.language_server import to_protocol
from simulator.language_server.session import ClientSession
from simulator.language_server.workspace import ServedFile

REQUEST_FAILED = -32803
TRIGGERS = ["<", " ", "/", '"', "'", ":", ".", "{", "#", "@", "$", "-", ">", "+", "*", ")", "}", "]"]
FIX_ALL = "source.fixAll.handset"

Handler = Callable[[Any], object]


class Features:
    """The handlers of requests; a file of no project has empty answers."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session

    def handlers(self) -> Mapping[str, tuple[Handler, Any]]:
        """Each message that is answered, with what the client is told about it."""
        return {
            types.TEXT_DOCUMENT_COMPLETION: (self.completion, types.CompletionOptions(trigger_characters=TRIGGERS)),
            types.TEXT_DOCUMENT_HOVER: (self.hover, None),
            types.TEXT_DOCUMENT_DEFINITION: (self.definition, None),
            types.TEXT_DOCUMENT_REFERENCES: (self.references, None),
            types.TEXT_DOCUMENT_PREPARE_RENAME: (self.prepare_rename, None),
            types.TEXT_DOCUMENT_RENAME: (self.rename, types.RenameOptions(prepare_provider=True)),
            types.TEXT_DOCUMENT_LINKED_EDITING_RANGE: (self.linked, None),
            types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (self.symbols, None),
            types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (self.tokens, to_protocol.TOKENS),
            types.TEXT_DOCUMENT_FOLDING_RANGE: (self.folds, None),
            types.TEXT_DOCUMENT_DOCUMENT_COLOR: (self.colours, None),
            types.TEXT_DOCUMENT_COLOR_PRESENTATION: (self.colour_texts, None),
            types.WORKSPACE_WILL_RENAME_FILES: (self.will_rename, _ALL_FILES),
            types.TEXT_DOCUMENT_FORMATTING: (self.format, None),
            types.TEXT_DOCUMENT_RANGE_FORMATTING: (self.format_range, None),
            types.TEXT_DOCUMENT_CODE_ACTION: (
                self.fixes,
                types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
            ),
        }

    # -- at a place

    def completion(self, params: types.CompletionParams) -> types.CompletionList | None:
        """What may stand at a place."""
        file = self._file(params)
        place = to_protocol.from_position(params.position)
        answer = file.project.service.completion(file.path, place) if file is not None else None
        if answer is None or file is None:
            return None
        takes_snippets = self._session.takes_snippets
        return to_protocol.completion(answer, lambda files: self._edit(file, files), takes_snippets=takes_snippets)

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What there is to say about a place."""
        file = self._file(params)
        place = to_protocol.from_position(params.position)
        answer = file.project.service.hover(file.path, place) if file is not None else None
        return to_protocol.hover(answer) if answer is not None else None

    def definition(self, params: types.DefinitionParams) -> list[types.Location]:
        """Where that which stands at a place is defined."""
        file = self._file(params)
        place = to_protocol.from_position(params.position)
        answer = file.project.service.definition(file.path, place) if file is not None else None
        return to_protocol.locations(answer.locations, self._address(file)) if answer is not None and file else []

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        """Where it is written; the definition among it, as the client wants it."""
        file = self._file(params)
        if file is None:
            return []
        place, service = to_protocol.from_position(params.position), file.project.service
        found = service.references(file.path, place)
        if not params.context.include_declaration:
            definition = service.definition(file.path, place)
            defined = set(definition.locations) if definition is not None else set()
            found = tuple(one for one in found if one not in defined)
        return to_protocol.locations(found, self._address(file))

    def prepare_rename(self, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        """What a rename would be about."""
        file = self._file(params)
        place = to_protocol.from_position(params.position)
        target = file.project.service.rename_target(file.path, place) if file is not None else None
        if target is None:
            return None
        return types.PrepareRenamePlaceholder(to_protocol.text_range(target.range), target.name)

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """The edits that give something another name, or the reason why there are none."""
        file = self._file(params)
        if file is None:
            return None
        place = to_protocol.from_position(params.position)
        answer = file.project.service.rename(file.path, place, params.new_name)
        if answer.refusal:
            raise JsonRpcException(answer.refusal, code=REQUEST_FAILED)
        return self._edit(file, answer.files)

    def linked(self, params: types.LinkedEditingRangeParams) -> types.LinkedEditingRanges | None:
        """Both tags of an element."""
        file = self._file(params)
        place = to_protocol.from_position(params.position)
        found = file.project.service.linked(file.path, place) if file is not None else ()
        return types.LinkedEditingRanges([to_protocol.text_range(one) for one in found]) if found else None

    # -- about a file

    def symbols(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        """The outline."""
        file = self._file(params)
        return to_protocol.symbols(file.project.service.symbols(file.path)) if file is not None else []

    def tokens(self, params: types.SemanticTokensParams) -> types.SemanticTokens:
        """What each stretch of the text is."""
        file = self._file(params)
        found = file.project.service.tokens(file.path) if file is not None else ()
        return types.SemanticTokens(data=token_numbers(found))

    def folds(self, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        """Lines that can be folded."""
        file = self._file(params)
        return to_protocol.folds(file.project.service.folds(file.path)) if file is not None else []

    def colours(self, params: types.DocumentColorParams) -> list[types.ColorInformation]:
        """Colours in the text."""
        file = self._file(params)
        return to_protocol.colours(file.project.service.colours(file.path)) if file is not None else []

    def colour_texts(self, params: types.ColorPresentationParams) -> list[types.ColorPresentation]:
        """The ways to write a colour."""
        file, colour = self._file(params), params.color
        channels = (colour.red, colour.green, colour.blue, colour.alpha)
        texts = file.project.service.colour_texts(*channels) if file is not None else ()
        return [types.ColorPresentation(text) for text in texts]

    def format(self, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        """The text with its lines in order; a broken one stays, and the client hears why."""
        file = self._file(params)
        if file is None:
            return []
        answer = file.project.service.format(file.path, _indent(params.options))
        return self._told(answer)

    def format_range(self, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        """The lines of a stretch in order."""
        file = self._file(params)
        if file is None:
            return []
        place = to_protocol.from_range(params.range)
        answer = file.project.service.format(file.path, _indent(params.options), place)
        return self._told(answer)

    def fixes(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done about the findings at a stretch, and about all of the file at once."""
        file, only = self._file(params), params.context.only
        if file is None:
            return []
        found: list[types.CodeAction] = []
        service = file.project.service
        if only is None or types.CodeActionKind.QuickFix in only:
            found += [
                to_protocol.quick_fix(fix, self._edit(file, fix.files), params.context.diagnostics)
                for fix in service.fixes(file.path, to_protocol.from_range(params.range))
            ]
        if only is not None and any(kind == FIX_ALL or FIX_ALL.startswith(f"{kind}.") for kind in only):
            all_of_it = service.fix_all(file.path)
            if all_of_it is not None:
                edit = self._edit(file, all_of_it.files)
                found.append(types.CodeAction(title=all_of_it.title, kind=FIX_ALL, edit=edit))
        return found

    # -- about the workspace

    def will_rename(self, params: types.RenameFilesParams) -> types.WorkspaceEdit | None:
        """The edits that keep what names a file right when it has another name."""
        edits: types.WorkspaceEdit | None = None
        for one in params.files:
            old, new = self._session.workspace.file(one.old_uri), self._session.workspace.file(one.new_uri)
            if old is not None and new is not None and old.project is new.project:
                found = self._edit(old, old.project.service.move(old.path, new.path))
                edits = _joined(edits, found)
        return edits

    # -- within

    def _told(self, answer: Formatting) -> list[types.TextEdit]:
        if answer.refusal:
            self._session.say(answer.refusal)
        return to_protocol.edits(answer.edits)

    def _file(self, params: Any) -> ServedFile | None:
        return self._session.workspace.file(params.text_document.uri)

    def _address(self, file: ServedFile) -> Callable[[str], str]:
        return self._session.workspace.address(file.project)

    def _edit(self, file: ServedFile, files: tuple[FileEdits, ...]) -> types.WorkspaceEdit:
        session = self._session
        return to_protocol.workspace_edit(
            files, self._address(file), session.version, takes_documents=session.takes_document_changes
        )


def _indent(options: types.FormattingOptions) -> Indent:
    return Indent(max(1, min(options.tab_size, 16)), uses_tabs=not options.insert_spaces)


def _joined(edits: types.WorkspaceEdit | None, more: types.WorkspaceEdit) -> types.WorkspaceEdit:
    if edits is None:
        return more
    return types.WorkspaceEdit(
        changes={**(edits.changes or {}), **(more.changes or {})} or None,
        document_changes=[*(edits.document_changes or ()), *(more.document_changes or ())] or None,
    )


_ALL_FILES = types.FileOperationRegistrationOptions(
    filters=[types.FileOperationFilter(types.FileOperationPattern("**/*"), scheme="file")]
)
