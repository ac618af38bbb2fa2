"""`python -m nhiemvu` is the command `nhiemvu`."""

from nhiemvu.cli import main

if __name__ == "__main__":
    main()
