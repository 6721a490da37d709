"""Looks at the workbooks that .ci/workbooks made, with programs that vaxdash does not share code with."""

import io
import sys
from datetime import datetime
from pathlib import Path

import msoffcrypto
import openpyxl

FOLDER = Path(sys.argv[1])


def tables_are_whole(book):
    """Every table has its headers in its cells, once each, and a name of its own; gives the number of tables."""
    names = set()
    for sheet in book:
        for table in sheet.tables.values():
            assert table.name.lower() not in names, table.name
            names.add(table.name.lower())
            header = [cell.value for cell in sheet[table.ref][0]]
            assert header == [column.name for column in table.tableColumns], (sheet.title, header)
            assert len({text.lower() for text in header}) == len(header), (sheet.title, header)
        assert sheet.freeze_panes and not sheet.merged_cells.ranges, sheet.title
        assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
    return len(names)


def people_are_whole(sheet):
    """NHS numbers are text of ten digits and dates are dates; gives the number of people."""
    header = [cell.value for cell in sheet[1]]
    number, born = header.index("NHS number"), header.index("Date of birth")
    for row in sheet.iter_rows(min_row=2):
        assert isinstance(row[number].value, str) and len(row[number].value) == 10, row[number].value
        assert isinstance(row[born].value, datetime) and row[born].number_format == "dd/mm/yyyy"
    return sheet.max_row - 1


dashboard = openpyxl.load_workbook(FOLDER / "dashboard.xlsx")
assert tables_are_whole(dashboard) == len(dashboard.sheetnames) == 18, dashboard.sheetnames
assert sum(len(sheet._charts) for sheet in dashboard) >= 17
assert dashboard.properties.creator == "Marl PCN 1 (UQ0001)"
links = [cell.hyperlink.location for row in dashboard["Cover"].iter_rows() for cell in row if cell.hyperlink]
to_do = ["Campaign", "Second doses", "Boosters", "Immunosuppressed", "Records to mend"]
assert links == [f"'{name}'!A1" for name in to_do + dashboard.sheetnames[1:]], links

assert tables_are_whole(openpyxl.load_workbook(FOLDER / "with-patients.xlsx")) == 23
assert tables_are_whole(openpyxl.load_workbook(FOLDER / "nobody.xlsx")) < 23
assert tables_are_whole(openpyxl.load_workbook(FOLDER / "boosters.xlsx")) == 3
plain = openpyxl.load_workbook(FOLDER / "second-dose.xlsx")
people = people_are_whole(plain["List"])
assert people == 123, people

sealed = msoffcrypto.OfficeFile(io.BytesIO((FOLDER / "encrypted.xlsx").read_bytes()))
assert sealed.is_encrypted()
try:
    sealed.load_key(password="wrong", verify_password=True)
except msoffcrypto.exceptions.InvalidKeyError:
    pass
else:
    sys.exit("a wrong password opens the workbook")
sealed.load_key(password="correct horse battery", verify_password=True)
opened = io.BytesIO()
sealed.decrypt(opened, verify_integrity=True)
assert opened.getvalue() == (FOLDER / "second-dose.xlsx").read_bytes(), "the encrypted workbook is another"

print("the workbooks are whole")
