"""What each sentence of a flow is for, so that a listing can be measured."""

from enum import StrEnum


class Role(StrEnum):
    """What a sentence is for."""

    OPEN = "open"
    NAME = "name"
    SIDE = "side"
    PLACE = "place"
    PREVIEW = "preview"
    EYES = "eyes"
    WARN = "warn"
    DOSE = "dose"
    READY = "ready"
    PHASE = "phase"
    NUMBER = "number"
    CUE = "cue"
    FEEL = "feel"
    BREATH = "breath"
    MARK = "mark"
    REST = "rest"
    CLOSE = "close"
    NOTICE = "notice"
    SOUNDS = "sounds"
