"""Nothing but a valid extraction comes out of `extract`, whatever stands in the document."""

from __future__ import annotations

import random
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_documents import document

from extract import Extraction, extract
from extract.deadlines import due_value
from extract.header import read_header
from ingest import Document, read
from ingest.document import Source

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
DOCUMENTS = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".docx", ".html", ".pdf", ".txt"))
PIECES = [
    "Sở Y tế",
    "UBND các xã",
    "Ban Chỉ đạo",
    "các sở, ban, ngành",
    "Giám đốc",
    "chủ trì",
    "phối hợp với",
    "chỉ đạo",
    "đề nghị",
    "báo cáo",
    "tổ chức",
    "trước ngày",
    "20/4/2025",
    "31/11/2025",
    "quý II",
    "hằng năm",
    "kể từ ngày",
    "trong thời hạn",
    "05 ngày làm việc",
    "Quyết định số",
    "749/QĐ-TTg",
    "Luật",
    "Đất đai",
    "năm 2024",
    "điểm a khoản 2 Điều 5",
    "I. ",
    "1. ",
    "1.1. ",
    "a) ",
    "- ",
    "+ ",
    "* ",
    "Điều 1. ",
    "Chương II",
    "Phụ lục I",
    "KẾ HOẠCH",
    "ĐỀ CƯƠNG",
    "MỤC TIÊU",
    "NHIỆM VỤ",
    "Thời gian: ",
    "Chủ trì: ",
    "Nơi nhận:",
    "TM. ",
    "(",
    ")",
    "“",
    "”",
    ":",
    ";",
    ",",
    ".",
    "…",
    "/",
    "–",
    "²",
    "Nghị định số 53/2019/NĐ-CP",
    "Quyết định số […]/QĐ-UBND",
    " (sau đây gọi là Chương trình)",
    "Chương trình",
    "Nghị quyết nêu trên",
    " được sửa đổi, bổ sung theo ",
    "các điểm a, b khoản 2 ",
    "từ Điều 3 đến Điều 7",
    "phấn đấu",
    "giảm từ 5% xuống còn 3%",
    "trên 2.700 hộ nghèo",
    " và 3.000 hộ",
    "không còn ",
    "đến năm 2025",
    "trong đó",
    "1,5 - 2%/năm",
    "452,413 tỷ đồng",
    "66,006,65 triệu đồng",
    "12 đồng chí",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "UBND TỈNH LAI CHÂU",
    "BAN THƯỜNG TRỰC",
    "Số: 5/KH-UBND",
    "Số: ",
    "V/v ",
    "Lai Châu, ngày 02 tháng 3 năm 2024",
    "Lai Châu, ngày     tháng",
    "HỎA TỐC",
    "MẬT",
    "QUYẾT ĐỊNH:",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH ",
    "Lê Văn Nam",
    "(Đã ký)",
    " | ",
    "-----",
    "(Kèm theo Quyết định số 5/QĐ-UBND)",
    " ban hành Nghị quyết",
    " thông qua ngày",
    "\n",
    "\n\n",
    "\t",
    "1\tSở Y tế\tQuý II\n",
    " ",
]


def check(read_from: Document, said: Extraction) -> None:
    """What holds of every extraction."""
    text = read_from.text
    assert said.text == text
    spans = (*said.citations, *said.references, *said.changes, *said.agencies, *said.deadlines, *said.tasks)
    for fact in (*spans, *said.targets, *said.amounts):
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.quote == " ".join(text[fact.start : fact.end].split())
        assert fact.quote
    check_citations(said)
    for facts in (said.citations, said.references, said.agencies, said.deadlines, said.targets, said.amounts):
        starts = [fact.start for fact in facts]
        assert starts == sorted(starts)
    places = [(deadline.start, deadline.end) for deadline in said.deadlines]
    assert len(places) == len(set(places))
    check_header(said, len(text))
    check_outline(said, len(text))
    check_tasks(said)
    check_measures(said)
    for deadline in said.deadlines:
        assert deadline.due is None or date.fromisoformat(deadline.due)
    said.as_json(with_text=True)


def check_header(said: Extraction, length: int) -> None:
    header = said.header
    told = (
        header.type,
        header.number,
        header.issuer,
        header.place,
        header.title,
        header.signer,
        header.parent,
    )
    assert all(part is None or part.strip() for part in told)
    assert header.date is None or date.fromisoformat(header.date + "-01-01"[len(header.date) - 4 :])
    assert header.secrecy in (None, "MẬT", "TỐI MẬT", "TUYỆT MẬT")
    assert header.urgency in (None, "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HỎA TỐC HẸN GIỜ")
    for attachment in header.attachments:
        assert 0 <= attachment.start < attachment.end <= length


def check_measures(said: Extraction) -> None:
    for target in said.targets:
        assert target.value is not None
        assert target.value >= 0
        assert target.unit
        assert target.comparison in ("<", "<=", "=", ">=", ">", "≈")
        assert target.due is None or date.fromisoformat(target.due)
    for amount in said.amounts:
        assert amount.value >= 0
        assert len(amount.currency) == 3
        assert amount.currency.isupper()


