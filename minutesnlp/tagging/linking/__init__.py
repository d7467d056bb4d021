"""Who is who: mentions of one person under one identity, and who held which post."""

from typing import TYPE_CHECKING

from minutesnlp.doors import handing_out

if TYPE_CHECKING:
    from minutesnlp.tagging.linking.linking import OVERRIDE as OVERRIDE
    from minutesnlp.tagging.linking.linking import link as link
    from minutesnlp.tagging.linking.linking import read_overrides as read_overrides
    from minutesnlp.tagging.linking.places import Place as Place
    from minutesnlp.tagging.linking.places import places_in as places_in

__all__ = ["OVERRIDE", "Place", "link", "places_in", "read_overrides"]

__getattr__ = handing_out(
    __name__,
    {"OVERRIDE": "linking", "Place": "places", "link": "linking", "places_in": "places", "read_overrides": "linking"},
)
