"""What stands in the record is read as its kind, or refused by the name of its field."""

import pytest

from dashboard.record.kinds import Event, Pilot
from dashboard.record.typed import Unreadable, body_of, item_of
from tests.record.factories import EACH

PILOT = body_of(EACH["pilot"])


def test_a_whole_number_is_read_as_a_sum():
    cost = item_of(Pilot, PILOT | {"cost": 5}).cost
    assert (cost, type(cost)) == (5.0, float)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"cost": True}, "Pilot.cost is True, not float"),
        ({"cost": "5"}, "Pilot.cost is '5', not float"),
        ({"title": 5}, "Pilot.title is 5, not str"),
        ({"published": 1}, "Pilot.published is 1, not bool"),
        ({"area_codes": ["E08000003", 5]}, "Pilot.area_codes is 5, not str"),
    ],
)
def test_a_value_of_another_type_is_refused_by_its_field(changed, said):
    with pytest.raises(Unreadable, match=said):
        item_of(Pilot, PILOT | changed)


def test_a_letter_that_no_file_could_hold_is_read_as_a_box():
    assert item_of(Event, body_of(EACH["event"]) | {"text": "A\x07B\ud800"}).text == "A□B□"
