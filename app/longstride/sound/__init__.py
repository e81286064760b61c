"""Tones, clips and the mix of them; the speaker they go to and the file they are written to."""
