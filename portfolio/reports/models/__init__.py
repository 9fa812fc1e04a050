"""Committee reports, what they are composed from, and the jobs that make their files."""

from portfolio.reports.models.composing import (
    CaseHeading,
    CaseKind,
    CasePart,
    CaseTemplate,
    Numbering,
    RecommendationSentence,
    SavedComposition,
)
from portfolio.reports.models.jobs import Job, JobQuerySet, JobState
from portfolio.reports.models.reports import Report, ReportQuerySet, ReportScope, ReportState

__all__ = [
    "CaseHeading",
    "CaseKind",
    "CasePart",
    "CaseTemplate",
    "Job",
    "JobQuerySet",
    "JobState",
    "Numbering",
    "RecommendationSentence",
    "Report",
    "ReportQuerySet",
    "ReportScope",
    "ReportState",
    "SavedComposition",
]
