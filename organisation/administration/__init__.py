"""What every screen of the administration is built of. The screens themselves are in each app's admin.py."""

from organisation.administration import meanwhile
from organisation.administration.base import HouseAdmin, link_to
from organisation.administration.forms import HouseForm, HouseFormSet, RowForm
from organisation.administration.groups import HouseInline, ShownInline
from organisation.administration.making import Making, MakingForm, NewName
from organisation.administration.rights import may, rows_of, signed_in
from organisation.administration.verbs import APPROVE, Verb

__all__ = [
    "APPROVE",
    "HouseAdmin",
    "HouseForm",
    "HouseFormSet",
    "HouseInline",
    "Making",
    "MakingForm",
    "NewName",
    "RowForm",
    "ShownInline",
    "Verb",
    "link_to",
    "may",
    "meanwhile",
    "rows_of",
    "signed_in",
]
