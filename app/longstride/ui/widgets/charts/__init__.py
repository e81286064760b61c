"""Charts painted by hand: plots are plain values with a picture, a Chart shows one.

A plot paints on a window, an image or a page of paper alike, in the colours of any Theme.
"""
