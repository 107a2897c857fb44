"""Where the frozen program begins; kept apart so that nothing is imported before children are."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # first: a child process must never open a second window

    from desktop_app.startup import main

    sys.exit(main())
