"""How much the voice says, in words to choose from."""

from longstride.core.flow.talk import Talk

TALK_NAMES = (
    ("By experience: less as you learn", Talk.EXPERIENCE),
    ("Everything: set-up, cues and counts", Talk.FULL),
    ("Set-up and cues, no counting", Talk.CUES),
    ("Set-up and counts, no cues", Talk.COUNTS),
    ("Tones only", Talk.TONES),
)


def known_text(known: int, drills: int) -> str:
    """Return what knowing so many of a flow's drills changes, "" where none is known."""
    if not known:
        return ""
    which = f"{known} of {drills} drills" if known < drills else f"all {drills} drills"
    return f"You know {which if drills > 1 else 'its drill'}: the voice says less."
