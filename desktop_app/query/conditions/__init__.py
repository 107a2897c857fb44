"""The leaves of a query, one small file a family: each with its answer, words and text."""
