"""What the athlete did, kept in one SQLite file: sessions and their steps.

``journal.journal.Journal`` is the way in, ``journal.check.check`` a verdict on the file.
Importing this package alone costs nothing; SQLAlchemy comes with ``journal.journal``.
"""
