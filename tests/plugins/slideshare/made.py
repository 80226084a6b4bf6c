"""Small decks, made for the tests."""

import io
import zipfile

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = f'xmlns:a="{_A}" xmlns:r="{_R}" xmlns:p="{_P}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def shape(*paragraphs, placeholder=None, link=""):
    """A shape of text; `placeholder` is its role (`title`, `body`, `ftr`), `link` an id that its text leads to."""
    role = "" if placeholder is None else f'<p:ph type="{placeholder}"/>'
    click = f'<a:rPr><a:hlinkClick r:id="{link}"/></a:rPr>' if link else ""
    texts = "".join(f"<a:p><a:r>{click}<a:t>{text}</a:t></a:r></a:p>" for text in paragraphs)
    properties = f'<p:nvSpPr><p:cNvPr id="2" name="Text 1"/><p:nvPr>{role}</p:nvPr></p:nvSpPr>'
    return f"<p:sp>{properties}<p:txBody>{texts}</p:txBody></p:sp>"


def picture(name, alt=None, extra=""):
    """A picture with its name in PowerPoint and its alternative text."""
    described = "" if alt is None else f' descr="{alt}"'
    return f'<p:pic><p:nvPicPr><p:cNvPr id="4" name="{name}"{described}>{extra}</p:cNvPr></p:nvPicPr></p:pic>'


def slide(*shapes, attributes=""):
    """A slide's XML."""
    return f"{HEAD}<p:sld {_SPACES}{attributes}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def relations(pairs, external=()):
    """The XML that says what ids stand for."""
    outside = ' TargetMode="External"'
    rows = [
        f'<Relationship Id="{key}" Type="x" Target="{target}"{outside * (key in external)}/>' for key, target in pairs
    ]
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}">{"".join(rows)}</Relationships>'


def parts(*slides, links=()):
    """The parts of a deck by name; `links` are pairs of id and address, the same on each slide."""
    ids = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>' for number in range(1, len(slides) + 1))
    main = f"{HEAD}<p:presentation {_SPACES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    targets = [(f"rId{number}", f"slides/slide{number}.xml") for number in range(1, len(slides) + 1)]
    found = {"ppt/presentation.xml": main, "ppt/_rels/presentation.xml.rels": relations(targets)}
    for number, xml in enumerate(slides, 1):
        found[f"ppt/slides/slide{number}.xml"] = xml
        if links:
            found[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(links, [key for key, _ in links])
    return found


def packed(members):
    """A ZIP archive of some parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pptx(*slides, links=()):
    """A PowerPoint deck."""
    return packed(parts(*slides, links=links))


def pdf(*pages, size=(960, 540), uri=""):
    """A PDF with a page for each text (its lines parted by line ends), and a link on the last page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for number, text in enumerate(pages):
        lines = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
        content = f"BT /F1 24 Tf 30 TL 40 500 Td {lines} ET" if text else ""
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        link = (
            f" /Annots [<< /Subtype /Link /A << /S /URI /URI ({uri}) >> >>]" if uri and number == len(pages) - 1 else ""
        )
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        box = f"/MediaBox [0 0 {size[0]} {size[1]}]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} {fonts} /Contents {len(objects)} 0 R{link} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return written(objects)


def written(objects):
    """A PDF of some objects, the first of which is its catalogue."""
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
