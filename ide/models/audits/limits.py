"""What the platform's own audits allow a running program; how much and how often it may set data stands in
`ide.models.updates.ledger`.

Source: audits of the platform (performance, best practice), read in 2024.
"""

from __future__ import annotations

MOST_UPDATE_MS = 500.0
MOST_REQUESTS_A_SECOND = 10
MOST_REQUEST_MS = 1000.0
MOST_START_MS = 5000.0
MOST_NODES = 1000
