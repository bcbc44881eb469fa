"""`tawatur fetch`: what it says and its exit code; what it fetches is in tests/sources/fetch."""

from pathlib import Path

import pytest

import tawatur.sources.fetch.run as run
from tawatur.sources.fetch.feedlist import FeedList
from tawatur.sources.fetch.visitor import Visitor
from tests.cli.conftest import Run
from tests.sources.build import ARTICLE, item, rss
from tests.sources.fetch.conftest import Reply, Site, clock, site, visitor

__all__ = ["clock", "site", "visitor"]


def test_what_is_fetched_can_be_read(
    site: Site, visitor: Visitor, tmp_path: Path, tawatur: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ours(_: FeedList) -> Visitor:
        return visitor

    monkeypatch.setattr(run, "visitor_for", ours)
    site.replies["/rss"] = Reply(
        rss(item(1, content=ARTICLE)).encode(), headers=(("Content-Type", "text/xml"), ("ETag", "x"))
    )
    feeds, folder = tmp_path / "feeds.toml", tmp_path / "in"
    feeds.write_text(f'[[feed]]\nurl = "{site.address}/rss"\n', encoding="utf-8")
    code, out, err = tawatur("fetch", feeds, "--into", folder)
    assert (code, out) == (0, "")
    assert "0 pages; in " in err
    code, out, _ = tawatur("read", folder, "--format", "jsonl")
    assert code == 0
    assert '"id":"g1"' in out
    code, _, err = tawatur("fetch", feeds, "--into", folder)
    assert code == 0
    assert "nothing new" in err
    feeds.write_text(feeds.read_text(encoding="utf-8") + f'[[feed]]\nurl = "{site.address}/none"\n', encoding="utf-8")
    code, _, err = tawatur("fetch", feeds, "--into", folder)
    assert code == 1
    assert "the server says 404" in err


def test_a_machine_of_this_network_is_not_fetched_from(tmp_path: Path, tawatur: Run) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text('[[feed]]\nurl = "http://127.0.0.1:9/rss"\n', encoding="utf-8")
    code, _, err = tawatur("fetch", feeds, "--into", tmp_path / "in")
    assert code == 2
    assert "not of the open internet" in err


def test_a_bad_list_is_said(tmp_path: Path, tawatur: Run) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text("[[feed]]\nurl = 5\n", encoding="utf-8")
    code, _, err = tawatur("fetch", feeds)
    assert code == 2
    assert "feeds.toml, feed 1, url: Expected `str`, got `int`." in err
