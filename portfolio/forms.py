"""Forms on our own pages carry the classes of dkfds. A form asks for it with `default_renderer = DkfdsRenderer`."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import BaseRenderer, TemplatesSetting
from django.http import QueryDict

CLASS_OF_INPUT = {"select": "form-select", "checkbox": "form-checkbox", "radio": "form-radio"}


class DkfdsBoundField(BoundField):
    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        own = attrs.get("class") or widget.attrs.get("class", "")
        kind = getattr(widget, "input_type", None) or ""
        return {**attrs, "class": f"{own} {CLASS_OF_INPUT.get(kind, 'form-input')}".strip()}


class DkfdsRenderer(TemplatesSetting):
    bound_field_class = DkfdsBoundField
    form_template_name = "_form.html"
    field_template_name = "_field.html"


class HouseForm(forms.Form):
    default_renderer: BaseRenderer | type[BaseRenderer] | None = DkfdsRenderer


class Choices(HouseForm):
    """What a grid is about, in the address, so that it can be kept and shared. What is not said has a usual value."""

    def __init__(self, query: QueryDict, usual: dict[str, Any]) -> None:
        said = query.copy()
        for name in self.base_fields:
            if not said.get(name) and usual.get(name) is not None:
                said[name] = str(usual[name])
        super().__init__(said)
