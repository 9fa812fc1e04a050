"""The page where a strategy's objectives are put in order, numbered and added to: by buttons, or by dragging."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms.renderers import BaseRenderer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from initiatives import ordering
from initiatives.models import Objective, Strategy
from initiatives.ordering import Move, Place, Tree
from organisation.administration import HouseForm
from portfolio.dashboards.reading import key_of, reader_of
from portfolio.forms import DkfdsRenderer

SIGNS = {Move.UP: "↑", Move.DOWN: "↓", Move.IN: "→", Move.OUT: "←"}


@dataclass(frozen=True)
class Button:
    value: str
    sign: str
    label: str
    is_possible: bool
    has_focus: bool


@dataclass(frozen=True)
class Node:
    pk: int
    reference: str
    words: str
    title: str
    kind: str
    edit_url: str
    buttons: tuple[Button, ...]
    children: tuple[Node, ...]
    is_numbered: bool
    is_archived: bool


class ObjectiveForm(HouseForm):
    """`tree` is what it is added to; the words and the number are offered from what is there."""

    default_renderer: BaseRenderer | type[BaseRenderer] | None = DkfdsRenderer

    class Meta:
        model = Objective
        fields = ["parent", "level_label", "number", "title", "kind"]
        labels = {"parent": gettext_lazy("Under"), "title": gettext_lazy("The objective, in the document's words")}

    def __init__(self, *args: Any, tree: Tree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = [pk for pk in tree.in_order() if not tree.rows[pk].is_archived]
        names = [(pk, f"{'– ' * tree.depth(pk)}{tree.rows[pk]}") for pk in open_ones]
        parent = self.fields["parent"]
        parent.queryset = Objective.objects.filter(pk__in=open_ones)  # type: ignore[attr-defined]
        parent.choices = [("", _("– at the top –")), *names]  # type: ignore[attr-defined]
        self.fields["title"].widget = forms.TextInput()
        self.fields["level_label"].widget.attrs |= {"list": "level-words", "autocomplete": "off"}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def objectives(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    found = Strategy.objects.visible_to(request.user).select_related("municipality")
    strategy = get_object_or_404(found, municipality__code=code, reference=reference)
    if not Strategy.objects.editable_by(request.user).filter(pk=strategy.pk).exists():
        raise PermissionDenied
    if request.method == "POST" and "add" not in request.POST:
        return _order(request, strategy)
    tree = Tree(Objective.objects.visible_to(request.user).filter(strategy=strategy))
    row = Objective(municipality=strategy.municipality, strategy=strategy)
    data = request.POST if request.method == "POST" else None
    form = ObjectiveForm(data, instance=row, tree=tree, initial=_offered(request, tree))
    if data is not None and form.is_valid() and (made := _added(request, form)):
        messages.success(request, _("“%(objective)s” is added.") % {"objective": made})
        under = f"?under={made.parent.reference}" if made.parent else ""
        return redirect(f"{request.path}{under}#add")
    return render(request, "structuring/objectives.html", _context(request, strategy, tree, form))


def _added(request: HttpRequest, form: ObjectiveForm) -> Objective | None:
    try:
        return ordering.add(form.instance, by=reader_of(request))
    except ValidationError as error:
        # Another press has made the same in the same moment, or has taken away what it was to stand under.
        form.add_error(None, error.messages)
        return None


def _offered(request: HttpRequest, tree: Tree) -> dict[str, Any]:
    """What a new objective is likely to be, by its place: the word and kind of its siblings, and the next number."""
    under = next((row for row in tree.rows.values() if row.reference == request.GET.get("under")), None)
    siblings = [tree.rows[pk] for pk in tree.children.get(under.pk if under else None, ())]
    last = siblings[-1] if siblings else None
    return {
        "parent": under.pk if under else None,
        "level_label": last.level_label if last else "",
        "number": ordering.number_offered(siblings, under),
        "kind": last.kind if last else "goal",
    }


def _context(request: HttpRequest, strategy: Strategy, tree: Tree, form: ObjectiveForm) -> dict[str, Any]:
    under = form["parent"].value()
    pk = key_of(str(under or ""))
    depth = tree.depth(pk) + 1 if pk in tree.rows else 0
    return {
        "municipality": strategy.municipality,
        "strategy": strategy,
        "nodes": [_node(tree, pk, request.GET.get("moved", "")) for pk in tree.children.get(None, ())],
        "is_numbered": _is_numbered(tree, None),
        "form": form,
        "words": ordering.words_offered(strategy.municipality, strategy, depth),
    }


def _node(tree: Tree, pk: int, moved: str) -> Node:
    row, possible = tree.rows[pk], tree.moves(pk)
    asked = moved.removeprefix(f"{pk}-") if moved.startswith(f"{pk}-") else ""
    focused = next((one for one in possible if one.value == asked), possible[0] if asked and possible else None)
    return Node(
        pk=pk,
        reference=row.reference,
        words=row.label,
        title=row.shown_title,
        kind=row.get_kind_display(),
        edit_url=reverse("admin:initiatives_objective_change", args=[pk]),
        buttons=tuple(
            Button(f"{pk}-{one.value}", SIGNS[one], str(one.label), one in possible, one == focused) for one in Move
        ),
        children=tuple(_node(tree, child, moved) for child in tree.children.get(pk, ())),
        is_numbered=_is_numbered(tree, pk),
        is_archived=row.is_archived,
    )


def _is_numbered(tree: Tree, parent: int | None) -> bool:
    """Whether the document numbers those under it, so that numbering them anew is offered."""
    rows = [tree.rows[pk] for pk in tree.children.get(parent, ())]
    return len(rows) > 1 and any(row.number for row in rows)


def _order(request: HttpRequest, strategy: Strategy) -> HttpResponse:
    said = request.POST
    try:
        if "number" in said:
            return _number(request, strategy, said["number"])
        pk, _dash, way = said.get("move", said.get("dragged", "")).partition("-")
        if "move" in said and way in Move.values:
            moved = ordering.move(strategy, _key(pk), Move(way), by=reader_of(request))
        elif "dragged" in said:
            place = Place(_key_or_none(said.get("parent", "")), _key_or_none(said.get("after", "")))
            moved = ordering.put(strategy, _key(pk), place, by=reader_of(request))
        else:
            raise Http404
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(request.path)
    messages.success(request, _("“%(objective)s” is moved.") % {"objective": moved})
    # A browser that is sent to a place on the page does not give a button the focus, which brings it into view too.
    fragment = "" if way else f"#n-{moved.reference}"
    return redirect(f"{request.path}?moved={moved.pk}-{way}{fragment}")


def _number(request: HttpRequest, strategy: Strategy, parent: str) -> HttpResponse:
    number = ordering.renumber(strategy, _key_or_none(parent), by=reader_of(request))
    sentence = ngettext("%(n)d objective has a new number.", "%(n)d objectives have a new number.", number)
    messages.success(request, sentence % {"n": number} if number else _("The numbers follow the order already."))
    return redirect(request.path)


def _key(text: str) -> int:
    pk = key_of(text)
    if not pk:
        raise Http404
    return pk


def _key_or_none(text: str) -> int | None:
    return _key(text) if text else None
