SHORT = HELP = EXAMPLE = ""


def run() -> int:
    return 0
