"""The only part of Tawatur that touches the network: feeds, and the pages of their entries, into a folder of web archives."""

from tawatur.sources.fetch.feedlist import Feed, FeedList, read_feedlist
from tawatur.sources.fetch.run import Fetched, fetch

__all__ = ["Feed", "FeedList", "Fetched", "fetch", "read_feedlist"]
