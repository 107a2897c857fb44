# Only calls dev.py, so that Windows has the same commands without make: py dev.py run|test
PYTHON ?= python3

COMMANDS = setup run test check torture bench screenshots walkthrough lock package package-test

.PHONY: help $(COMMANDS)

help:
	@$(PYTHON) dev.py --help

$(COMMANDS):
	@$(PYTHON) dev.py $@ $(ARGS)
