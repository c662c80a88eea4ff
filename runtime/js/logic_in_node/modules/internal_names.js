/** Names that phones have beside the documented ones; tests have none of them. */

export function beginRoute() {}
