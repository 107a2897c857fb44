"""Bars over time: zoom, split, and a span to narrow to."""
