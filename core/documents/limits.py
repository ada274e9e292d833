"""How much of a file is read."""

FILE = 25 << 20  # bytes
PAGES = 2_000  # of a PDF, and slides of a deck
PAGE = 20_000  # characters a page
TABLE_ROWS = 2_000_000  # of a csv or tsv
SHEET_ROWS = 50_000  # of a workbook
COLUMNS = 200
CELL = 2_000  # characters
LINE = 1 << 20  # characters; a first line longer than this is no table
CHARACTERS = 2_000_000  # of all passages together
SOURCE = 2 * CHARACTERS  # of a text that is looked at for its sentences: white space is not kept
PASSAGE = 600  # characters
PASSAGES = 100_000
OUTPUT = 8 << 20  # bytes a child may answer with
