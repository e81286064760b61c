"""What the program itself says aloud, beside the words of drills and flows: one value a language.

Texts in braces are filled in. The value without words says nothing of its own; it is for where
only lengths are wanted and no language has been read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from longstride.core.flow.drill import Drill, Side, told_for
from longstride.core.flow.position import Position
from longstride.core.flow.tempo import Phase


@dataclass(frozen=True, slots=True)
class DosePhrases:
    """How much is coming, in parts that are put together."""

    one: str = ""
    several: str = ""
    slow: str = ""
    slow_several: str = ""
    times: str = ""
    time: str = ""
    times_each: str = ""
    time_each: str = ""
    in_turn: str = ""
    steps: str = ""
    run: str = ""
    runs: str = ""
    breaths: str = ""
    breath: str = ""
    breaths_each: str = ""
    breath_each: str = ""
    seconds: str = ""
    seconds_each: str = ""
    minutes: str = ""
    minute: str = ""
    go_there: str = ""
    on_my_word: str = ""
    own_time: str = ""


@dataclass(frozen=True, slots=True)
class SoundPhrases:
    """What each tone means, told once before the first flow."""

    greeting: str = ""
    ready: str = ""
    ticks: str = ""
    change: str = ""
    breath_in: str = ""
    breath_out: str = ""
    finish: str = ""


@dataclass(frozen=True, slots=True)
class WelcomePhrases:
    """Warm words at the end of a session."""

    first: str = ""
    back: str = ""
    back_rested: str = ""


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """What a phase is called where a drill has no word of its own."""

    eccentric: str = ""
    stretched: str = ""
    concentric: str = ""
    contracted: str = ""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers below 1000 as words, so that every voice says them alike."""

    ones: tuple[str, ...] = ()
    tens: tuple[str, ...] = ()
    hundreds: str = ""
    hundreds_and: str = ""

    def word(self, number: int) -> str:
        """Return a number as a word; as digits where the language has no words here."""
        if not self.ones or number >= 1000:
            return str(number)
        if number < len(self.ones):
            return self.ones[number]
        if number < 100:
            tens, ones = divmod(number, 10)
            return self.tens[tens] + (f" {self.ones[ones]}" if ones else "")
        hundreds, rest = divmod(number, 100)
        if not rest:
            return self.hundreds.format(hundreds=self.ones[hundreds])
        return self.hundreds_and.format(hundreds=self.ones[hundreds], rest=self.word(rest))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Everything the program says of its own, and how it says numbers."""

    first: str = ""
    first_here: str = ""
    next: str = ""
    next_here: str = ""
    sit_first: str = ""
    get_up: str = ""
    side_first: str = "{side} first."
    side: str = "{side}."
    eyes: str = ""
    eyes_way: str = ""
    eyes_close: str = ""
    kit: str = ""
    left: str = "left"
    right: str = "right"
    left_side: str = ""
    right_side: str = ""
    turn: str = "{side}."
    turn_worded: str = "{side}: {word}."
    feel: str = "{feel}."
    turns_round: str = ""
    ready: str = ""
    change: str = ""
    again: str = ""
    rest: str = ""
    press: str = ""
    warm: str = ""
    round_one: str = ""
    round: str = ""
    round_last: str = ""
    set: str = ""
    set_last: str = ""
    and_: str = ""
    two_more: str = ""
    one_more_each: str = ""
    four_more: str = ""
    last_one: str = ""
    halfway: str = ""
    breathe_in: str = ""
    breathe_out: str = ""
    last_breath: str = ""
    ease_out: str = ""
    one_minute: str = ""
    half_a_minute: str = ""
    ten_seconds: str = ""
    seconds_passed: str = ""
    minute_left: str = ""
    minutes_left: str = ""
    left_over: str = ""
    lighter: str = ""
    half_range: str = ""
    full: str = ""
    hurt: str = ""
    spared: str = ""
    says_less: str = ""
    says_more: str = ""
    voice_sample: str = ""
    dose: DosePhrases = DosePhrases()
    phases: PhaseWords = PhaseWords()
    positions: Mapping[Position, str] = field(default_factory=dict, hash=False)
    sounds: SoundPhrases = SoundPhrases()
    welcome: WelcomePhrases = WelcomePhrases()
    numbers: NumberWords = NumberWords()

    def number(self, number: int) -> str:
        """Return a number as it is said."""
        return self.numbers.word(number)

    def capital(self, number: int) -> str:
        """Return a number as it is said at the head of a sentence."""
        word = self.number(number)
        return word[:1].upper() + word[1:]

    def phase(self, drill: Drill, phase: Phase) -> str:
        """Return the word for a phase of a drill as a sentence."""
        return f"{self.phase_word(drill, phase)}."

    def phase_word(self, drill: Drill, phase: Phase) -> str:
        """Return the word for a phase of a drill."""
        return drill.words.get(phase) or str(getattr(self.phases, phase.value))

    def working(self, drill: Drill, side: Side) -> str:
        """Return how a drill names the side that works."""
        if side is Side.LEFT:
            return drill.left or self.left_side
        return drill.right or self.right_side

    def side_word(self, side: Side) -> str:
        """Return the word for a side."""
        return self.left if side is Side.LEFT else self.right

    def sided(self, text: str, side: Side | None) -> str:
        """Return a text with the sides it names filled in, for the side that works."""
        side = side or Side.LEFT
        return told_for(text, self.side_word(side), self.side_word(side.other))

    def time_left(self, minutes: int) -> str:
        """Return how many minutes are left, without a capital."""
        template = self.minute_left if minutes == 1 else self.minutes_left
        return template.format(minutes=self.number(minutes))

    def listed(self, names: tuple[str, ...]) -> str:
        """Return "one, two and three"."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.and_} {names[-1]}"


def capital(text: str) -> str:
    """Return a sentence with a capital at its head."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a sentence as it stands inside another."""
    return text[:1].lower() + text[1:]
