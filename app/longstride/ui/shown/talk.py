"""How much the voice says, in words to choose from."""

from longstride.core.flow.talk import Talk

TALK_NAMES = (
    ("Everything: set-up, cues and counts", Talk.FULL),
    ("Set-up and cues, no counting", Talk.CUES),
    ("Set-up and counts, no cues", Talk.COUNTS),
    ("Tones only", Talk.TONES),
)
