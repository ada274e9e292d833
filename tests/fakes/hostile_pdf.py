"""Hostile PDF files, made in code: bombs, lies, cycles, damage, a lock."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from tests.fakes.files import pdf, pdf_of_objects, pdf_stream

MEGABYTE = 1 << 20
_FLATE = b"/Filter/FlateDecode"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def one_page(
    content: bytes, *, resources: bytes = b"/Font<</F1 3 0 R>>", more: Sequence[bytes] = ()
) -> bytes:
    """A page whose content is object 5; `more` are the objects from 6 on."""
    return pdf_of_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
            _FONT,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%b>>/Contents 5 0 R>>" % resources,
            content,
            *more,
        ]
    )


def _repeated_deflate(block: bytes, times: int) -> bytes:
    """A zlib stream of `block` repeated, made in the time of one block; its checksum is missing."""
    squeeze = zlib.compressobj(9)
    first = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    again = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return first + again * (times - 1) + squeeze.flush(zlib.Z_FINISH)


def flate_bomb(megabytes: int = 4096) -> bytes:
    """A few kilobytes that inflate, twice, to `megabytes` of page content."""
    once = _repeated_deflate(b" " * MEGABYTE, megabytes)
    twice = zlib.compress(once, 9)
    return one_page(pdf_stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def billion_laughs(depth: int = 9) -> bytes:
    """Forms that each draw the next ten times; the last one shows text."""
    first = 6
    forms = []
    for level in range(depth):
        last = level == depth - 1
        body = b"BT /F1 12 Tf 9 9 Td (haha haha haha) Tj ET" if last else b"/X Do " * 10
        inner = b"/Font<</F1 3 0 R>>" if last else b"/XObject<</X %d 0 R>>" % (first + level + 1)
        forms.append(pdf_stream(body, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%b>>" % inner))
    return one_page(pdf_stream(b"/X Do " * 10), resources=b"/XObject<</X %d 0 R>>" % first, more=forms)


def text_bomb(megabytes: int = 500) -> bytes:
    """A page that shows hundreds of megabytes of text."""
    line = b"(%b) Tj\n" % (b"all work and no play " * 40)
    block = line * (MEGABYTE // len(line))
    return one_page(
        pdf_stream(_repeated_deflate(b"BT /F1 1 Tf 1 0 0 1 0 0 Tm " + block + b"ET ", megabytes), _FLATE)
    )


def operator_bomb(megabytes: int = 20) -> bytes:
    """A page that saves and restores its state millions of times."""
    return one_page(pdf_stream(_repeated_deflate(b"q Q " * (MEGABYTE // 4), megabytes), _FLATE))


def run_length_bomb(megabytes: int = 200) -> bytes:
    """A page whose content is one space, run-length encoded over and over."""
    once = b"\x81 " * (megabytes * MEGABYTE // 128)
    return one_page(pdf_stream(zlib.compress(once, 9), b"/Filter[/FlateDecode/RunLengthDecode]"))


def lzw_bomb(codes: int = 300_000) -> bytes:
    """A page of spaces in LZW: each code stands for a longer run than the one before."""
    table = (1 << 12) - 258 - 1  # codes until the table is full and a reader wants a clear
    bits, width, out = 0, 0, bytearray()

    def put(code: int, size: int) -> None:
        nonlocal bits, width
        bits, width = (bits << size) | code, width + size
        while width >= 8:
            width -= 8
            out.append(bits >> width & 0xFF)
        bits &= (1 << width) - 1

    for _ in range(max(1, codes // table)):
        put(256, 9)
        put(32, 9)
        for known in range(258, 258 + table - 1):
            put(known, 9 if known < 510 else 10 if known < 1022 else 11 if known < 2046 else 12)
        # the reader's code width fell back to nine bits only after a clear code
        put(256, 12)
        bits, width = bits << (-width % 8), 0
        out.append(bits & 0xFF)
        bits = 0
    return one_page(pdf_stream(bytes(out), b"/Filter/LZWDecode"))


def cmap_bomb(ranges: int = 200_000) -> bytes:
    """A font that maps hundreds of thousands of ranges of characters, and a page that shows none."""
    lines = b"<0000> <FFFF> <0020>\n" * 100
    block = b"100 beginbfrange\n" + lines + b"endbfrange\n"
    cmap = b"/CIDInit /ProcSet findresource begin begincmap\n" + block * (ranges // 100) + b"endcmap end\n"
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>"
    )
    inner = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
        b"/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>"
    )
    return one_page(
        pdf_stream(b"BT /F1 12 Tf ( ) Tj ET"),
        resources=b"/Font<</F1 6 0 R>>",
        more=[font, pdf_stream(zlib.compress(cmap), _FLATE), inner],
    )


def deep_arrays(depth: int = 1_000_000) -> bytes:
    """Page content that opens a million arrays and closes none."""
    return one_page(pdf_stream(b"[" * depth))


def image_only(width: int = 64, height: int = 64) -> bytes:
    """A page with a picture and no text: a scan. Sizes are what the picture claims."""
    image = pdf_stream(
        zlib.compress(bytes(64 * 64)),
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8%b"
        % (width, height, _FLATE),
    )
    return one_page(
        pdf_stream(b"q 500 0 0 700 0 0 cm /X Do Q"), resources=b"/XObject<</X 6 0 R>>", more=[image]
    )


def giant_image() -> bytes:
    """A picture that claims 60,000 by 60,000 pixels, beside a line of text."""
    return one_page(
        pdf_stream(b"BT /F1 12 Tf 50 700 Td (The agency costs 180000.) Tj ET /X Do"),
        resources=b"/Font<</F1 3 0 R>>/XObject<</X 6 0 R>>",
        more=[
            pdf_stream(
                b"x",
                b"/Type/XObject/Subtype/Image/Width 60000/Height 60000"
                b"/ColorSpace/DeviceGray/BitsPerComponent 8",
            )
        ],
    )


def _good_page() -> list[bytes]:
    """A font, a content and a page: the objects 3, 4 and 5 of a file."""
    return [
        _FONT,
        pdf_stream(b"BT /F1 12 Tf 50 700 Td (The agency costs 180000.) Tj ET"),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>",
    ]


def many_pages(count: int) -> bytes:
    """`count` pages: one page object, named again and again."""
    return pdf_of_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, b"5 0 R " * count),
            *_good_page(),
        ]
    )


def lying_count(claimed: int = 1_000_000) -> bytes:
    """Three pages that claim to be a million."""
    return many_pages(3).replace(b"/Count 3", b"/Count %d" % claimed)


def page_cycle() -> bytes:
    """A page tree that contains itself."""
    return pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"])


def deep_tree(depth: int = 50_000) -> bytes:
    """A page tree tens of thousands of levels deep."""
    levels = [
        b"<</Type/Pages/Count 1/Parent %d 0 R/Kids[%d 0 R]>>" % (number - 1, number + 1)
        for number in range(2, depth)
    ]
    return pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", *levels, b"<</Type/Page/MediaBox[0 0 9 9]>>"])


def garbage() -> bytes:
    """A PDF's first line and then noise."""
    noise = zlib.compress(bytes(range(256)) * 40)
    return b"%PDF-1.7\n" + noise * 40


