"""`python -m desktop_app`: the same program as `dateline`."""

import multiprocessing
import sys

from desktop_app.startup import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
