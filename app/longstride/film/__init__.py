"""Film: clips and pictures read frame by frame, and points of a body suggested on them.

Nothing here asks the network, and no clip is copied or changed.
"""
