"""Office files that are zip archives: bombs, lies about names and sizes, entities, depth."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable
from functools import partial

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPEN = f'<w:document xmlns:w="{WORD}"><w:body>'.encode()
_SHUT = b"</w:body></w:document>"
_PARAGRAPH = "<w:p><w:r><w:t>全年预算数35.32万元。</w:t></w:r></w:p>".encode()
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="%s" '
    b'ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/></Types>'
)
_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
Parts = Iterable[tuple[str, bytes]]


def archive(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts, in this order, repeated names included."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as made:
        for name, data in parts:
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, method)
    return target.getvalue()


def word(body: bytes, more: Parts = ()) -> bytes:
    """A Word file whose main part is ``body``."""
    return archive(
        [
            ("[Content_Types].xml", _TYPES % (b"/word/document.xml", b"wordprocessingml.document")),
            ("word/document.xml", body),
            *more,
        ]
    )


def workbook(sheet: bytes, more: Parts = ()) -> bytes:
    """A workbook of one sheet."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    return archive(
        [
            ("[Content_Types].xml", _TYPES % (b"/xl/workbook.xml", b"spreadsheetml.sheet")),
            (
                "xl/workbook.xml",
                f'<workbook xmlns="{SHEET}" xmlns:r="{relations}"><sheets>'
                '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                f'<Relationships xmlns="{packages}"><Relationship Id="r1" Type="{relations}/worksheet" '
                'Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
            ),
            ("xl/worksheets/sheet1.xml", sheet),
            *more,
        ]
    )


def _bomb() -> bytes:
    return word(_OPEN + b" " * (200 * 2**20) + _SHUT)


def _entities() -> bytes:
    return word(f'<!DOCTYPE w [<!ENTITY e0 "0">{_ENTITIES}]>'.encode() + _OPEN + b"<w:p>&e11;</w:p>" + _SHUT)


def _external() -> bytes:
    return word(b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _OPEN + b"<w:p>&x;</w:p>" + _SHUT)


def _network() -> bytes:
    return word(b'<!DOCTYPE w SYSTEM "http://192.0.2.1/x.dtd">' + _OPEN + _PARAGRAPH + _SHUT)


def _deep() -> bytes:
    opened = b"".join(b'<w:sdt w:id="%d">' % (number * 7919 % 1_000_003) for number in range(100_000))
    return word(_OPEN + opened + b"</w:sdt>" * 100_000 + _SHUT)


def _cells() -> bytes:
    cell = b"<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    row = b"<w:tr>" + cell * 1000 + b"</w:tr>"
    return word(_OPEN + b"<w:tbl>" + row * 1000 + b"</w:tbl>" + _SHUT)


def _truncated() -> bytes:
    whole = word(_OPEN + _PARAGRAPH * 2000 + _SHUT)
    return whole[: len(whole) // 2]


def _lying_size() -> bytes:
    """The list of parts says ten bytes, the part holds a hundred megabytes."""
    made = bytearray(_bomb())
    entry = made.rfind(b"word/document.xml") - 46
    made[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(made)


def _encrypted_zip() -> bytes:
    made = bytearray(archive([("报告.txt", "执行率98%。".encode())]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.find(signature) + offset] |= 1
    return bytes(made)


def files() -> dict[str, Callable[[], bytes]]:
    """By file name."""
    good = _OPEN + _PARAGRAPH + _SHUT
    return {
        "压缩炸弹.docx": _bomb,
        "谎报大小.docx": _lying_size,
        "实体炸弹.docx": _entities,
        "外部实体.docx": _external,
        "联网定义.docx": _network,
        "十万层嵌套.docx": _deep,
        "百万单元格.docx": _cells,
        "截断.docx": _truncated,
        "路径穿越.docx": partial(word, good, [("../../etc/cron.d/x", b"x")]),
        "绝对路径.docx": partial(word, good, [("/etc/passwd", b"x")]),
        "同名部件.docx": partial(word, good, [("WORD/document.xml", good)]),
        "两万部件.docx": partial(word, good, [(f"word/media/{number}", b"") for number in range(20_000)]),
        "主体是压缩包.docx": partial(word, archive([("a", b"b")])),
        "没有正文.docx": partial(archive, [("[Content_Types].xml", _TYPES % (b"/word/document.xml", b"x"))]),
        "坏的正文.docx": partial(word, _OPEN + b"<w:p><w:r>"),
        "罕见压缩.docx": partial(archive, [("word/document.xml", good)], zipfile.ZIP_LZMA),
        "表格炸弹.xlsx": partial(workbook, f'<worksheet xmlns="{SHEET}">'.encode() + b" " * (100 * 2**20)),
        "实体炸弹.xlsx": partial(
            workbook, f'<!DOCTYPE w [<!ENTITY e0 "0">{_ENTITIES}]><worksheet/>'.encode()
        ),
        "加密.zip": _encrypted_zip,
        "套娃.zip": partial(archive, [("内.zip", archive([("内.zip", archive([("报告.txt", b"x")]))]))]),
        "截断.zip": partial(lambda: archive([("报告.txt", b"x" * 1000)])[:60]),
        "穿越.zip": partial(archive, [("../报告.txt", b"x")]),
    }
