"""The five demonstration portfolios: read from `fixtures/`, loaded again without doubling, removed when fictional.

Each row of a file is found again by its key as it was when the loader created it, which the history remembers. A row
that a person has changed since is left as it is, and a row that a person has deleted stays deleted.
"""
