"""Times in Arabic news: `find_times` reads «أمس الخميس» as a day."""

from tawatur.times.facing import TenseCue, surface_cues
from tawatur.times.find import find_times

__all__ = ["TenseCue", "find_times", "surface_cues"]
