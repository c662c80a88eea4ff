/**
 * What the TypeScript worker knows about a mini program's scripts. Runs in the editor page (Chromium); called by
 * main.js; no messages.
 */

const DECLARATIONS_URI = 'file:///handset/wx.d.ts';

/**
 * @param {object} monaco the loaded editor library
 * @returns {{declare: (text: string) => void}}
 */
export function prepareScripts(monaco) {
  const { typescript } = monaco.languages;
  const options = {
    target: typescript.ScriptTarget.ES2020,
    module: typescript.ModuleKind.CommonJS,
    moduleResolution: typescript.ModuleResolutionKind.NodeJs,
    // No DOM: a mini program's script has no window and no document.
    lib: ['es2020'],
    allowJs: true,
    checkJs: false,
    allowNonTsExtensions: true,
    esModuleInterop: true,
  };
  for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
    defaults.setCompilerOptions(options);
    defaults.setDiagnosticsOptions({ noSemanticValidation: true, noSuggestionDiagnostics: true });
    defaults.setEagerModelSync(true);
  }
  let declared = [];
  return {
    declare(text) {
      for (const one of declared) one.dispose();
      declared = [typescript.javascriptDefaults, typescript.typescriptDefaults]
        .map((defaults) => defaults.addExtraLib(text, DECLARATIONS_URI));
    },
  };
}
