"""The names of Office Open XML that reader and annotator know, as lxml spells them.

Files in the strict dialect use other namespaces; ``transitional`` turns them into the usual ones.
"""

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"

W = f"{{{W_NAMESPACE}}}"
R_ID = f"{{{R_NAMESPACE}}}id"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

BODY = W + "body"
P = W + "p"
P_PR = W + "pPr"
R = W + "r"
R_PR = W + "rPr"
T = W + "t"
TAB = W + "tab"
PTAB = W + "ptab"
BR = W + "br"
CR = W + "cr"
SYM = W + "sym"
NO_BREAK_HYPHEN = W + "noBreakHyphen"
FLD_CHAR = W + "fldChar"
FLD_SIMPLE = W + "fldSimple"
INSTR_TEXT = W + "instrText"
DRAWING = W + "drawing"
PICT = W + "pict"
OBJECT = W + "object"
RUBY = W + "ruby"
FOOTNOTE_REFERENCE = W + "footnoteReference"
ENDNOTE_REFERENCE = W + "endnoteReference"
INS = W + "ins"
DEL = W + "del"
MOVE_FROM = W + "moveFrom"
MOVE_TO = W + "moveTo"
HYPERLINK = W + "hyperlink"
DIR = W + "dir"
BDO = W + "bdo"
SMART_TAG = W + "smartTag"
CUSTOM_XML = W + "customXml"
SDT = W + "sdt"
SDT_PR = W + "sdtPr"
SDT_CONTENT = W + "sdtContent"
TBL = W + "tbl"
TR = W + "tr"
TC = W + "tc"
TXBX_CONTENT = W + "txbxContent"
ALT_CHUNK = W + "altChunk"
ALTERNATE = MC + "AlternateContent"
CHOICE = MC + "Choice"
FALLBACK = MC + "Fallback"
O_MATH = M + "oMath"
O_MATH_PARA = M + "oMathPara"
CHART = C + "chart"
CHART_EX = CX + "chart"
DIAGRAM = DGM + "relIds"
BLIP = A + "blip"
VAL = W + "val"

_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECTS = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NAMESPACE.encode("ascii")),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_NAMESPACE.encode("ascii")),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode("ascii")),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", C[1:-1].encode("ascii")),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DGM[1:-1].encode("ascii")),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode("ascii")),
)


def is_strict(data: bytes) -> bool:
    """Whether the XML is written in the strict dialect."""
    return _STRICT in data[:20000]


def transitional(data: bytes) -> bytes:
    """The XML with the namespaces of the strict dialect replaced by the usual ones."""
    if not is_strict(data):
        return data
    for strict, usual in _DIALECTS:
        data = data.replace(strict, usual)
    return data


def strict(data: bytes) -> bytes:
    """The XML with the usual namespaces replaced by those of the strict dialect."""
    for strict_name, usual in _DIALECTS:
        data = data.replace(usual, strict_name)
    return data


def is_on(element_value: str | None) -> bool:
    """Whether an on/off property that is present means on."""
    return element_value not in ("0", "false", "off", "none")
