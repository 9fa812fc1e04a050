"""The kommunekode in an address: four digits, so that no other word is taken for a municipality."""

from django.urls import register_converter


class MunicipalityCode:
    regex = "[0-9]{4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(MunicipalityCode, "kommunekode")
