"""Properties are about values, not about how busy the machine is."""

from hypothesis import settings

settings.register_profile("longstride", deadline=None)
settings.load_profile("longstride")
