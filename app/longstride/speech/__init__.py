"""A sentence becomes a sound file, once: pyttsx3 in a worker process, and a cache of its clips.

``Speech`` in ``longstride.speech.speech`` is the way in. Nothing here plays, mixes or measures.
"""
