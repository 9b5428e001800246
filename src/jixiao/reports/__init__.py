"""Reports written from the data: dossier, scorecard and templates make a Document with its ledger."""
