"""No link crosses municipalities, and the database still refuses what it is to refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from organisation import triggers
from organisation.models import ChangeRecord
from organisation.tenancy import OWNER, is_tenant, tenant_models, tenant_relations
from portfolio.audit.findings import Finding, wrong

RULE = "other_municipality"


def rules_in_place() -> Iterator[Finding]:
    for rule in triggers.missing(connection):
        yield Finding("missing_trigger", rule.name, _("The database does not keep this rule; run migrate."))


def relations() -> Iterator[Finding]:
    """Foreign keys. Many-to-many relations are those of their link models: none is without one."""
    for model in tenant_models():
        for field in tenant_relations(model):
            for row in model._base_manager.filter(_elsewhere(model, field.name)).select_related(field.name):
                yield wrong(RULE, row, _crossing(field.name, getattr(row, field.name)))


def _elsewhere(model: type[models.Model], field: str) -> Q:
    home, theirs = F(OWNER), f"{field}__{OWNER}"
    elsewhere = Q(**{f"{theirs}__lt": home}) | Q(**{f"{theirs}__gt": home})
    # What an import wrote about a catalogue row is nobody's, and still names the import.
    if model is not ChangeRecord:
        elsewhere |= Q(**{f"{OWNER}__isnull": True, f"{theirs}__isnull": False})
    return elsewhere


def generic_relations() -> Iterator[Finding]:
    """Sources and history name their rows by kind and number: the row is there, and at home where they are."""
    for model in apps.get_models():
        if is_tenant(model):
            for field in model._meta.private_fields:
                if isinstance(field, GenericForeignKey):
                    yield from _of_kinds(model, field.ct_field, field.fk_field, must_exist=True)
    yield from _of_kinds(ChangeRecord, "content_type", "object_id", must_exist=False)


def _of_kinds(model: type[models.Model], kind: str, number: str, *, must_exist: bool) -> Iterator[Finding]:
    for content_type in ContentType.objects.filter(pk__in=model._base_manager.values(kind)):
        target = content_type.model_class()
        if target is None:
            continue
        homes = dict(target._base_manager.values_list("pk", OWNER if is_tenant(target) else "pk"))
        for row in model._base_manager.filter(**{kind: content_type}).iterator():
            pk = getattr(row, number)
            if pk not in homes:
                if must_exist:
                    yield wrong("row_is_gone", row, _("The row that it speaks of does not exist."))
            elif is_tenant(target) and homes[pk] is not None and homes[pk] != getattr(row, f"{OWNER}_id"):
                yield wrong(RULE, row, _("It speaks of a row of another municipality."))


def _crossing(field: str, target: models.Model) -> str:
    return _("“%(field)s” points at %(target)s of another municipality.") % {"field": field, "target": target.pk}
