// Drives `handset lsp` with the client side of the library that VS Code's own client is made of: node client.cjs PYTHON DIR
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
const { join } = require('node:path');
const {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter, InitializeRequest, InitializedNotification,
  DidOpenTextDocumentNotification, DidChangeTextDocumentNotification, CompletionRequest, PrepareRenameRequest,
  RenameRequest, HoverRequest, DocumentFormattingRequest, PublishDiagnosticsNotification, ShutdownRequest,
  ExitNotification, RegistrationRequest,
} = require('vscode-languageserver-protocol/node');

const [python, root] = process.argv.slice(2);
const server = spawn(python, ['-m', 'simulator.cli', 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
const uriOf = (path) => pathToFileURL(join(root, path)).href;
const uri = uriOf('pages/index/index.wxml');

async function talk() {
  connection.onRequest(RegistrationRequest.type, () => {});
  const told = [];
  let hear = () => {};
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => { told.push(params); hear(); });
  const findings = (version) => new Promise((resolve) => {
    hear = () => {
      const found = told.find((one) => one.uri === uri && one.version === version);
      if (found) resolve(found.diagnostics.map((one) => one.code));
    };
    hear();
  });
  connection.listen();
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'shop' }],
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: { snippetSupport: true } }, rename: { prepareSupport: true } },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const text = readFileSync(join(root, 'pages/index/index.wxml'), 'utf8');
  await connection.sendNotification(DidOpenTextDocumentNotification.type,
    { textDocument: { uri, languageId: 'wxml', version: 1, text } });
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: '<view bindtap="pik" class="row">\n{{ti}}\n</view>\n' }],
  });
  const textDocument = { uri };
  const codes = await findings(2);
  const completion = await connection.sendRequest(CompletionRequest.type, { textDocument, position: { line: 1, character: 4 } });
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 3 } });
  const place = { textDocument, position: { line: 0, character: 28 } };
  const target = await connection.sendRequest(PrepareRenameRequest.type, place);
  const edit = await connection.sendRequest(RenameRequest.type, { ...place, newName: 'line' });
  const refused = await connection.sendRequest(RenameRequest.type, { ...place, newName: '1 2' }).catch((error) => error.message);
  const formatted = await connection.sendRequest(DocumentFormattingRequest.type,
    { textDocument, options: { tabSize: 4, insertSpaces: true } });
  await connection.sendRequest(ShutdownRequest.type);
  const ended = new Promise((resolve) => server.on('exit', resolve));
  await connection.sendNotification(ExitNotification.type);
  return {
    capabilities: Object.keys(capabilities),
    codes,
    labels: completion.items.map((one) => one.label),
    hover: hover.contents.value,
    target: target.placeholder,
    renamed: edit.documentChanges.map((one) => [one.textDocument.uri, one.textDocument.version, one.edits.length]),
    refused,
    formatted: formatted.map((one) => one.newText),
    code: await ended,
  };
}

talk().then((seen) => console.log(JSON.stringify(seen)), (error) => { console.error(error); server.kill(); process.exit(1); });
