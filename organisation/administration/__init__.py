"""What every screen of the administration is built of. The screens themselves are in each app's admin.py."""

from organisation.administration.base import HouseAdmin, HouseInline, ShownInline, link_to
from organisation.administration.forms import HouseForm, HouseFormSet, RowForm
from organisation.administration.rights import may, rows_of, signed_in
from organisation.administration.verbs import APPROVE, Verb

__all__ = [
    "APPROVE",
    "HouseAdmin",
    "HouseForm",
    "HouseFormSet",
    "HouseInline",
    "RowForm",
    "ShownInline",
    "Verb",
    "link_to",
    "may",
    "rows_of",
    "signed_in",
]
