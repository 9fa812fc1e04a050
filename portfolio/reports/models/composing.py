"""What a municipality composes its cases from: headings in its own order, sentences to recommend, kept compositions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisation.access import Access
from organisation.models import Body, ChildQuerySet, TenantQuerySet, TenantRow


class CaseKind(models.TextChoices):
    DECISION = "decision", _("for decision")
    DISCUSSION = "discussion", _("for discussion")
    ORIENTATION = "orientation", _("for orientation")


class CasePart(models.TextChoices):
    """What stands under a heading of a case, whatever the municipality calls it."""

    SUMMARY = "summary", _("summary, computed")
    RECOMMENDATION = "recommendation", _("recommendation")
    ALTERNATIVE = "alternative", _("alternative recommendation")
    DECISION = "decision", _("decisions made so far")
    CASE_NUMBER = "case_number", _("case number")
    COMPETENCE = "competence", _("who decides")
    COURSE = "course", _("course and kind of the case")
    THEME = "theme", _("what is to be decided")
    CORE = "core", _("the core of the case")
    PROBLEM = "problem", _("the problem")
    SOLUTION = "solution", _("the solution")
    DESCRIPTION = "description", _("description of the case")
    EFFECT = "effect", _("effect, with the indicators")
    ECONOMY = "economy", _("economy, computed and in words")
    CONSEQUENCES = "consequences", _("other consequences")
    ALTERNATIVES = "alternatives", _("alternatives, with prices")
    HEARING = "hearing", _("hearing and involvement")
    LEGAL = "legal", _("legal basis")
    HISTORY = "history", _("history of the case")
    PROCESS = "process", _("next process")
    ATTACHMENTS = "attachments", _("attachments")


class Numbering(models.TextChoices):
    """How the sentences of a recommendation are numbered."""

    NUMBERED = "numbered", _("1. at …")
    PARENTHESIS = "parenthesis", _("At 1) …")
    LETTERS = "letters", _("a) at …")
    PLAIN = "plain", _("at …, without numbers")


class CaseTemplateQuerySet(TenantQuerySet["CaseTemplate"]):
    pass


class CaseTemplate(TenantRow):
    """The headings of a municipality's cases, in its own order and words."""

    name = models.CharField(_("name"), max_length=100)
    numbering = models.CharField(
        _("numbering of the recommendation"), max_length=12, choices=Numbering.choices, default=Numbering.NUMBERED
    )
    opening = models.CharField(
        _("opening of the recommendation"),
        max_length=200,
        blank=True,
        help_text=_("For example “The administration recommends”. Empty: the sentences stand alone."),
    )
    is_active = models.BooleanField(_("in use"), default=True)

    objects = CaseTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("headings of cases")
        verbose_name_plural = _("headings of cases")
        ordering = ["municipality", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"],
                name="case_template_name_unique",
                violation_error_message=_("The municipality already has headings of cases with this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CaseHeadingQuerySet(ChildQuerySet["CaseHeading"]):
    roots = ("template",)
    removable_when = Q()


class CaseHeading(TenantRow):
    template = models.ForeignKey(
        CaseTemplate, on_delete=models.CASCADE, related_name="headings", verbose_name=_("headings of cases")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    label = models.CharField(_("heading"), max_length=120)
    part = models.CharField(_("what stands under it"), max_length=16, choices=CasePart.choices)

    objects = CaseHeadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("heading of cases")
        verbose_name_plural = _("headings in order")
        ordering = ["template", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "part"],
                name="case_heading_part_once",
                violation_error_message=_("The same content stands under another heading already."),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class RecommendationSentenceQuerySet(TenantQuerySet["RecommendationSentence"]):
    pass


class RecommendationSentence(TenantRow):
    """A sentence that the municipality often recommends; it is picked and then edited in the report."""

    text = models.TextField(_("sentence"), help_text=_("Begins after “at”: “the status report is taken note of”."))
    case_kind = models.CharField(
        _("kind of case"), max_length=12, choices=CaseKind.choices, blank=True, help_text=_("Empty: all kinds.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = RecommendationSentenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("sentence to recommend")
        verbose_name_plural = _("sentences to recommend")
        ordering = ["municipality", "position", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class SavedCompositionQuerySet(TenantQuerySet["SavedComposition"]):
    removable_when = Q()

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.staff)


class SavedComposition(TenantRow):
    """How a report is composed, kept under a name to begin the next ones with. `composition`: see composition.py."""

    name = models.CharField(_("name"), max_length=100)
    committee = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("committee")
    )
    case_kind = models.CharField(
        _("kind of case"), max_length=12, choices=CaseKind.choices, default=CaseKind.ORIENTATION
    )
    is_closed = models.BooleanField(_("closed item"), default=False)
    composition = models.JSONField(_("composition"), default=dict, editable=False)

    objects = SavedCompositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("report template")
        verbose_name_plural = _("report templates")
        ordering = ["municipality", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"],
                name="saved_composition_name_unique",
                violation_error_message=_("The municipality already has a report template with this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