def truncated() -> bytes:
    """The beginning of a good PDF: the rest was lost on the way."""
    return pdf(["The agency costs 180000."])[:120]


def endless_previous() -> bytes:
    """A cross-reference table that names itself as the one before."""
    good = pdf(["The agency costs 180000."])
    start = int(good.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0])
    return good.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def huge_cross_reference() -> bytes:
    """A cross-reference table that claims two thousand million entries."""
    good = pdf(["The agency costs 180000."])
    return good.replace(b"xref\n0 6\n", b"xref\n0 2000000000\n").replace(b"/Size 6", b"/Size 2000000000")


def outline_loop() -> bytes:
    """Bookmarks that follow each other in a circle."""
    good = [
        b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
        b"<</Type/Pages/Count 1/Kids[5 0 R]>>",
        *_good_page(),
        b"<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 2>>",
        b"<</Title(a)/Parent 6 0 R/Next 8 0 R/Prev 8 0 R>>",
        b"<</Title(b)/Parent 6 0 R/Next 7 0 R/Prev 7 0 R/First 6 0 R>>",
    ]
    return pdf_of_objects(good)


def recursive_form() -> bytes:
    """A form that draws itself, beside a line of text."""
    return one_page(
        pdf_stream(b"BT /F1 12 Tf 50 700 Td (The agency costs 180000.) Tj ET /X Do"),
        resources=b"/Font<</F1 3 0 R>>/XObject<</X 6 0 R>>",
        more=[
            pdf_stream(
                b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
            )
        ],
    )


def locked() -> bytes:
    """A PDF locked with AES-256: its keys are noise, so that no password opens it."""
    noise = bytes(range(1, 49)).hex().encode()
    lock = (
        b"<</Filter/Standard/V 5/R 6/Length 256/P -4/EncryptMetadata true/StmF/StdCF/StrF/StdCF"
        b"/CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>"
        b"/O<%b>/U<%b>/OE<%b>/Perms<%b>"
        b"/UE<%b>>>"  # codespell:ignore ue
        % (noise, noise, noise[:64], noise[:32], noise[:64])
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[5 0 R]>>",
        *_good_page(),
        lock,
    ]
    return pdf_of_objects(objects, trailer=b"/Encrypt 6 0 R/ID[<00><00>]")
