"""A municipality's logo: whatever picture is sent, one small opaque PNG is kept of it and nothing else of the file."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageFile, UnidentifiedImageError

from organisation.models import Municipality

LARGEST_BYTES, MOST_PIXELS = 2 * 1024 * 1024, 40_000_000
LARGEST_SIDE = (720, 240)


def redrawn(sent: Any) -> ContentFile[bytes]:
    """The picture drawn anew on white. Raises ValidationError with what is wrong and what to send instead."""
    if sent.size > LARGEST_BYTES:
        raise ValidationError(_("The picture is larger than 2 MB. Save it smaller and choose it again."))
    try:
        with _half_pictures_refused(), Image.open(sent, formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(_("The picture has too many pixels. Save it smaller and choose it again."))
            seen = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValidationError(_("The file is no picture that can be read. Send the logo as PNG or JPEG.")) from error
    seen.thumbnail(LARGEST_SIDE)
    white = Image.new("RGBA", seen.size, "white")
    kept = io.BytesIO()
    Image.alpha_composite(white, seen).convert("RGB").save(kept, "PNG", optimize=True)
    return ContentFile(kept.getvalue(), name="logo.png")


@contextmanager
def _half_pictures_refused() -> Iterator[None]:
    """The print engine, once loaded, lets half a picture pass for a whole one everywhere in its process."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def as_data(municipality: Municipality) -> str:
    """The logo as an address that holds all of it, for a page that fetches nothing; empty without a logo."""
    if not municipality.logo:
        return ""
    try:
        with municipality.logo.open("rb") as file:
            return f"data:image/png;base64,{base64.b64encode(file.read()).decode()}"
    except FileNotFoundError:
        return ""
