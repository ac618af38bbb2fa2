"""`nhiemvu schema`: the JSON Schema of what `parse` prints."""

from __future__ import annotations

SHORT = "In JSON Schema của kết quả mà lệnh parse in ra."
HELP = "In JSON Schema (draft 2020-12) của kết quả mà lệnh parse in ra. Lược đồ có phiên bản: nhiemvu/1."
EXAMPLE = "\b\nVí dụ:\n  nhiemvu schema > nhiemvu-1.schema.json"


def run() -> int:
    """Prints the schema."""
    from nhiemvu.show import show_json
    from publish.schema import json_schema

    show_json(json_schema())
    return 0
