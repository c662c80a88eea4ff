/** `list-view`: a list within a scroll area. Runs in the shell page (Chromium). */

import { Relative } from "../relative.js";

export class ListView extends Relative {}
