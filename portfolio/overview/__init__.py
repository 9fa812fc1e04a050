"""The figures of pages and reports, composed over budgets and indicators. Views and templates add and ask nothing."""

from portfolio.overview.doors import initiative_sheet, portfolio_overview, report_content, strategy_overview

__all__ = ["initiative_sheet", "portfolio_overview", "report_content", "strategy_overview"]
