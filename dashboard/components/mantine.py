"""The controls of dash-mantine-components that pages use.

The package itself loads a module for each of its 130 components, a quarter of the time to the first answer.
These five are loaded under its name alone; the browser gets the package's script as ever.
"""

import sys
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec, module_from_spec

_PACKAGE = "dash_mantine_components"


def _without_its_own_start() -> None:
    """Put the package where imports and Dash look for it, with what Dash asks of it."""
    package = module_from_spec(find_spec(_PACKAGE))
    package.__version__ = version(_PACKAGE)
    package._js_dist = [{"relative_package_path": f"{_PACKAGE}.js", "namespace": _PACKAGE}]
    sys.modules[_PACKAGE] = package


if _PACKAGE not in sys.modules:
    _without_its_own_start()

MantineProvider, MultiSelect, SegmentedControl, Select, TextInput = (
    getattr(import_module(f"{_PACKAGE}.{name}"), name)
    for name in ("MantineProvider", "MultiSelect", "SegmentedControl", "Select", "TextInput")
)
