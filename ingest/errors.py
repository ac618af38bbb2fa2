"""Why a file could not be read, said so that staff know what to do next."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot be read. `str()` is one line: file, cause, remedy.

    >>> print(ReadError("ke-hoach.pdf", "tệp rỗng", "kiểm tra lại tệp gốc"))
    ke-hoach.pdf: tệp rỗng; kiểm tra lại tệp gốc
    """

    def __init__(self, path: str, cause: str, remedy: str) -> None:
        super().__init__(path, cause, remedy)
        self.path, self.cause, self.remedy = path, cause, remedy

    def __str__(self) -> str:
        line = f"{self.path}: {self.cause}; {self.remedy}"
        return " ".join(line.split())
