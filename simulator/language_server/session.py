"""One client: what it can take, its folders and texts, and the findings that it is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from runtime.diagnostics import Diagnostic
from simulator.language_server import to_protocol
from simulator.language_server.folders import path_of, uri_of
from simulator.language_server.served_project import ServedProject
from simulator.language_server.workspace import ServedWorkspace


class ClientSession:
    """Hears of the client's folders and files. One for the life of the server."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._capabilities = types.ClientCapabilities()
        self._versions: dict[str, int] = {}
        self.workspace = ServedWorkspace(self._found)

    # -- what the client can take

    @property
    def takes_snippets(self) -> bool:
        """Whether completions may have places to fill in."""
        document = self._capabilities.text_document
        item = document.completion.completion_item if document and document.completion else None
        return bool(item and item.snippet_support)

    @property
    def takes_document_changes(self) -> bool:
        """Whether edits may name the version of the text that they are for."""
        workspace = self._capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)

    def version(self, uri: str) -> int | None:
        """The version of a text that the client has open."""
        return self._versions.get(uri)

    def say(self, text: str) -> None:
        """A line for the user."""
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Asks the client to carry out edits."""
        self._server.workspace_apply_edit(types.ApplyWorkspaceEditParams(edit))

    # -- what the client tells

    def begin(self, params: types.InitializeParams) -> None:
        """Who the client is and what it works on."""
        self._capabilities = params.capabilities
        self.workspace.language = "zh" if (params.locale or "").lower().startswith("zh") else "en"
        listed = [folder.uri for folder in params.workspace_folders or ()]
        if not listed and params.root_uri:
            listed = [params.root_uri]
        for uri in listed:
            self._add(uri)

    def watch_files(self, params: types.InitializedParams) -> None:
        """Asks the client to tell of changes on the disk, if it can."""
        workspace = self._capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher("**/*")]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self._server.client_register_capability(types.RegistrationParams([registration]))

    def folders_changed(self, params: types.DidChangeWorkspaceFoldersParams) -> None:
        """Folders came or went."""
        for folder in params.event.removed:
            path = path_of(folder.uri)
            if path is not None:
                self.workspace.remove_folder(path)
        for folder in params.event.added:
            self._add(folder.uri)

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """The client has a file open; from now on its text counts."""
        self._edited(params.text_document.uri, params.text_document.version, params.text_document.text)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text that is open has changed; changes come as the whole text."""
        for change in params.content_changes[-1:]:
            self._edited(params.text_document.uri, params.text_document.version, change.text)

    def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        """A file was written: others may be read from it only now."""
        file = self.workspace.file(params.text_document.uri)
        if file is not None:
            file.project.check((file.path,))

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """A file is not open any more."""
        self._versions.pop(params.text_document.uri, None)
        file = self.workspace.file(params.text_document.uri)
        if file is not None:
            file.project.close_file(file.path)

    def files_changed(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Files were written, made or deleted by anybody."""
        self.workspace.each((change.uri for change in params.changes), lambda project, paths: project.check(paths))

    def end(self, params: Any) -> None:
        """Nothing more is asked."""
        self.workspace.close()

    # -- within

    def _add(self, uri: str) -> None:
        path = path_of(uri)
        if path is not None:
            self.workspace.add_folder(Path(path))

    def _edited(self, uri: str, version: int, text: str) -> None:
        self._versions[uri] = version
        file = self.workspace.file(uri, opens=True)
        if file is not None:
            file.project.edit(file.path, text)

    def _found(self, project: ServedProject, findings: Mapping[str, list[Diagnostic]]) -> None:
        for path, listed in findings.items():
            uri = uri_of(project.root / path)
            told = to_protocol.diagnostics(listed, project.lines(path), self.workspace.language)
            self._server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, told, version=self._versions.get(uri))
            )
