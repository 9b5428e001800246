"""The frozen half of the phrasings: run for the printed figure only; nobody tunes on what fails here."""
