"""What an adapter hands back."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd


@dataclass
class AdapterResult:
    """`tables`: table name -> frame; `about`: texts for the register entry found beside the data
    (title, publisher, address, source_date, description, caveat, experimental); `series`: one dict
    per described series; `notes`: sentences for the report."""

    tables: dict[str, pd.DataFrame]
    about: dict[str, Any] = field(default_factory=dict)
    series: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
