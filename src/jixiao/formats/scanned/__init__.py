"""Pages that are pictures: their text recognised by rapidocr, where the extra ``ocr`` is installed."""
