"""Ways to spoil JSON: columns of figures, and features of a map. `about` as in tests/ingest/damage.py."""

import json
from collections.abc import Callable
from random import Random

from tests.ingest.damage import ANY
from tests.ingest.damage_books import a_gzip_bomb


def cut_json(raw: bytes, chance: Random, about: dict) -> bytes:
    return raw[: chance.randrange(1, len(raw) - 1)]


def deep_json(raw: bytes, chance: Random, about: dict) -> bytes:
    return b"[" * (100_000 + chance.randrange(10))


def bytes_in_json(raw: bytes, chance: Random, about: dict) -> bytes:
    at = chance.randrange(len(raw))
    return raw[:at] + chance.choice([b"\xff", b"\xc3\x28"]) + raw[at:]


def a_list_gone(given: dict, chance: Random, about: dict) -> None:
    del given[chance.choice(about["needed"])]


def a_list_cut(given: dict, chance: Random, about: dict) -> None:
    column = given[chance.choice(about["needed"])]
    del column[chance.randrange(len(column)) :]


def a_word_in_a_list(given: dict, chance: Random, about: dict) -> None:
    column = given[chance.choice(about["needed"])]
    column[chance.randrange(len(column))] = chance.choice(["?", "many", [1], {"a": 1}])


def a_number_for_a_list(given: dict, chance: Random, about: dict) -> None:
    given[chance.choice(about["needed"])] = 7


def a_blank_area(given: dict, chance: Random, about: dict) -> None:
    given["areacd"][chance.randrange(len(given["areacd"]))] = chance.choice([None, "", "NaN"])


def the_same_year_twice(given: dict, chance: Random, about: dict) -> None:
    at = chance.randrange(len(given["areacd"]))
    for column in given.values():
        if isinstance(column, list):
            column.append(column[at])


def a_property_gone(given: dict, chance: Random, about: dict) -> None:
    del chance.choice(given["features"])["properties"][chance.choice(about["needed"])]


def no_geometry(given: dict, chance: Random, about: dict) -> None:
    chance.choice(given["features"])["geometry"] = None


def words_for_coordinates(given: dict, chance: Random, about: dict) -> None:
    chance.choice(given["features"])["geometry"]["coordinates"] = [["north", "south"]]


def a_feature_of_nowhere(given: dict, chance: Random, about: dict) -> None:
    feature = chance.choice(given["features"])
    feature["properties"][about["needed"][0]] = chance.choice(["E99999999", "Atlantis", None, ""])


def features_gone(given: dict, chance: Random, about: dict) -> None:
    del given["features"][chance.randrange(len(given["features"]) * 4 // 5) :]


def a_feature_twice(given: dict, chance: Random, about: dict) -> None:
    given["features"].append(chance.choice(given["features"]))


def no_features(given: dict, chance: Random, about: dict) -> None:
    del given["features"]


def a_layer_gone(given: dict, chance: Random, about: dict) -> None:
    del given["objects"][chance.choice(["ctry", "rgn", "cauth", "ltla"])]


def an_area_without_code(given: dict, chance: Random, about: dict) -> None:
    shape = chance.choice(given["objects"]["ltla"]["geometries"])
    shape["properties"]["areacd"] = chance.choice([None, "", 7])


def areas_gone(given: dict, chance: Random, about: dict) -> None:
    del given["objects"]["ltla"]["geometries"][chance.randrange(200) :]


def _of_json(change: Callable[[dict, Random, dict], None]) -> Callable:
    def spoil(raw: bytes, chance: Random, about: dict) -> bytes:
        given = json.loads(raw)
        change(given, chance, about)
        return json.dumps(given).encode()

    spoil.__name__ = change.__name__
    return spoil


_TEXT = (*ANY, cut_json, deep_json, bytes_in_json)
COLUMNS = (
    *_TEXT,
    a_gzip_bomb,
    *map(
        _of_json,
        (a_list_gone, a_list_cut, a_word_in_a_list, a_number_for_a_list, a_blank_area, the_same_year_twice),
    ),
)
FEATURES = (
    *_TEXT,
    *map(
        _of_json,
        (
            a_property_gone,
            no_geometry,
            words_for_coordinates,
            a_feature_of_nowhere,
            features_gone,
            no_features,
        ),
    ),
)
TOPOLOGY = (*_TEXT, *map(_of_json, (a_layer_gone, an_area_without_code, areas_gone)))
