"""What the whole of a share may be, and shares that make a hundred."""
