"""Why a corpus could not be used, said so that staff know what to do next."""

from __future__ import annotations


class CorpusError(Exception):
    """A corpus (kho văn bản) that cannot be opened, read or written. `str()` is one line: corpus, cause, remedy.

    >>> print(CorpusError("kho.db", "đang bị khóa", "chờ rồi chạy lại"))
    kho.db: đang bị khóa; chờ rồi chạy lại
    """

    def __init__(self, target: str, cause: str, remedy: str) -> None:
        super().__init__(target, cause, remedy)
        self.target, self.cause, self.remedy = target, cause, remedy

    def __str__(self) -> str:
        line = f"{self.target}: {self.cause}; {self.remedy}"
        return " ".join(line.split())
