/**
 * Validates configuration files with the schemas of the platform's own tools. Node process, started by `official.py`.
 * stdin: `{packages, schemas, files: [{schema, value}]}`; `schemas` is a folder of modules.
 * stdout: per file `{errors: [text], unknown: [text]}`: what the tools refuse, and keys that they only warn about.
 */
'use strict';

const fs = require('fs');
const path = require('path');

const { packages, schemas, files } = JSON.parse(fs.readFileSync(0, 'utf8'));
const { Validator } = require(path.join(packages, 'jsonschema'));
const validator = new Validator();

function judge({ schema, value }) {
  const found = validator.validate(value, require(path.join(schemas, `${schema}.js`))).errors;
  const isUnknown = (error) => error.name === 'additionalProperties';
  return {
    errors: found.filter((error) => !isUnknown(error)).map(String),
    unknown: found.filter(isUnknown).map((error) => String(error.argument)),
  };
}

process.stdout.write(JSON.stringify(files.map(judge)));
