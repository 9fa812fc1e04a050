"""What a report says, section by section, as HTML. It is made when the report is frozen, and stands in the snapshot."""

from portfolio.reports.printed.sections import HoldsNoPages, Printed, Section, printed

__all__ = ["HoldsNoPages", "Printed", "Section", "printed"]
