"""A day of rest on Today."""

from dataclasses import replace

from longstride.core.history.counsel_words import nothing_spares
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.ui.today.view import REST, TodayView, today_view
from ui.page_samples import FRIDAY, cards, recent, sessions


def resting() -> TodayView:
    """Today after sharp pain that no flow leaves alone."""
    newest, *older = sessions(4)
    sharp = AfterRating(6, 5, Pain(PainKind.SHARP, "front of the hip"))
    many = (replace(newest, after=sharp), *older)
    why = nothing_spares("front of the hip")
    return today_view(FRIDAY, cards(), recent(many), dict.fromkeys((None, *range(11)), (REST, why)))
