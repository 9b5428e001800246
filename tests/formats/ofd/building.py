"""OFD files made by hand, part by part, so that each can be as strange as a test needs."""

import io
import zipfile
from dataclasses import dataclass, field

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
FONTS = '<ofd:Fonts><ofd:Font ID="1" FontName="仿宋"/><ofd:Font ID="2" FontName="黑体"/></ofd:Fonts>'


def text(
    words: str, left: float = 30, top: float = 40, *, size: float = 5, delta: str = "", more: str = ""
) -> str:
    """A text object in millimetres, each sign as wide as the font unless ``delta`` says otherwise."""
    step = f' DeltaX="{delta}"' if delta else f' DeltaX="g {max(len(words) - 1, 1)} {size}"'
    return (
        f'<ofd:TextObject ID="9" Boundary="{left} {top} {size * len(words)} {size}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size * 0.86}"{step}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def line(left: float, top: float, right: float, bottom: float) -> str:
    """A ruled line."""
    return (
        f'<ofd:PathObject ID="8" Boundary="{left} {top} {right - left + 0.4} {bottom - top + 0.4}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {right - left} {bottom - top}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(*objects: str, before: str = "", area: str = "") -> str:
    """The content of a page."""
    box = f"<ofd:Area><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:Area>" if area else ""
    return (
        f'{HEAD}<ofd:Page {SPACE}>{before}{box}<ofd:Content><ofd:Layer ID="7">{"".join(objects)}</ofd:Layer>'
        "</ofd:Content></ofd:Page>"
    )


@dataclass
class Paper:
    """The parts of a file; a test changes what it is about."""

    pages: list[str]
    common: str = ""
    after_pages: str = ""
    body: str = ""
    resources: str = FONTS
    locations: dict[int, str] = field(default_factory=dict)
    """Of pages that are named in another way than the usual one."""
    parts: dict[str, str | bytes] = field(default_factory=dict)

    def packed(self) -> bytes:
        """The bytes of the file."""
        named = "".join(
            f'<ofd:Page ID="{number + 100}" '
            f'BaseLoc="{self.locations.get(number, f"Pages/Page_{number}/Content.xml")}"/>'
            for number in range(len(self.pages))
        )
        parts: dict[str, str | bytes] = {
            "OFD.xml": f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
            f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{self.body}</ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"{HEAD}<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>"
            "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{self.common}</ofd:CommonData>"
            f"<ofd:Pages>{named}</ofd:Pages>{self.after_pages}</ofd:Document>",
            "Doc_0/PublicRes.xml": f'{HEAD}<ofd:Res {SPACE} BaseLoc="Res">{self.resources}</ofd:Res>',
            **{f"Doc_0/Pages/Page_{number}/Content.xml": one for number, one in enumerate(self.pages)},
            **self.parts,
        }
        return packed(parts)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
