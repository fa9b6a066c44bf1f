"""What the public's first page begins with is a list of data, and a wrong one is refused."""

import pytest

from dashboard.catalogue.first_asked import InvalidSubjects, load_subjects
from dashboard.settings import ROOT


def test_each_subject_names_indicators_that_exist(indicators):
    subjects = load_subjects(ROOT / "data" / "five-figures.toml")
    assert len(subjects) == 5
    assert [name for names in subjects for name in names if name not in indicators] == []


@pytest.mark.parametrize(
    "text", ["subjects = []", 'subjects = ["a/b"]', "subjects = [[]]", "subjects = [[1]]", "[", "other = 1"]
)
def test_what_cannot_be_shown_is_refused_with_what_to_do(tmp_path, text):
    (tmp_path / "five-figures.toml").write_text(text, "utf-8")
    with pytest.raises(InvalidSubjects, match=r"five-figures.toml: (give subjects|mend its TOML)"):
        load_subjects(tmp_path / "five-figures.toml")
