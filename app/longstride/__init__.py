"""Longstride leads a runner through spoken hip-mobility flows.

The house has floors, and an import only ever goes down::

    __main__ -> cli -> verbs -> (terminal | doctor | keeping | bugs) -> bootstrap -> ui
        -> engine -> unwritten -> coach -> (preparation | notebook | library | made_once)
        -> (content | speech | sound | journal | desktop | settings | paths | licences | log)
        -> core

How a flow becomes sound: ``content`` reads a TOML file into a ``core`` Flow; ``core.bouts``
writes it out side by side and set by set; ``core.timeline.script`` says what the voice would like
to say, in the phrases of a language; ``speech`` renders each sentence once to a file;
``preparation`` measures them and hands the lengths to ``core.compiler``, which makes a Timeline
in whole milliseconds; ``sound`` mixes the Timeline's cues into one stream whose own position is
the clock; ``core.player`` and the window are functions of that position; ``coach`` leads one run
and writes it to the ``journal``.
"""

__version__ = "0.1.0"
