"""Old addresses of what was merged lead on to the row that is kept, for whoever may see that one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from organisation.administration.rights import has_municipality, rows_of

Answer = Callable[..., HttpResponseBase]


def leading_on(model: Any) -> Callable[[Answer], Answer]:
    """For views that find a row of the model by `reference`, and by `code` where it belongs to a municipality."""

    def decorate(view: Answer) -> Answer:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except Http404:
                kept = kept_row(request, model, kwargs)
                if kept is None or request.resolver_match is None:
                    raise
                to = reverse(request.resolver_match.view_name, kwargs={**kwargs, "reference": kept.reference})
                query = request.META.get("QUERY_STRING", "")
                return redirect(f"{to}?{query}" if query else to)

        return answer

    return decorate


def kept_row(request: HttpRequest, model: Any, said: dict[str, Any]) -> Any:
    """None where nothing was merged under that reference, or the reader does not see what is kept."""
    kept = kept_under(model, said.get("code", ""), said["reference"])
    return rows_of(model).visible_to(request.user).filter(pk=kept.pk).first() if kept is not None else None


def kept_under(model: Any, code: str, reference: str) -> Any:
    """The row that a merged one leads to, through however many merges; for whoever may see it is asked elsewhere."""
    home = {"municipality__code": code} if has_municipality(model) else {}
    merged = model._base_manager.filter(reference=reference, merged_into__isnull=False, **home).first()
    seen: set[int] = set()
    while merged is not None and merged.merged_into_id is not None and merged.pk not in seen:
        seen.add(merged.pk)
        merged = merged.merged_into
    return merged
