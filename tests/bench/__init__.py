"""Speed, judged by ratios within one run: against a floor, a peer or a limit, never alone."""
