"""Saved searches: kept in the library, counted beside your reading, asked again by a click."""
