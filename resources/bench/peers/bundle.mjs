/**
 * Bundles official.js with the measured project for a browser. Runs in Node, started by simulator.cli.benchmarks.
 * Arguments: folder of the project, folder with node_modules, output file.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [project, packages, outfile] = process.argv.slice(2)
const require = createRequire(join(packages, 'package.json'))
const { TmplGroup } = require('glass-easel-template-compiler')
const { build } = require('esbuild')
const PATHS = ['pages/list/list', 'pages/cards/cards', 'components/card/card']

const read = (file) => readFileSync(join(project, file), 'utf8')
const group = new TmplGroup()
for (const path of PATHS) group.addTmpl(path, read(`${path}.wxml`))
group.addTmpl('box', '<slot/>')
const program = [
  `export const templates = ${group.getTmplGenObjectGroups()}`,
  `export const configs = {${PATHS.map((path) => `'${path}': ${read(`${path}.json`)}`)}}`,
  `export const scripts = {${PATHS.map((path) => `'${path}': () => require('./${path}.js')`)}}`,
].join('\n')
const plugin = {
  name: 'program',
  setup(run) {
    run.onResolve({ filter: /^virtual:program$/ }, () => ({ path: 'program', namespace: 'program' }))
    run.onLoad({ filter: /.*/, namespace: 'program' }, () => ({ contents: program, resolveDir: project }))
  },
}
await build({
  entryPoints: [fileURLToPath(new URL('official.js', import.meta.url))],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'chrome120',
  nodePaths: [join(packages, 'node_modules')],
  plugins: [plugin],
  logLevel: 'warning',
})
