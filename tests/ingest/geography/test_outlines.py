"""Outlines lie where England is, or are refused with what is wrong with them."""

import gzip
import json

import pytest

from dashboard.ingest.geography.outlines import read_outlines
from dashboard.ingest.refusal import Refused

MANCHESTER = [(-2.3, 53.4), (-2.2, 53.4), (-2.2, 53.5), (-2.3, 53.4)]


def written(tmp_path, corners):
    shape = {"type": "Polygon", "coordinates": [corners]}
    feature = {"type": "Feature", "properties": {"code": "E08000003"}, "geometry": shape}
    path = tmp_path / "wards.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def test_longitude_before_latitude_is_read_to_metres(tmp_path):
    west, south, *_ = read_outlines(written(tmp_path, MANCHESTER), ("code",)).total_bounds
    assert (round(west, -3), round(south, -3)) == (380_000, 389_000)


@pytest.mark.parametrize(
    ("corners", "said"),
    [
        ([(y, x) for x, y in MANCHESTER], "axes stand in the wrong order, write longitude before latitude"),
        ([(380_000 + 9 * x, 390_000 + 9 * y) for x, y in MANCHESTER], "its numbers are metres, not degrees"),
        ([(x + 20, y) for x, y in MANCHESTER], "see that it is of England"),
        ([(-x, y) for x, y in MANCHESTER], "see that it is of England"),  # the sign is lost: off Suffolk
    ],
)
def test_outlines_that_lie_elsewhere_are_refused(tmp_path, corners, said):
    with pytest.raises(Refused, match="lie outside England") as refusal:
        read_outlines(written(tmp_path, corners), ("code",))
    assert said in str(refusal.value)


def test_a_packed_file_is_told_from_one_of_another_encoding(tmp_path):
    (tmp_path / "wards.geojson").write_bytes(gzip.compress(b"{}"))
    with pytest.raises(Refused, match="is packed, unpack it"):
        read_outlines(tmp_path / "wards.geojson", ("code",))
