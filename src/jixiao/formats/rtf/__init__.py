"""Rich Text Format: what many programs save when they are asked for Word."""
