/**
 * What the TypeScript worker knows about a mini program's scripts: the platform's declarations, the scripts that the
 * shown one can reach, what names of modules mean. Runs in the editor page (Chromium); called by main.js; what is known
 * comes from the window (`SurroundingsOf` in `ide/models/language_questions.py`).
 */
import { placesOf } from './places.js';

const PLATFORM = 'file:///handset/wx.d.ts';
const PROGRAM = 'file:///handset/program.d.ts';
const SCRIPTS = ['javascript', 'typescript'];
/** So long after the last key the window is asked whether the script reaches others now (ms). */
const REST_MS = 600;
/** Modules and namespaces of packages that are not installed: the window says so once, not at each use. */
const SAID_ELSEWHERE = [2307, 2503, 7016];
/** What follows from a type that cannot be read: parameters of functions that are given to it have none. */
const FOLLOWS = [7006, 7031];

/**
 * @typedef {{text: string, digest: string}} Library
 *
 * @param {object} monaco the loaded editor library
 * @returns {{
 *   declare: (text: string) => void,
 *   follow: (client: import('./client.js').LanguageClient, editors: import('./editors.js').Editors) => void,
 * }}
 */
export function prepareScripts(monaco) {
  const { typescript } = monaco.languages;
  const workers = [typescript.javascriptDefaults, typescript.typescriptDefaults];
  const places = placesOf(monaco);
  /** Texts of files of the project, by path. @type {Map<string, Library>} */
  const libraries = new Map();
  /** Answers by path of the script. @type {Map<string, any>} */
  const answers = new Map();
  let platform = '';
  let told = '';
  let ignored = '';

  function options() {
    const known = [...answers.values()];
    const modules = Object.assign({}, ...known.map((answer) => answer.modules));
    return {
      target: typescript.ScriptTarget.ES2020,
      module: typescript.ModuleKind.CommonJS,
      moduleResolution: typescript.ModuleResolutionKind.NodeJs,
      // No DOM: a mini program's script has no window and no document.
      lib: ['es2020'],
      allowJs: true,
      // A script of JavaScript asks for it by `// @ts-check`.
      checkJs: false,
      // Without it `this` of a page is anything.
      noImplicitThis: true,
      strict: known.some((answer) => answer.is_strict),
      allowNonTsExtensions: true,
      esModuleInterop: true,
      experimentalDecorators: true,
      resolveJsonModule: true,
      baseUrl: 'file:///',
      paths: Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, [path]])),
    };
  }

  function ignore() {
    const codes = [...answers.values()].some((answer) => answer.lacks_platform_types)
      ? [...SAID_ELSEWHERE, ...FOLLOWS]
      : SAID_ELSEWHERE;
    if (ignored === String(codes)) return;
    ignored = String(codes);
    workers.forEach((defaults) => {
      defaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true, diagnosticCodesToIgnore: codes });
    });
  }

  /** Other options start the workers again, so they are told only when they differ. */
  function tell() {
    const known = [...answers.values()];
    const wanted = options();
    const written = JSON.stringify(wanted);
    if (written !== told) workers.forEach((defaults) => defaults.setCompilerOptions(wanted));
    told = written;
    const texts = [...libraries].map(([path, { text }]) => ({ filePath: places.uri(path).toString(), content: text }));
    const program = known.map((answer) => answer.program).find(Boolean) || '';
    if (!known.some((answer) => answer.has_platform_types)) {
      texts.push({ filePath: PLATFORM, content: platform }, { filePath: PROGRAM, content: program });
    }
    workers.forEach((defaults) => defaults.setExtraLibs(texts));
    ignore();
  }

  function take(path, answer) {
    answers.set(path, answer);
    for (const [name, text] of Object.entries(answer.texts)) libraries.set(name, { text, digest: answer.files[name] });
    const wanted = new Set([...answers.values()].flatMap((one) => Object.keys(one.files)));
    for (const name of [...libraries.keys()]) if (!wanted.has(name)) libraries.delete(name);
    tell();
  }

  workers.forEach((defaults) => defaults.setEagerModelSync(true));
  tell();

  return {
    declare(text) {
      platform = text;
      tell();
    },
    follow(client, editors) {
      async function ask(model) {
        const path = places.path(model);
        const known = Object.fromEntries([...libraries].map(([name, { digest }]) => [name, digest]));
        const answer = await client.ask({ q: 'surroundings', path, known });
        if (!answer || model.isDisposed()) return;
        client.offer(Object.keys(answer.files));
        take(path, answer);
      }

      const followed = new WeakSet();
      editors.onShow((model) => {
        if (!SCRIPTS.includes(model.getLanguageId())) return;
        ask(model);
        if (followed.has(model)) return;
        followed.add(model);
        let rest = 0;
        model.onDidChangeContent(() => {
          clearTimeout(rest);
          rest = setTimeout(() => !model.isDisposed() && ask(model), REST_MS);
        });
        model.onWillDispose(() => {
          clearTimeout(rest);
          answers.delete(places.path(model));
        });
      });
    },
  };
}
