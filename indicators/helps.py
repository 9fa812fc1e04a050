"""What to write in the fields of indicators, values, instruments and context figures."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

ASKED: dict[str, Any] = {
    "question": _("To the letter, for example “Har du nogen at tale med, når du har brug for det?”."),
    "scale": _("The answers to choose from, for example “aldrig, sjældent, ofte, altid”."),
    "cut_off": _("What counts as a yes, for example “ofte eller altid”."),
    "unit": _("What it is counted in, for example percent for a share, count for a number of people."),
    "better": _(
        "For example lower is better for the number of people in homelessness. Of “one in …” it is the number that "
        "counts: one in 10 is higher than one in 5."
    ),
    "limits": _("What it cannot say, for example “Kun borgere på herberg er spurgt”."),
    "population": _("Whom it is about, for example “Borgere på herberg, 18 år og derover”."),
    "geography": _("Where, for example “hele kommunen” or “Islev”."),
    "source": _("Who counts or asks, for example “VIVE, hjemløsetællingen 2017”."),
    "aliases": _("One on each line, for example as last year's report called it."),
    "about_citizens": _("For example people in homelessness: small counts of citizens are hidden."),
    "published_reason": _("For example that the source has already published it."),
}

INDICATOR: dict[str, Any] = {
    "name": _("What is measured, for example “Andel, der har fast bolig efter et år”."),
    "instrument": _("The known questionnaire or measure, for example “WHO-5”; empty for a question of your own."),
    "decimals": _("How many are shown, for example 1 for 67,4."),
    "tolerance": _(
        "How far from the target is still on track, in the indicator's own unit: for example 2 for two "
        "percentage points."
    ),
    "aggregation": _("How values of several groups become one, for example sum for counts of people."),
    "cadence": _("For example yearly."),
    "data_owner": _("Who delivers the values, for example “Socialafdelingen”."),
    "document": _("Where the indicator is described, for example “Opfølgningsplan 2018”."),
    "shared_nationally": _("Other municipalities may see it, for example to compare with their own."),
}

VALUE: dict[str, Any] = {
    "indicator": _("What the value is of, for example “Andel, der har fast bolig efter et år”."),
    "raw": _("To the letter, for example “knap halvdelen”. Empty: as it is typed above."),
    "subgroup": _("When it is of a part alone, for example “kvinder” or “18-24 år”."),
    "replaces": _("Only when it revises an approved value, for example a preliminary one."),
}

MEASUREMENT: dict[str, Any] = {
    "is_baseline": _("For example the value of the year before the initiative began."),
    "numerator": _("How many of them, for example 23 in “23 out of 47”."),
    "denominator": _("Out of how many, for example 47 in “23 out of 47”."),
    "n": _("How many answered, for example 312."),
    "invited": _("How many were asked, for example 1.250."),
    "design": _("For example everybody asked, when the whole group got the questions."),
    "finite_population": _("For example when 40 of 45 answered: treat them as a random part of all."),
    "is_weighted": _(
        "For example by age; without a stated design effect the uncertainty of a weighted survey cannot be computed."
    ),
    "design_effect": _("As the source states it, for example 1,4. It divides the number of answers."),
    "standard_deviation": _("Of a mean, for example 12,5."),
    "own_low": _("Where the source states an interval itself, for example 46,2."),
    "own_high": _("Where the source states an interval itself, for example 51,8."),
    "own_level": _("In percent, for example 95."),
    "status": _("For example preliminary until the source has finished."),
    "series_break": _("For example after a new question: the value cannot be compared with earlier ones."),
    "break_reason": _("For example that the question is changed."),
}

TARGET: dict[str, Any] = {
    "kind": _("For example level for “60 % in 2020”, change for “10 fewer than in 2017”."),
    "owner": _("For example another organisation's, when the state has set it."),
    "owner_body": _("Who has set it, for example “Kommunalbestyrelsen”."),
}

INSTRUMENT: dict[str, Any] = {
    "name": _("As it is known, for example “WHO-5”."),
    "aliases": _("One on each line, for example “trivselsindeks”."),
    "has_own_questions": _(
        "For example a user survey: two indicators are then only the same when their questions are."
    ),
    "comparable_with": _("For example “Danskernes sundhed, samme spørgsmål”."),
    "not_comparable_with": _("For example “SF-36, andre spørgsmål”."),
}

CONTEXT: dict[str, Any] = {
    "label": _("What the figure says, for example “Borgere i hjemløshed i uge 6”."),
    "out_of": _("For example 27 in “23 out of 27”; the rest is few people too."),
}

LINKED: dict[str, Any] = {
    "objective": _("For example “Færre unge i hjemløshed”."),
}
