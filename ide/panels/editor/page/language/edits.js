/**
 * Renames, tags that change together and fixes of the window. Runs in the editor page (Chromium); called by
 * register.js. What the user chooses goes to the window (`edits-chosen`): it knows files that are not open here.
 */
import { placesOf } from './places.js';

const RENAMED = ['wxml', 'wxss', 'wxs', 'less', 'scss', 'sass', 'javascript', 'typescript'];
const MENDED = ['wxml', 'wxss', 'less', 'scss', 'sass', 'json', 'javascript', 'typescript'];
/** Hands edits of several files to the window. */
export const EDIT_COMMAND = 'handset.edit';
const FIX_ALL = 'source.fixAll';

/**
 * @param {object} monaco the loaded editor library
 * @param {import('./client.js').LanguageClient} client
 * @param {(message: object) => void} send to the window
 */
export function registerEdits(monaco, client, send) {
  const places = placesOf(monaco);

  monaco.editor.registerCommand(EDIT_COMMAND, (_accessor, files) => send({ m: 'edits-chosen', files }));

  monaco.languages.registerRenameProvider(RENAMED, {
    async resolveRenameLocation(model, position) {
      const target = await client.ask({ q: 'rename-target', ...places.question(model, position) });
      if (!target) return { range: null, text: '', rejectReason: ' ' };
      return { range: places.range(target.range), text: target.name };
    },
    async provideRenameEdits(model, position, name) {
      const answer = await client.ask({ q: 'rename', ...places.question(model, position), name });
      if (answer && answer.refusal) return { edits: [], rejectReason: answer.refusal };
      if (answer && answer.files.length) send({ m: 'edits-chosen', files: answer.files });
      return { edits: [] };
    },
  });

  monaco.languages.registerLinkedEditingRangeProvider('wxml', {
    async provideLinkedEditingRanges(model, position) {
      const ranges = await client.ask({ q: 'linked', ...places.question(model, position) }) || [];
      return ranges.length ? { ranges: ranges.map(places.range) } : null;
    },
  });

  /** A fix as the editor has it. */
  const action = (fix, kind, diagnostics) => ({
    title: fix.title,
    kind,
    diagnostics,
    isPreferred: fix.is_preferred,
    command: { id: EDIT_COMMAND, title: fix.title, arguments: [fix.files] },
  });

  monaco.languages.registerCodeActionProvider(MENDED, {
    async provideCodeActions(model, range, context) {
      if (context.only && FIX_ALL.startsWith(context.only)) {
        const fix = await client.ask({ q: 'fix-all', path: places.path(model) });
        return { actions: fix ? [action(fix, FIX_ALL)] : [], dispose() {} };
      }
      const markers = context.markers.filter((marker) => marker.source === 'handset');
      if (!markers.length) return { actions: [], dispose() {} };
      const question = { q: 'fixes', path: places.path(model), range: places.stretch(range) };
      const fixes = await client.ask(question) || [];
      return {
        actions: fixes.map((fix) =>
          action(fix, 'quickfix', markers.filter((marker) => marker.code === fix.code))),
        dispose() {},
      };
    },
  });
}
