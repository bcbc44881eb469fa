"""The language of labels, as an option of commands."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Language(StrEnum):
    """Language of labels."""

    ar = "ar"
    en = "en"


Labels = Annotated[Language, typer.Option(help="Language of the labels; Arabic tables begin on the right.")]
