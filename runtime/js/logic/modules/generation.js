/**
 * The two generations of the framework. Logic process.
 */

import { launched } from '../base/launched.js';

const NEWER = 'glass-easel';

/**
 * Whether a component, or the template of that path, follows the newer of the two generations of the framework: app.json
 * or its own JSON file names `glass-easel` as `componentFramework`.
 */
export function isNewerAt(path) {
  const { app, components } = launched.program;
  const config = components[path];
  const own = config === undefined || !config.json ? undefined : config.json.componentFramework;
  return (own === undefined ? app.componentFramework : own) === NEWER;
}
