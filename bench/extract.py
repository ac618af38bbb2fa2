"""How fast a document is extracted: `python bench/extract.py` (`bench.extraction` says what is measured).

Python puts the folder of a script first where it looks for modules, so there this file would stand in the way of the
package `extract`. It steps aside: run as a script it measures, imported under that name it is the package itself.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _step_aside() -> None:
    """Let modules be looked for in the project's folder, and no longer in this one."""
    sys.path[:] = [place for place in sys.path if Path(place or ".").resolve() != _HERE]
    sys.path.insert(0, str(_HERE.parent))


if __name__ == "__main__":
    _step_aside()
    importlib.import_module("bench.extraction").main()
elif __name__ == "extract":
    _step_aside()
    del sys.modules[__name__]
    sys.modules[__name__] = importlib.import_module(__name__)
