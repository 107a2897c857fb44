"""The Korean grammar: words → mentions → clauses → rows and groups → the event."""
