"""The ledger of changes in a window of its own."""
