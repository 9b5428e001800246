"""Facts of several documents: who they are about, and which of their figures tell the same."""
