"""What a form tells twice: its money, its indicators, its points."""
