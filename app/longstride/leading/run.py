"""One run through one flow, for both front ends: they tick it, show it, and tell it what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from longstride.core.errors import LongstrideError
from longstride.core.timeline.player import Player, PlayState, Progress
from longstride.core.timeline.timeline import SpanPhase
from longstride.leading.hurting import Hurting
from longstride.leading.session_writer import SessionWriter
from longstride.leading.state import STANDING, UNDER_WAY, State
from longstride.leading.trouble import IN_VAIN, News, Trouble, troubles_of
from longstride.leading.voice import Voice

if TYPE_CHECKING:
    from longstride.core.flow.body import BodyPlace
    from longstride.core.history.session import AfterRating, Pain, Session
    from longstride.core.timeline.timeline import Timeline
    from longstride.leading.coach import Coach


class Run:
    """One run from its first words to its rating.

    ``tick`` it many times a second while it ``moves``. ``coach`` has the flow as it is performed,
    ``player`` where in it the athlete is, ``voice`` how much of it is rendered, and ``scribe``
    writes it down. Before it has ``begun`` there is nothing to keep. A voice that does not come
    is not waited for: it joins a run that has begun.
    """

    def __init__(self, coach: Coach, session: Session, *, whole: bool) -> None:
        self.coach = coach
        self.begun = self._left = self._asleep = self._late = self._hurts_early = False
        self._noted: tuple[Trouble, str, int] | None = None  # what to know of in which step
        self._told: Mapping[Trouble, str] = {}
        self.session = session
        self._writer = SessionWriter(session, coach.parts.find, coach.parts.now)
        self.scribe = self._writer.scribe
        self._hurting = Hurting(coach, session, self._writer, self._take)
        self._left_out = self._hurting.left_out
        self.player = _player_on(coach, session, coach.draft())
        self.voice = Voice(coach, whole=whole)

    # -- what is true ---------------------------------------------------------------------

    @property
    def state(self) -> State:
        """What it is doing."""
        if self._left:
            return State.LEFT
        if not self.begun:
            return State.PREPARING
        if self.player.state is PlayState.PLAYING:
            return State.PLAYING
        if self.player.state is PlayState.FINISHED:
            return State.FINISHED
        if self._asleep:
            return State.ASLEEP
        return State.WAITING if self.player.waiting else State.PAUSED

    @property
    def moves(self) -> bool:
        """Whether the next tick can change anything."""
        return self.state in {State.PREPARING, State.PLAYING} or self.voice.comes

    @property
    def pain(self) -> Pain | None:
        """What is known of what hurt, None where nothing did; to be asked about afterwards."""
        return self._writer.pain

    @property
    def troubles(self) -> dict[Trouble, str]:
        """What the athlete should know now, weightiest first, each in a sentence."""
        noted = self._noted if self._noted and self._noted[2] == self.player.step else None
        return troubles_of(self, noted and noted[:2], late=self._late)

    @property
    def nameable(self) -> tuple[BodyPlace, ...]:
        """The places of which one may be named as what hurts, while the step after it lasts."""
        return self._hurting.nameable if self._hurting.at == self.player.step else ()

    def news(self) -> News:
        """Return the troubles that came and went since this was last asked: each is told once."""
        before, self._told = self._told, self.troubles
        came = {each: text for each, text in self._told.items() if before.get(each) != text}
        return News(came, tuple(each for each in before if each not in self._told))

    # -- what happens by itself -----------------------------------------------------------

    def tick(self) -> None:
        """Take in how far voice and sound have come; every step that ended is written down.

        LongstrideError where it cannot begin.
        """
        self._look_for_voice()
        if self.state is not State.PLAYING:
            return
        if self.coach.parts.watch.slept():
            self.player.freeze()  # where it was last seen: nobody was there to follow since
            self._asleep = True
        else:
            self._take(self.player.advance())

    def _look_for_voice(self) -> None:
        try:
            came = self.voice.look()
        except LongstrideError:
            if not self.begun:
                raise
            came = True  # what is rendered so far is better than an end
        if came:
            self._late = False
        if came and self.state in UNDER_WAY:
            timeline = self.coach.measure_again(self.player.timeline, self.player.position)
            self.coach.load(timeline)
            self.player.replace(timeline)
        elif self.state is State.PREPARING and (came or self.voice.is_late()):
            self._late = not came
            self._begin()

    def _begin(self) -> None:
        """Write the session down and play."""
        timeline = self.coach.measure()
        self._writer.begin(resumed=self.coach.resumed is not None)
        self.coach.load(timeline)
        self.player = _player_on(self.coach, self.session, timeline)
        self.begun = True
        self.play()
        if timeline.sounds_until:
            self.coach.parts.explained()
        if self._hurts_early:
            self.hurt()

    # -- what the athlete wants -----------------------------------------------------------

    def play(self) -> None:
        """Go on, where it stands."""
        if self.state in STANDING:
            self.coach.parts.watch.slept()  # what was slept before does not count
            self._asleep = False
            self._come_back()
            self.player.play()

    def pause(self) -> None:
        """Fall silent and keep the place, if it plays."""
        if self.state is State.PLAYING:
            self._take(self.player.pause())

    def seek(self, position: int) -> None:
        """Go to a position in ms."""
        self._jump(lambda: self.player.seek(position), chosen=True)
        if self.state is State.PLAYING and self.player.moment.span.phase.is_work:
            self.pause()
            self.play()

    def next(self) -> None:
        """Go to the next step; where the flow waits for the athlete, go on with it."""
        if self.state is State.WAITING:
            self.play()
        else:
            self._jump(self.player.next)

    def previous(self) -> None:
        """Go to the start of this step, or of the one before."""
        self._jump(self.player.previous, chosen=True)

    def hurt(self, place: BodyPlace | None = None) -> None:
        """Stop this drill, because something hurts, say so, and go on after it.

        It is not done, and its later steps are left out too. Paused, it stays so; what has not
        begun leaves its first drill out when it does. With a ``place``, one of the ``nameable``,
        all that is left and loads or stretches it is left out instead.
        """
        self._hurts_early = self.state is State.PREPARING
        if self.state not in UNDER_WAY or (place and place not in self.nameable):
            return
        goes_on, hurting = self.state in {State.PLAYING, State.WAITING}, self._hurting
        self.pause()
        leave = partial(hurting.leave_place, place) if place else hurting.leave_drill
        sentence = leave(self.player)
        if self.state is not State.FINISHED:
            self._noted = (Trouble.HURT, sentence, self.player.step)
        if goes_on:
            self.play()

    def toggle_lighter(self) -> bool:
        """Make what is left lighter, or full again; return whether anything changed."""
        changed = self._toggle(self.coach.toggle_lighter, Trouble.LIGHTEST)
        if changed and (first := self.coach.lighter_from) is not None:
            self._writer.lighten(self.coach.parts.flow_text(self.coach.flow), first)
        return changed

    def toggle_words(self) -> bool:
        """Say less of what is left, or everything again; return whether anything changed."""
        changed = self._toggle(self.coach.toggle_words, Trouble.SAME_WORDS)
        if changed:
            self.voice.render_again()
        return changed

    def leave(self, *, keep_place: bool) -> None:
        """Stop in the middle; the flow is offered again at its step if the place is kept."""
        self.pause()
        self.close()
        if self.state in {State.FINISHED, State.LEFT}:
            return
        if self.begun:
            step = self.player.step
            self._writer.record(self.player.retell(step), self._left_out.goes_on(step))
            if not keep_place:
                self._writer.end()
        self._left = True

    def rate(self, after: AfterRating) -> None:
        """Write down how it felt."""
        self._writer.rate(after)

    def close(self) -> None:
        """Let no more words be rendered; what was done is kept. What has not begun never will."""
        self.voice.stop()
        self._left |= not self.begun

    # -- how it is done -------------------------------------------------------------------

    def _jump(self, jump: Callable[[], Progress], *, chosen: bool = False) -> None:
        """Go elsewhere; a step that was ``chosen`` is done, also where it had been left out."""
        if self.state not in UNDER_WAY:
            return
        progress = jump()
        if chosen:
            self._left_out.take_up(progress.step)
        self._take(progress)

    def _come_back(self) -> None:
        """Put a "ready" before the work that is gone on with; one that was cut off begins anew."""
        span = self.player.timeline.at(self.player.position).span
        if span.phase is SpanPhase.READY and self.player.position > span.start:
            self._take(self.player.seek(span.start))
            return
        found = self.coach.come_back(self.player.timeline, self.player.position)
        if found is not None:
            timeline, at = found
            self.coach.load(timeline)
            self._take(self.player.come_back(timeline, at))

    def _toggle(
        self, toggled: Callable[[Timeline, int], Timeline | None], otherwise: Trouble
    ) -> bool:
        """Go on in another timeline; where there is none, tell that while the step lasts."""
        if self.state not in UNDER_WAY:
            return False
        new = toggled(self.player.timeline, self.player.position)
        self._noted = (otherwise, IN_VAIN[otherwise], self.player.step) if new is None else None
        if new is not None:
            self.coach.load(new)
            self.player.replace(new)
        return new is not None

    def _take(self, progress: Progress) -> None:
        finished = self.state is State.FINISHED
        steps = len(self.coach.flow.steps)
        self._writer.record(progress.ended, steps if finished else progress.step)
        if finished and progress.ended:
            self._writer.end()
        if (past := self._left_out.way_past(self.player)) is not None:
            self._take(self.player.seek(past))


def _player_on(coach: Coach, session: Session, timeline: Timeline) -> Player:
    """Return a player at the step where a session goes on."""
    starts, step = timeline.step_starts, session.next_step
    begin = starts[step] if step < len(starts) else timeline.spans[-1].start
    return Player(timeline, coach.parts.output, begin)
