/**
 * Components that Handset does not carry out: a box of the right size that says so, or an element without behaviour.
 * The console is told of each tag once a program. Runs in the shell page (Chromium).
 */

import { BuiltIn, inner } from "./built_in.js";

export class PlaceholderBox extends BuiltIn {
  static skeleton(element, node) {
    const label = inner(element, "div", "handset-unsupported");
    label.textContent = `<${node.tag}> is not supported here`;
    return inner(element, "div", "handset-unsupported-content");
  }

  connected() {
    tell(this, "a placeholder is shown");
  }
}

export class PlainBox extends BuiltIn {
  connected() {
    tell(this, "it has no effect here");
  }
}

/** Tags that the console has been told of, in a program's run. */
const TOLD = Symbol("unsupported tags");

function tell({ element, services }, what) {
  const tag = element.localName.slice(3);
  const told = services.shared(TOLD, () => new Set());
  if (told.has(tag)) return;
  told.add(tag);
  services.warnOfSurroundings(`<${tag}> is not supported by the simulator; ${what}`);
}
