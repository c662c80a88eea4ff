/**
 * Starts the editor page. Runs in Chromium inside the editor panel, on the scheme `handset-editor:`.
 * Called by the browser only. Every message in `ide/models/editor_messages.py` crosses here: `receive` takes the
 * window's, `send` gives ours. Leaves models to models.js, languages' looks to languages/, what is known of a text to language/.
 */
import { createBreadcrumbs } from './breadcrumbs.js';
import { createChanges } from './changes.js';
import { createEditorPage } from './models.js';
import { createDebugging } from './debugging.js';
import { behindKeys } from './order.js';
import { registerWxml } from './languages/wxml.js';
import { registerSass } from './languages/sass.js';
import { registerWxss } from './languages/wxss.js';
import { registerWxs } from './languages/wxs.js';
import { createLanguageClient } from './language/client.js';
import { followEditors } from './language/editors.js';
import { registerLanguage } from './language/register.js';
import { prepareScripts } from './language/scripts.js';

const language = new URLSearchParams(location.search).get('language') || '';

const channel = new Promise((resolve) => {
  new QWebChannel(qt.webChannelTransport, (opened) => resolve(opened.objects.bridge));
});

const monacoLoaded = new Promise((resolve, reject) => {
  require.config({
    paths: { vs: '/monaco/vs' },
    'vs/nls': language ? { availableLanguages: { '*': language } } : {},
  });
  // A language definition needs the editor to be there already, so the two are not asked for together.
  require(['vs/editor/editor.main'], () => {
    require(['vs/basic-languages/javascript/javascript'], (javascript) => {
      resolve({ monaco: window.monaco, javascript });
    }, reject);
  }, reject);
});

Promise.all([channel, monacoLoaded]).then(([bridge, { monaco, javascript }]) => {
  /** @param {{m: string, [member: string]: unknown}} message one of the page's messages */
  const send = (message) => bridge.from_page(JSON.stringify(message));
  window.addEventListener('error', (event) => send({ m: 'failed', message: String(event.message) }));
  window.addEventListener('unhandledrejection', (event) => {
    // The editor cancels work that is no longer wanted by rejecting with this name: nobody need hear of it.
    if (event.reason && event.reason.name === 'Canceled') {
      event.preventDefault();
      return;
    }
    send({ m: 'failed', message: String((event.reason && event.reason.message) || event.reason) });
  });
  registerWxml(monaco);
  registerSass(monaco);
  registerWxss(monaco);
  registerWxs(monaco, javascript);
  const scripts = prepareScripts(monaco);
  const editors = followEditors(monaco);
  const page = createEditorPage(monaco, send);
  const { client, handlers } = createLanguageClient(send, page.flush, page.showTexts);
  page.opensElsewhere(client.isOffered);
  const languageHandlers = registerLanguage(monaco, client, send, editors);
  scripts.follow(client, editors);
  const debugging = createDebugging(monaco, page, send);
  page.tellsModels(debugging.opened);
  const changes = createChanges(monaco);
  page.tellsEditors(changes.follow);
  page.tellsEditors(createBreadcrumbs(page.pathOf, send).follow);
  page.tellsEditors(debugging.follow);
  const receive = {
    ...page.handlers,
    ...handlers,
    ...languageHandlers,
    ...debugging.handlers,
    base: changes.handlers.base,
    look(message) {
      page.handlers.look(message);
      changes.handlers.look(message);
    },
    declarations: (message) => scripts.declare(message.declarations),
  };
  const take = behindKeys((message) => receive[message.m](message));
  bridge.to_page.connect((text) => take(JSON.parse(text)));
  send({ m: 'ready' });
});
