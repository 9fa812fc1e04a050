"""What was decided on the person's behalf while a plan was read, in sentences."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portfolio.plans.content import PlanContent, Remark

SENTENCES: dict[str, Promise] = {
    "misspelt_heading": _("“%(text)s” is read as the heading “%(heading)s”."),
    "heading_in_text": _(
        "“%(text)s” stands in the text under “%(heading)s”: it is not known as a heading, but no other heading has the "
        "number %(number)s. If it is one, move what follows to its own place."
    ),
    "heading_again": _("“%(heading)s” stands twice for the same initiative; the texts are joined."),
    "printed_again": _("“%(text)s” is printed again, as on a new page, and is left out."),
    "wrong_track_again": _(
        "“%(text)s” is printed again in the middle of %(track)s. It is read as a repetition: what follows stays there."
    ),
    "plan_ends": _("The plan is taken to end at “%(text)s”; what follows stands outside."),
    "no_title": _("An initiative has no title. Write one."),
    "title_twice": _("Two initiatives are called “%(title)s”. Join them, or give them each a name."),
    "overview_differs": _("The overview states %(overview)s for %(number)s, the text %(text)s."),
}


def sentence(remark: Remark) -> str:
    return str(SENTENCES[remark.code]) % remark.words


def place(content: PlanContent, line: int, last: int = 0) -> str:
    """ "line 12", "paragraphs 4–9"; "" when it is not known where it stands."""
    if not line:
        return ""
    if last <= line:
        return str(_("line %(line)d") if content.has_lines else _("paragraph %(line)d")) % {"line": line}
    words = {"line": line, "last": last}
    return str(_("lines %(line)d–%(last)d") if content.has_lines else _("paragraphs %(line)d–%(last)d")) % words
