"""Charts against what they are drawn from, and against the text."""
