"""Pictures of pages: scans and screenshots whose text is recognised."""
