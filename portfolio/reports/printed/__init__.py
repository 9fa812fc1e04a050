"""What a report says, section by section, as HTML made from the snapshot alone. Needs no database and no engine."""

from portfolio.reports.printed.sections import Printed, Section, printed

__all__ = ["Printed", "Section", "printed"]
