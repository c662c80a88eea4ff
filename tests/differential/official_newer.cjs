/**
 * Asks the template compiler of glass-easel which templates it takes. Node process, started by `official.py`.
 * stdin: `{packages, templates: [text]}`. stdout: per template whether it is taken.
 */
'use strict';

const fs = require('fs');
const path = require('path');

const { packages, templates } = JSON.parse(fs.readFileSync(0, 'utf8'));
const { TmplGroup } = require(path.join(packages, 'glass-easel-template-compiler'));

function isTaken(text) {
  return new TmplGroup().addTmpl('a', text).every((found) => !found.isError);
}

process.stdout.write(JSON.stringify(templates.map(isTaken)));
