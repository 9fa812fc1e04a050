from organisation.models.absences import Absence
from organisation.models.bodies import Body, BodyKind
from organisation.models.chains import Chained
from organisation.models.documents import Document, DocumentKind, ImportBatch, Mark, Provenance
from organisation.models.history import Action, ChangeRecord
from organisation.models.leaving import Archivable, Mergeable
from organisation.models.municipalities import AgendaTemplate, DeviationSign, Municipality
from organisation.models.named import Named, Searched
from organisation.models.rows import (
    AWAITS_APPROVAL,
    NEVER_APPROVED,
    Approvable,
    Approval,
    CatalogueQuerySet,
    ChildQuerySet,
    HasEffectiveDate,
    HasPeriod,
    Row,
    RuledQuerySet,
    TenantQuerySet,
    TenantRow,
    nothing_as_the_first_day,
    nothing_as_zero,
)
from organisation.models.users import Membership, User

__all__ = [
    "AWAITS_APPROVAL",
    "NEVER_APPROVED",
    "Absence",
    "Action",
    "AgendaTemplate",
    "Approvable",
    "Approval",
    "Archivable",
    "Body",
    "BodyKind",
    "CatalogueQuerySet",
    "Chained",
    "ChangeRecord",
    "ChildQuerySet",
    "DeviationSign",
    "Document",
    "DocumentKind",
    "HasEffectiveDate",
    "HasPeriod",
    "ImportBatch",
    "Mark",
    "Membership",
    "Mergeable",
    "Municipality",
    "Named",
    "Provenance",
    "Row",
    "RuledQuerySet",
    "Searched",
    "TenantQuerySet",
    "TenantRow",
    "User",
    "nothing_as_the_first_day",
    "nothing_as_zero",
]
