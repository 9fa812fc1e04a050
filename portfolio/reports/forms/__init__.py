"""The forms by which a report is composed, handed on and decided."""

from portfolio.reports.forms.choices import ChoicesForm
from portfolio.reports.forms.decisions import DecisionForm
from portfolio.reports.forms.texts import TextsForm

__all__ = ["ChoicesForm", "DecisionForm", "TextsForm"]
