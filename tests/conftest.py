"""Settings of the whole test suite."""

import os

from hypothesis import settings

# For the tests of the plugin; pytest takes it from here alone.
pytest_plugins = ["pytester"]

# Machines differ in speed, so no example has a deadline; CI draws the same examples each time.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if "CI" in os.environ else "dev")
