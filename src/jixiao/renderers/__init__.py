"""Reports of a check as text, JSON Lines, HTML, Excel and Word return notices; one module each."""
