"""Adding goes on where it stopped, reads nothing twice, and puts aside what cannot be read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tawatur.errors import ReportError
from tawatur.ledger import Added, Ledger
from tawatur.ledger.keys import report_key
from tawatur.records import Reading, Report
from tests.ledger.build import report
from tests.ledger.filler import FAULTY, QuickReader


class CountingReader(QuickReader):
    """Knows how often it was asked."""

    asked = 0

    def __call__(self, report: Report) -> Reading:
        self.asked += 1
        return super().__call__(report)


def lines(*reports: Report) -> str:
    """JSON Lines."""
    return "".join(
        json.dumps({"text": one.text, "url": one.url, "published": one.published}, ensure_ascii=False) + "\n"
        for one in reports
    )


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A file of forty-five reports."""
    path = tmp_path / "news.jsonl"
    path.write_text(lines(*(report(number) for number in range(45))), encoding="utf-8")
    return path


def test_a_file_added_again_is_passed_over_even_when_touched(ledger: Ledger, news: Path) -> None:
    reader = CountingReader()
    assert ledger.add_path(news, reader=reader) == Added(added=45)
    os.utime(news, (1, 1))
    assert ledger.add_path(news, reader=reader) == Added(known=45)
    assert reader.asked == 45


def test_what_came_to_a_file_is_added(ledger: Ledger, news: Path) -> None:
    reader = CountingReader()
    ledger.add_path(news, reader=reader)
    with news.open("a", encoding="utf-8") as stream:
        stream.write(lines(report(45), report(46)))
    assert ledger.add_path(news, reader=reader) == Added(added=2, known=45)
    assert reader.asked == 47


def test_a_file_that_was_left_in_the_middle_goes_on_there(ledger: Ledger, news: Path) -> None:
    class Stopping(CountingReader):
        """Somebody presses Ctrl-C at the thirtieth report."""

        def __call__(self, report: Report) -> Reading:
            if self.asked == 30:
                raise KeyboardInterrupt
            return super().__call__(report)

    with pytest.raises(KeyboardInterrupt):
        ledger.add_path(news, reader=Stopping())
    assert len(list(ledger.reports())) == 20, "the first batch"
    reader = CountingReader()
    assert ledger.add_path(news, reader=reader) == Added(added=25, known=20)
    assert reader.asked == 25


def test_another_outlet_for_the_same_file_is_another_adding(ledger: Ledger, news: Path) -> None:
    ledger.add_path(news, reader=QuickReader())
    assert ledger.add_path(news, outlet="وكالة", reader=QuickReader()) == Added(added=45)


def test_a_folder_is_added_file_by_file_with_its_sources(ledger: Ledger, news: Path) -> None:
    (news.parent / "one.txt").write_text(report(99).text, encoding="utf-8")
    assert ledger.add_path(news.parent, reader=QuickReader()) == Added(added=46)
    assert {Path(kept.source or "").name for kept in ledger.reports()} == {"news.jsonl", "one.txt"}
    assert ledger.add_path(news.parent, reader=QuickReader()) == Added(known=46)


def test_jobs_change_nothing_but_the_time(ledger: Ledger, news: Path) -> None:
    assert ledger.add_path(news, reader=QuickReader(), jobs=2) == Added(added=45)
    assert [kept.report.text for kept in ledger.reports()] == [report(number).text for number in range(45)]


def test_reports_and_errors_can_be_added_from_anywhere(ledger: Ledger) -> None:
    heard: list[Added] = []
    incoming = [report(1), ReportError("feed: cut off."), report(1), report(2, title="عنوان\x00")]
    done = ledger.add(incoming, reader=QuickReader(), told=heard.append)
    assert done == Added(added=1, known=1, quarantined=2) == sum(heard, Added())
    reasons = [one.refusal.reason for one in ledger.quarantine()]
    assert reasons[0] == "feed: cut off."
    assert "NUL" in reasons[1]


def test_a_fault_of_the_reader_costs_one_report_and_is_kept(ledger: Ledger) -> None:
    faulty = report(text=f"في البلدة {FAULTY} طويل منذ الصباح")
    assert ledger.add([report(1), faulty, report(2)], reader=QuickReader()) == Added(added=2, quarantined=1)
    (one,) = ledger.quarantine("waiting")
    assert "fault in Tawatur itself, ValueError" in one.refusal.reason
    assert json.loads(one.refusal.content or b"")["text"] == faulty.text
    assert ledger.add([faulty], reader=QuickReader()) == Added(), "the same refusal is one"


def test_what_was_mended_in_its_source_is_read_on_retry(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(lines(report(1)) + '{"text": 5}\n' + lines(report(2)), encoding="utf-8")
    assert ledger.add_path(path, reader=QuickReader()) == Added(added=2, quarantined=1)
    ((_, wrong),) = ledger.retry(reader=QuickReader())
    assert "line 2" in (wrong or "")
    assert [one.state for one in ledger.quarantine()] == ["retried"]
    path.write_text(lines(report(1), report(3), report(2)), encoding="utf-8")
    ((_, wrong),) = ledger.retry(reader=QuickReader())
    assert wrong is None
    assert ledger.quarantine("waiting", "retried") == []
    assert [kept.report.text for kept in ledger.reports([report_key(report(3))])] == [report(3).text]


def test_what_is_gone_from_its_source_is_read_from_the_bytes_kept(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"في البلدة {FAULTY} طويل منذ الصباح", encoding="utf-8")
    ledger.add_path(path, reader=QuickReader())
    path.unlink()
    ((_, wrong),) = ledger.retry(reader=_Mended())
    assert wrong is None
    assert len(list(ledger.reports())) == 1


class _Mended(QuickReader):
    """A reader whose fault was mended."""

    def __call__(self, report: Report) -> Reading:
        from tests.ledger.build import reading

        return reading(report)


def test_rereading_tells_what_differs_and_keeps_judgements(ledger: Ledger) -> None:
    ledger.add([report(1), report(2)], reader=QuickReader())
    seize, withdraw, other, _ = list(ledger.claims())
    ledger.judge("same", author="مدققة", a=seize.key, b=other.key)
    lost = ledger.judge("right", author="مدققة", a=withdraw.key)
    one, two = ledger.reread(reader=QuickReader("reader-2"))
    assert not isinstance(one, ReportError)
    assert (one.report, one.gone, one.new, one.changed) == (seize.report, (withdraw.key,), (), ())
    assert not isinstance(two, ReportError)
    assert [(one.judgement.verdict, one.a, one.b, one.holds) for one in ledger.standing()] == [
        ("same", seize.key, other.key, True),
        ("right", None, None, False),
    ]
    assert [finding.where for finding in ledger.examine()] == [f"judgement {lost.id}"]
    assert list(ledger.reread(reader=QuickReader("reader-2"))) == []
