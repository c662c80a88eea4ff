/** What is around the base library, for those of its files that know the logic process. */

import { around } from '../../logic_in_node/around.js';

export const host = around;
