"""What the athlete did, kept in one SQLite file: sessions, measurements, targets, frozen days.

``journal.journal.Journal`` is the way in, ``journal.backup.Backups`` the way back,
``journal.check.check`` a verdict on the file. Importing this package alone costs nothing;
SQLAlchemy comes with ``journal.journal``.
"""
