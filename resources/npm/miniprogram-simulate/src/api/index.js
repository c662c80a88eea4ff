'use strict';

/** `wx` as it is before a test puts functions of its own in. */

const { library } = require('../../lib/library');

library();
module.exports = { ...globalThis.wx };
