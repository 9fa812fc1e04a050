"""Forms on our own pages carry the classes of dkfds. A form asks for it with `default_renderer = DkfdsRenderer`."""

from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import BaseRenderer, TemplatesSetting
from django.http import QueryDict

from organisation.administration.forms import cpr_question
from organisation.cpr import holds_cpr

CLASS_OF_INPUT = {"select": "form-select", "checkbox": "form-checkbox", "radio": "form-radio"}


class DkfdsBoundField(BoundField):
    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        own = attrs.get("class") or widget.attrs.get("class", "")
        kind = getattr(widget, "input_type", None) or ""
        # A browser cuts what is pasted off at the limit, and says nothing; the form says that it is too long.
        return {**attrs, "maxlength": False, "class": f"{own} {CLASS_OF_INPUT.get(kind, 'form-input')}".strip()}


class DkfdsRenderer(TemplatesSetting):
    bound_field_class = DkfdsBoundField
    form_template_name = "_form.html"
    field_template_name = "_field.html"


class HouseForm(forms.Form):
    """Warns once of what looks like a CPR number in what is written, before anything of it is saved."""

    default_renderer: BaseRenderer | type[BaseRenderer] | None = DkfdsRenderer
    # Not where what is typed only chooses what is shown, nor where the reading of it refuses such numbers outright.
    asks_about_people: ClassVar[bool] = True

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        confirmed = f"no-person-{self.prefix or 'form'}"
        if not self.asks_about_people or confirmed in self.data:
            return
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField) and holds_cpr(str(self.cleaned_data.get(name) or "")):
                self.add_error(name, cpr_question(confirmed))


class Choices(HouseForm):
    """What a grid is about, in the address, so that it can be kept and shared. What is not said has a usual value."""

    asks_about_people = False

    def __init__(self, query: QueryDict, usual: dict[str, Any]) -> None:
        said = query.copy()
        for name in self.base_fields:
            if not said.get(name) and usual.get(name) is not None:
                said[name] = str(usual[name])
        super().__init__(said)
