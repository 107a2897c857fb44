"""Dateline's headless core: no Qt below here."""

__version__ = "0.1.0"
