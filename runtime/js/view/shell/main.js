/**
 * Starts the phone shell: builds its parts, opens the channel and says that it is ready.
 * Runs in the top page of the phone view (handset://shell/shell/index.html), loaded by `simulator.phone.PhoneView`.
 * Query: animations=0|1, clock="09:41" (a frozen clock; empty = the computer's).
 */

import { openChannel } from "./channel.js";
import { createDispatch } from "./dispatch.js";
import { FrameMark } from "./frame_mark.js";
import { watchLongFrames } from "./long_frames.js";
import { Phone } from "./phone.js";

const query = new URLSearchParams(window.location.search);
const settings = Object.freeze({ animations: query.get("animations") !== "0", clock: query.get("clock") || "" });

// Messages of the parts can only start after the channel is open: the shell is built before, and nothing acts alone.
let channel = null;
const host = { send: (message) => channel.send(message), runs: (what) => channel.runs(what) };
export const phone = new Phone(document.body, settings, host);
const mark = new FrameMark(document.body);
channel = await openChannel(createDispatch(phone), (value) => mark.set(value));
channel.ready();
watchLongFrames(host.send);
