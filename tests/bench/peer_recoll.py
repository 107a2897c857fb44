"""Runs in the system's Python, for which apt has Recoll: ``peer_recoll.py SETTINGS QUESTIONS``."""

import json
import statistics
import sys
import time
from collections import Counter

from recoll import recoll  # type: ignore[import-not-found]


def main() -> None:
    settings, questions = sys.argv[1:]
    database = recoll.connect(confdir=settings)
    times = {}
    for name, text in json.loads(questions).items():
        taken = []
        for _ in range(3):
            began = time.process_time()
            query = database.query()
            total = query.execute(text, stemming=0)
            # A day stands only in a file's name: each that was found must be fetched.
            days: Counter = Counter()
            for _ in range(total):
                days[query.fetchone().filename[:10]] += 1
            taken.append((time.process_time() - began) * 1000)
        times[name] = statistics.median(taken)
    print(json.dumps(times))


main()
