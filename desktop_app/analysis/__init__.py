"""From facts to findings: counting, coverage, companions."""
