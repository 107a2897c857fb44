"""Dateline's window: Qt only; it knows the core and is not known by it."""