def check_citations(said: Extraction) -> None:
    for one, other in pairwise(said.citations):
        assert one.end <= other.start, (one, other)
    for citation in said.citations:
        assert (citation.status != "ambiguous") or len(citation.candidates) > 1
        assert citation.uri is None or citation.status in ("resolved", "self")
        assert citation.uri or citation.work or citation.status != "resolved"
        assert bool(citation.pinpoint) >= bool(citation.provisions)
    for reference in said.references:
        assert reference.citation is None or said.citations[reference.citation].start < reference.start
        assert (reference.citation is None) or reference.status == "resolved"
    for change in said.changes:
        assert said.citations[change.of]
        assert change.by is None or said.citations[change.by]


def check_outline(said: Extraction, length: int) -> None:
    ids = [section.id for section in said.outline]
    assert len(ids) == len(set(ids))
    for section in said.outline:
        assert 0 <= section.start <= section.end <= length
        assert section.parent is None or section.parent in ids


def check_tasks(said: Extraction) -> None:
    assert [task.id for task in said.tasks] == [f"t{number}" for number in range(1, len(said.tasks) + 1)]
    for task in said.tasks:
        assert all(0 <= index < len(said.deadlines) for index in task.deadlines)
        assert all(0 <= index < len(said.citations) for index in task.citations)
        values = [due_value(said.deadlines[index]) for index in task.deadlines]
        assert list(task.due) == list(dict.fromkeys(value for value in values if value))
        assert not set(task.lead) & set(task.support)
        assert all(task.lead)
        assert all(task.support)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_sample(path: Path) -> None:
    read_from = read(path)
    check(read_from, extract(read_from))


def lines_of_samples() -> list[list[str]]:
    return [read(path).text.split("\n") for path in DOCUMENTS if path.suffix in (".html", ".txt")]


def mutated(lines: list[str], chance: random.Random) -> str:
    """The lines shuffled, cut, doubled, with characters replaced or lost."""
    kept = list(lines)
    way = chance.randrange(5)
    if way == 0:
        chance.shuffle(kept)
    elif way == 1:
        first = chance.randrange(len(kept))
        kept = kept[first : first + chance.randrange(1, 60)]
    elif way == 2:
        kept = [line for line in kept for _ in range(chance.choice((0, 1, 1, 2)))]
    for _ in range(chance.randrange(60)):
        place = chance.randrange(len(kept)) if kept else None
        if place is not None and kept[place]:
            at = chance.randrange(len(kept[place]))
            new = chance.choice(
                ["", " ", "\t", "\n", ":", ";", "(", "”", "1", "/", "Đ", "ự", "X.", "\u0301", "😀"]
            )
            kept[place] = kept[place][:at] + new + kept[place][at + chance.choice((0, 1, 7)) :]
    return "\n".join(kept) or "x"


@pytest.mark.parametrize("seed", range(120))
def test_a_sample_that_has_been_mangled(seed: int) -> None:
    chance = random.Random(seed)
    samples = lines_of_samples()
    read_from = document(mutated(chance.choice(samples), chance))
    check(read_from, extract(read_from))


@settings(max_examples=600, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60), st.booleans())
def test_the_pieces_of_documents_in_any_order(pieces: list[str], spaced: bool) -> None:
    read_from = document((" " if spaced else "").join(pieces) + "x")
    check(read_from, extract(read_from))


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t"), max_size=400))
def test_any_text(text: str) -> None:
    read_from = document("Kế hoạch " + text)
    check(read_from, extract(read_from))


@pytest.mark.parametrize(
    "piece",
    [
        "UBND TỈNH LAI CHÂU ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ",
        "Số: 5/KH-UBND ",
        "V/v Lai Châu, ngày ",
        "KẾ HOẠCH THỰC HIỆN ",
        "KT. CHỦ TỊCH Lê Văn Nam ",
        "(Kèm theo Kế hoạch số ",
        "Nghị quyết này được thông qua ngày ",
        "MẬT ",
        "của Ủy ban nhân dân tỉnh, ",
    ],
)
@pytest.mark.parametrize("before", ["", "KẾ HOẠCH\n", "Số: 5/KH-UBND\n", "Căn cứ Luật;\n"])
def test_a_header_of_one_line_without_end_is_read_in_time(piece: str, before: str) -> None:
    read_from = document(before + piece * (200_000 // len(piece)))
    start = time.perf_counter()
    read_header(read_from)
    assert time.perf_counter() - start < 2.0


def test_a_document_without_a_word() -> None:
    empty = Document("", (), Source("rong.txt", "", "text/plain", "text"))
    check(empty, extract(empty))
    assert extract(empty).tasks == ()


def test_the_mutations_differ() -> None:
    chance = random.Random(1)
    lines = ["a", "b", "c"]
    assert len({mutated(lines, chance) for _ in range(30)}) > 10


@pytest.mark.parametrize(
    "piece", ["Sở Y tế: ", "Chủ trì: Sở Y tế; phối hợp: ", "Giám đốc các ", "đề nghị ", "thì ", "15/6 và "]
)
def test_a_clause_that_repeats_without_end(piece: str) -> None:
    """What looks for a clause within a clause must not do so as deep as the text is long."""
    read_from = document("II. NHIỆM VỤ\n\n1. Rà soát.\n\n2. " + piece * 3_000)
    check(read_from, extract(read_from))
