"""Title and chapters in sound files, which the library that writes the sound has no words for."""
