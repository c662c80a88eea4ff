/** Messages of the base library stay in this process: they are handed on as they are. */

import { around } from '../../logic_in_node/around.js';

/** JSON text of a message. */
export const encoded = (message) => JSON.stringify(message);

export const post = (message) => around.post(message);

export const postMeasured = post;
