"""A workbook of a hundred thousand ties, read: the peers read its cells, we also make a checked network of them."""

import random

from .. import networks
from ..case import Case, near


def ensure(name):
    """`ties-100k`: two ids, a weight, a year and a note in each row; texts are shared, as Excel writes them."""
    path = networks.FOLDER / f"{name}.xlsx"
    if path.exists():
        return path
    import xlsxwriter

    networks.FOLDER.mkdir(exist_ok=True)
    chance, rows = random.Random(7), int(name.removeprefix("ties-").removesuffix("k")) * 1_000
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("ties")
        sheet.write_row(0, 0, ["source", "target", "weight", "since", "note"])
        for row in range(1, rows + 1):
            source, target = chance.sample(range(rows // 5), 2)
            sheet.write_row(row, 0, [
                f"org_{source:07d}", f"org_{target:07d}", chance.randint(1, 9), chance.randint(2000, 2020),
                f"seen at meeting {chance.randint(1, rows // 20)}"])
    return path


def by_calamine(name):
    from python_calamine import CalamineWorkbook

    path = str(ensure(name))
    return lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def by_fastexcel(name):
    import fastexcel

    path = ensure(name)
    return lambda: fastexcel.read_excel(path).load_sheet(0).to_arrow()


def by_openpyxl(name):
    import openpyxl

    path = ensure(name)
    return lambda: list(openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True))


CASES = [
    Case(
        id="workbook", title="Workbook of 100 000 ties, read and checked", inputs=["ties-100k"], ensure=ensure,
        peers={"fastexcel": by_fastexcel, "calamine": by_calamine, "openpyxl": by_openpyxl},
        answers={
            "fastexcel": lambda table: {"ties": [table.num_rows]},
            "calamine": lambda rows: {"ties": [len(rows) - 1]},
            "openpyxl": lambda rows: {"ties": [len(rows) - 1]},
        },
        agree=near(0, "ties"), notes="the peers read the cells and no more; fastexcel is what polars reads workbooks with")
]
