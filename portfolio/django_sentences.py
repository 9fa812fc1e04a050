"""Sentences of Django's that stand on our pages, and that its Danish says badly: locale/da has our own."""

from django.utils.translation import gettext_noop, ngettext_lazy

CHANGED = gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below.")
GO_ON = gettext_noop("You may edit it again below.")
NOTHING_TICKED = gettext_noop("Items must be selected in order to perform actions on them. No items have been changed.")
CORRECT = ngettext_lazy("Please correct the error below.", "Please correct the errors below.")
REFERENCE = gettext_noop("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.")
REFERENCE_IN_ANY_LETTERS = gettext_noop(
    "Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens."
)
