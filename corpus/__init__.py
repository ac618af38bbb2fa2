"""The corpus (kho văn bản): what many documents say, kept and searchable. See docs/corpus.md."""
