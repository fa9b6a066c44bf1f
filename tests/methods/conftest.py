"""Property tests without a clock: several people share the machine, and the same examples run for everybody."""

from hypothesis import settings

settings.register_profile("methods", deadline=None, derandomize=True)
settings.load_profile("methods")
