"""Property tests without a clock (the machine is shared), and the same examples for everybody."""

from hypothesis import settings

settings.register_profile("methods", deadline=None, derandomize=True)
settings.load_profile("methods")
