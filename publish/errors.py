"""Why something could not be published, said so that staff know what to do next."""

from __future__ import annotations


class PublishError(Exception):
    """A file that cannot be written, or a request that names nothing. `str()` is one line: what, cause, remedy.

    >>> print(PublishError("viec.pdf", "không có định dạng này", "dùng .xlsx"))
    viec.pdf: không có định dạng này; dùng .xlsx
    """

    def __init__(self, what: str, cause: str, remedy: str) -> None:
        super().__init__(what, cause, remedy)

    def __str__(self) -> str:
        what, cause, remedy = self.args
        return " ".join(f"{what}: {cause}; {remedy}".split())
