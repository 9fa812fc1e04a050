"""From a frozen snapshot to an accessible PDF. Runs in a process of its own, without a database: see child.py."""
