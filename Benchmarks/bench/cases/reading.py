"""An edge list of text ids, read, checked and frozen by us: by the peers read, in one row with each id given its number."""

import os

import numpy as np

from .. import networks
from ..case import Case, near
from ..libraries import THREADS


def ensure(name):
    """`ties-10m`: ten million ties among two million organisations, 240 MB."""
    path = networks.FOLDER / f"{name}.csv"
    if path.exists():
        return path
    networks.FOLDER.mkdir(exist_ok=True)
    ties = int(name.removeprefix("ties-").removesuffix("m")) * 1_000_000
    random, ids = np.random.default_rng(7), ties // 5
    sources, targets = random.integers(0, ids, ties), (ids * random.random(ties) ** 1.7).astype(np.int64)
    names = random.permutation(ids)
    sources, targets = names[sources], names[np.where(sources == targets, (targets + 1) % ids, targets)]

    def digits(numbers):
        return 48 + numbers[:, None] // 10 ** np.arange(6, -1, -1) % 10

    with open(path, "wb") as file:
        file.write(b"source,target\n")
        for start in range(0, ties, 1 << 20):
            part = slice(start, start + (1 << 20))
            rows = np.empty((len(sources[part]), 24), np.uint8)
            rows[:, :] = np.frombuffer(b"org_0000000,org_0000000\n", np.uint8)
            rows[:, 4:11], rows[:, 16:23] = digits(sources[part]), digits(targets[part])
            file.write(rows.tobytes())
    return path


def by_polars(name):
    os.environ["POLARS_MAX_THREADS"] = str(THREADS)
    import polars

    path = ensure(name)
    return lambda: polars.read_csv(path)


def by_pandas(name):
    import pandas
    import pyarrow

    pyarrow.set_cpu_count(THREADS)
    path = ensure(name)
    return lambda: pandas.read_csv(path, engine="pyarrow")


def by_duckdb(name):
    import duckdb

    path, connection = ensure(name), duckdb.connect()
    connection.execute(f"set threads = {THREADS}")
    return lambda: connection.execute(f"create or replace table ties as select * from read_csv('{path}')") and connection


def categories_of_polars(name):
    os.environ["POLARS_MAX_THREADS"] = str(THREADS)
    import polars

    path = ensure(name)
    return lambda: polars.read_csv(path, schema_overrides={"source": polars.Categorical, "target": polars.Categorical})


def dictionary_of_arrow(name):
    """One dictionary for both ends, as an actor has one number."""
    import pyarrow
    from pyarrow import csv

    pyarrow.set_cpu_count(THREADS)
    path = ensure(name)
    encoded = csv.ConvertOptions(auto_dict_encode=True, auto_dict_max_cardinality=100_000_000)

    def read():
        table = csv.read_csv(path, convert_options=encoded)
        return pyarrow.chunked_array([*table["source"].chunks, *table["target"].chunks]).unify_dictionaries()

    return read


def enum_of_duckdb(name):
    import duckdb

    path = ensure(name)

    def read():
        connection = duckdb.connect()
        connection.execute(f"set threads = {THREADS}")
        connection.execute(f"create table texts as select * from read_csv('{path}')")
        connection.execute(
            "create type ids as enum (select id from (select source as id from texts union select target from texts))")
        connection.execute("create table ties as select source::ids as source, target::ids as target from texts")
        return connection

    return read


def ends_of_polars(table):
    import polars

    return polars.concat([table["source"], table["target"]]).n_unique()


CASES = [
    Case(
        id="reading-ids", title="Edge list with text ids, each given its number", inputs=["ties-10m"], ensure=ensure,
        ours="reading",
        peers={"polars": categories_of_polars, "Arrow": dictionary_of_arrow, "DuckDB": enum_of_duckdb},
        answers={
            "polars": lambda table: {"ties": [table.height], "actors": [ends_of_polars(table)]},
            "Arrow": lambda ends: {"ties": [len(ends) // 2], "actors": [len(ends.chunk(0).dictionary)]},
            "DuckDB": lambda connection: {
                "ties": [connection.execute("select count(*) from ties").fetchone()[0]],
                "actors": [connection.execute("select len(enum_range(null::ids))").fetchone()[0]],
            },
        },
        agree=near(0, "ties", "actors"), goal=0.67, seconds=60,
        notes="polars with Categorical, Arrow with one dictionary for both columns, DuckDB with an ENUM of all ids; we also "
        "check the network and freeze its graph"),
    Case(
        id="reading", title="Edge list with text ids, read, checked, frozen", inputs=["ties-10m"], ensure=ensure,
        peers={"polars": by_polars, "pandas": by_pandas, "DuckDB": by_duckdb},
        answers={
            "polars": lambda table: {"ties": [table.height]},
            "pandas": lambda table: {"ties": [len(table)]},
            "DuckDB": lambda connection: {"ties": [connection.execute("select count(*) from ties").fetchone()[0]]},
        },
        agree=near(0, "ties"), goal=1, notes="the peers read the file and no more")
]
