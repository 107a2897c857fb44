"""`make bench`: measures, prints a table, and keeps it under ``build/bench/``."""

if __name__ == "__main__":
    # Every child of an import loads this module again: all that is measured cost it half a second.
    from tests.bench.program import main

    main()
