/**
 * Components that Handset does not carry out: a box of the right size that says so, or an element without behaviour.
 * The console is told of each tag once a program. Runs in the shell page (Chromium).
 */

import { BuiltIn, inner } from "./built_in.js";

export class PlaceholderBox extends BuiltIn {
  static css() {
    return CSS;
  }

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

/** Tags that the console has been told of, kept with the port of the program's run. */
const TOLD = Symbol("unsupported tags");

function tell({ element, page }, what) {
  const tag = element.localName.slice(3);
  const told = (page.port[TOLD] ??= new Set());
  if (told.has(tag)) return;
  told.add(tag);
  page.log("warn", `<${tag}> is not supported by the simulator; ${what}`, "environment");
}

const CSS = `
.handset-unsupported {
  position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; box-sizing: border-box;
  padding: 4px; border: 1px dashed #B2B2B2; background: #F2F2F2; color: #808080; font-size: 12px; text-align: center;
}
/* Children of a native component lie over it, placed by its box. */
.handset-unsupported-content { position: absolute; inset: 0; }
wx-map, wx-video, wx-camera, wx-live-player, wx-live-pusher, wx-editor, wx-voip-room, wx-channel-video, wx-channel-live {
  display: block; position: relative; width: 300px; height: 225px; overflow: hidden;
}
wx-map { height: 150px; }
wx-camera { width: 100%; height: 300px; }
wx-ad, wx-ad-custom, wx-official-account { display: block; position: relative; min-height: 40px; }
`;
