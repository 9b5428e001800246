"""What a document asserts about its numbers: one extractor per kind of statement proposes relations."""
