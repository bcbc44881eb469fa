"""FEEDS.toml: what is wrong is said with file, entry and key."""

from pathlib import Path

import pytest

from tawatur.errors import FeedListError
from tawatur.sources.fetch import read_feedlist

ONE = '[[feed]]\nurl = "https://nawras.example/rss"\n'
BAD = {
    "no toml": ("feed = [", "no TOML"),
    "none": ("feed = []", "feed: there is none"),
    "missing": ("seconds_between = 5", "feed"),
    "no url": (ONE + "[[feed]]\npages = true", "feed 2: Object missing required field `url`."),
    "unknown key": (ONE + 'colour = "red"', "feed 1: Object contains unknown field `colour`."),
    "wrong type": (ONE + "most_pages = 'ten'", "feed 1, most_pages: Expected `int`, got `str`."),
    "below nothing": (ONE + "most_pages = -1", "feed 1, most_pages: -1 is below 0"),
    "too fast": ("seconds_between = 0.5\n" + ONE, "seconds_between: 0.5 is not from 1 to 3600."),
    "no address": (ONE + '[[feed]]\nurl = "nawras.example"', "feed 2, url: nawras.example: no address of the web"),
    "twice": (ONE + ONE, "feed 2, url: the same as feed 1"),
    "contact": ('contact = "a\\r\\nb"\n' + ONE, "contact: write it"),
}


@pytest.mark.parametrize(("text", "says"), BAD.values(), ids=BAD.keys())
def test_what_is_wrong_is_said(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FeedListError) as caught:
        read_feedlist(path)
    assert str(caught.value).startswith(f"{path}")
    assert says in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_missing_list_is_said(tmp_path: Path) -> None:
    with pytest.raises(FeedListError, match="cannot be opened"):
        read_feedlist(tmp_path / "none.toml")


def test_a_list(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text('contact = "desk@nawras.example"\nseconds_between = 1\n' + ONE, encoding="utf-8")
    listed = read_feedlist(path)
    assert [(feed.url, feed.pages, feed.most_pages) for feed in listed.feed] == [
        ("https://nawras.example/rss", True, 50)
    ]
    assert listed.seconds_between == 1
