"""The parts of an OFD file, their elements in the order of the schema, in a zip without dates."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.docx.write.xml import escaped, quoted
from jixiao.formats.ofd.write.canvas import ASCENT, Words
from jixiao.formats.ofd.write.markup import FONTS, HEAD, NAMESPACE, millimetres, thing_xml
from jixiao.formats.ofd.write.outline import outlines_xml
from jixiao.formats.ofd.write.sheets import SIZES
from jixiao.formats.ofd.write.tags import tag_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.ledger import Ledger
    from jixiao.core.look import Properties
    from jixiao.formats.ofd.write.canvas import Sheet

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DRAFT: Final = "草　稿"


@dataclass(slots=True)
class Package:
    """Gives out identifiers and collects parts; ask ``packed`` once."""

    sheets: Sequence[Sheet]
    properties: Properties
    ledger: Ledger | None = None
    _last: int = 0
    _fonts: dict[str, int] = field(default_factory=dict)
    _parts: dict[str, bytes] = field(default_factory=dict)
    _anchors: list[tuple[str, int, int]] = field(default_factory=list)
    """Entries of the ledger, the pages and the objects that show them."""

    def packed(self) -> bytes:
        """The zip archive; the same sheets give the same bytes."""
        templates = self._templates() if self.properties.draft else {}
        pages: list[int] = []
        for number, sheet in enumerate(self.sheets):
            pages.append(self._next())
            content = self._page(sheet, pages[-1], templates.get(sheet.landscape))
            self._parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = content
        if self.ledger is not None:
            tags = tag_parts(self.ledger, self._anchors)
            self._parts |= {f"Doc_0/Tags/{name}": part for name, part in tags.items()}
        document = self._document(pages, templates)
        files = {
            "OFD.xml": self._entry(),
            "Doc_0/Document.xml": document,
            "Doc_0/PublicRes.xml": self._resources(),
            **self._parts,
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, 6)
        return buffer.getvalue()

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _font(self, key: str) -> int:
        if key not in self._fonts:
            self._fonts[key] = self._next()
        return self._fonts[key]

    def _entry(self) -> bytes:
        """OFD.xml: what the file says of itself, and where the document is."""
        known = self.properties
        digest = hashlib.sha256(b"".join(self._parts.values())).hexdigest()[:32]
        date = _DATE.match(known.created)
        keywords = "".join(
            f"<ofd:Keyword>{escaped(word)}</ofd:Keyword>"
            for word in re.split(r"[,，;；、\s]+", known.keywords)
            if word
        )
        inner = "".join(
            f"<ofd:{name}>{text}</ofd:{name}>"
            for name, text in (
                ("DocID", digest),
                ("Title", escaped(known.title)),
                ("Author", escaped(known.author)),
                ("Subject", escaped(known.subject)),
                ("CreationDate", date.group() if date is not None else ""),
                ("DocUsage", "Normal"),
                ("Keywords", keywords),
                ("Creator", "jixiao"),
            )
            if text
        )
        return (
            f'{HEAD}<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>{inner}'
            "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ).encode()

    def _document(self, pages: Sequence[int], templates: dict[bool, int]) -> bytes:
        """Document.xml; called last, for it names the largest identifier."""
        shown = "".join(
            f'<ofd:Page ID="{page}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
            for number, page in enumerate(pages)
        )
        named = "".join(
            f'<ofd:TemplatePage ID="{one}" BaseLoc="Tpls/Tpl_{int(landscape)}/Content.xml" '
            'ZOrder="Background"/>'
            for landscape, one in templates.items()
        )
        outlines = outlines_xml(self.sheets, pages)
        tags = "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>" if self.ledger is not None else ""
        first = self.sheets[0].landscape if self.sheets else False
        return (
            f"{HEAD}<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>{self._last}</ofd:MaxUnitID>"
            f"<ofd:PageArea>{_area(landscape=first)}</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
            f"{named}</ofd:CommonData><ofd:Pages>{shown}</ofd:Pages>{outlines}{tags}</ofd:Document>"
        ).encode()

    def _resources(self) -> bytes:
        fonts = "".join(
            f'<ofd:Font ID="{number}" FontName="{FONTS[key][0]}" FamilyName="{FONTS[key][1]}"/>'
            for key, number in self._fonts.items()
        )
        return f'{HEAD}<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts>{fonts}</ofd:Fonts></ofd:Res>'.encode()

    def _page(self, sheet: Sheet, page: int, template: int | None) -> bytes:
        layer = self._next()
        things = ""
        for thing in sheet.things:
            number = self._next()
            things += thing_xml(thing, number, self._font)
            if isinstance(thing, Words) and thing.entry:
                self._anchors.append((thing.entry, page, number))
        background = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
        return _page_xml(sheet.landscape, background, layer, things)

    def _templates(self) -> dict[bool, int]:
        """A page for each orientation that shows the word for a draft across, in the background."""
        found: dict[bool, int] = {}
        for landscape in sorted({sheet.landscape for sheet in self.sheets}):
            found[landscape] = self._next()
            layer, number = self._next(), self._next()
            width, height = SIZES["landscape" if landscape else "portrait"]
            size = 2400
            side = size * 3
            box = " ".join(
                millimetres(one) for one in ((width - side) // 2, (height - side) // 2, side, side)
            )
            # turned by 45 degrees around its middle, which is that of its boundary
            matrix = f"0.7071 -0.7071 0.7071 0.7071 {millimetres(size * 86 // 1000)} "
            matrix += millimetres(size * 2207 // 1000)
            text = (
                f'<ofd:TextObject ID="{number}" Boundary="{box}" Font="{self._font("black")}" '
                f'Size="{millimetres(size)}" CTM="{matrix}"><ofd:FillColor Value="225 225 225"/>'
                f'<ofd:TextCode X="0" Y="{millimetres(size * ASCENT // 100)}" '
                f'DeltaX="g 2 {millimetres(size)}">{_DRAFT}</ofd:TextCode></ofd:TextObject>'
            )
            self._parts[f"Doc_0/Tpls/Tpl_{int(landscape)}/Content.xml"] = _page_xml(
                landscape, "", layer, text
            )
        return found


def _page_xml(landscape: bool, template: str, layer: int, things: str) -> bytes:  # noqa: FBT001 - of one call
    content = f'<ofd:Content><ofd:Layer Type="Body" ID="{layer}">{things}</ofd:Layer></ofd:Content>'
    area = f"<ofd:Area>{_area(landscape=landscape)}</ofd:Area>"
    return f"{HEAD}<ofd:Page {NAMESPACE}>{template}{area}{content}</ofd:Page>".encode()


def _area(*, landscape: bool) -> str:
    width, height = ("297", "210") if landscape else ("210", "297")
    return f"<ofd:PhysicalBox>0 0 {quoted(width)} {height}</ofd:PhysicalBox>"
