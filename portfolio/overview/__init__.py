"""The figures of pages and reports, composed over budgets and indicators. Views and templates add and ask nothing."""

from portfolio.overview.comparisons import instrument_page
from portfolio.overview.doors import initiative_sheet, portfolio_overview, strategy_overview
from portfolio.overview.indicator_pages import indicator_page
from portfolio.overview.instruments import instrument_lines
from portfolio.overview.status_reports import Before, ReportQuestion, report_content, report_deviations
from portfolio.overview.strategy_pages import strategy_page

__all__ = [
    "Before",
    "ReportQuestion",
    "indicator_page",
    "initiative_sheet",
    "instrument_lines",
    "instrument_page",
    "portfolio_overview",
    "report_content",
    "report_deviations",
    "strategy_overview",
    "strategy_page",
]
