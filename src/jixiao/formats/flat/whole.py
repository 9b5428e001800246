"""Characters of two units of UTF-16, which older formats keep apart."""


def whole(text: str) -> str:
    """The text with halves of characters put together; a half alone becomes a replacement character."""
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
    return text
