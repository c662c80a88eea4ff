/**
 * Components that Handset does not carry out: elements without behaviour. The console is told of each tag once a program.
 *
 * Runs in the shell page (Chromium).
 */

import { BuiltIn } from "./built_in.js";

export class PlainBox extends BuiltIn {
  connected() {
    tell(this);
  }
}

/** Tags that the console has been told of, in a program's run. */
const TOLD = Symbol("unsupported tags");

function tell({ element, services }) {
  const tag = element.localName.slice(3);
  const told = services.shared(TOLD, () => new Set());
  if (told.has(tag)) return;
  told.add(tag);
  services.warnOfSurroundings(`<${tag}> is not supported by the simulator; it has no effect here`);
}
