/** Files as the user knows them (logic/base/source_places.js). Evaluated in the realm of wxs (../realm_debugging.js). */

const folder = { __proto__: null, below: '' };

/** The folder of the package in the project folder. */
export function setFolder(below) {
  folder.below = below;
}

/** The same frames by paths in the project folder. wxs is not made of other files. */
export function outerFrames(frames) {
  const { below } = folder;
  return below === '' ? frames : frames.map((frame) => ({ ...frame, file: `${below}/${frame.file}` }));
}
