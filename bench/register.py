"""The tables that Saqta makes of a file of injuries, made of the same file by pandas and by SQLite, for comparison.

Arguments: pandas or sqlite, and a JSON object: the file, a folder to work in, how many rows are committed at once, the
section of each activity, the questions, and how often each is asked. Prints a JSON object: seconds for bringing the file in,
megabytes of memory, and for each question the milliseconds of every asking and the cells: for a key joined by "|" the
injured, the dead, the severely injured, those who lost time, and the days lost.
"""

import csv
import json
import resource
import sqlite3
import sys
import time
from pathlib import Path

SUMS = ["injured", "died", "severe", "lost_time", "days_lost"]


def measure(task):
    ask, took, version = {"pandas": pandas_of, "sqlite": sqlite_of}[sys.argv[1]](task)
    result = {"version": version, "import": took, "answers": []}
    for question in task["questions"]:
        took = []
        for _ in range(task["times"]):
            begin = time.perf_counter()
            rows = ask(question)
            took.append(1000 * (time.perf_counter() - begin))
        width = len(question["by"])
        cells = {"|".join(map(str, row[:width])): [int(number) for number in row[width:]] for row in rows}
        result["answers"].append({"took": took, "cells": cells})
    result["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return result


def pandas_of(task):
    """A data frame with categories for keys and numbers for sums: what makes grouping quick."""
    import pandas

    begin = time.perf_counter()
    keys = ["region", "activity", "outcome", "severe"]
    columns = [*keys, "date", "days_lost"]
    frame = pandas.read_csv(
        task["file"], usecols=columns, dtype=dict.fromkeys(keys, "category"), parse_dates=["date"]
    )
    frame["section"] = frame["activity"].map(task["sections"]).astype("category")
    frame["year"] = frame["date"].dt.year
    frame["quarter"] = frame["date"].dt.to_period("Q").astype(str).str.replace("Q", "-Q").astype("category")
    frame["month"] = frame["date"].dt.strftime("%Y-%m").astype("category")
    frame["injured"] = 1
    frame["died"] = (frame["outcome"] == "fatal").astype("int64")
    frame["severe"] = (frame["severe"] == "yes").astype("int64")
    frame["lost_time"] = (frame["outcome"] == "lost-time").astype("int64")
    frame["days_lost"] = frame["days_lost"].fillna(0).astype("int64")
    took = time.perf_counter() - begin

    def ask(question):
        year = question["year"]
        chosen = frame if year is None else frame[frame["year"] == year]
        cells = chosen.groupby(question["by"], observed=True)[SUMS].sum()
        return list(cells.reset_index().itertuples(index=False, name=None))

    return ask, took, pandas.__version__


def sqlite_of(task):
    """A table as durable as a register must be, and one index that covers every question."""
    begin = time.perf_counter()
    connection = sqlite3.connect(Path(task["folder"]) / "plain.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    # 256 MB, so that the index stays in memory as the others' columns do.
    connection.execute("PRAGMA cache_size = -262144")
    with open(task["file"], newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows)
        own = ["section", "year", "quarter", "month"]
        names = ", ".join([*header, *own])
        connection.execute(f"CREATE TABLE injuries ({names})")
        marks = ", ".join("?" * (len(header) + len(own)))
        insert = f"INSERT INTO injuries ({names}) VALUES ({marks})"
        place = {name: number for number, name in enumerate(header)}
        batch = []
        for row in rows:
            day = row[place["date"]]
            year, month = day[:4], int(day[5:7])
            days = row[place["days_lost"]]
            row[place["days_lost"]] = int(days) if days else None
            section = task["sections"][row[place["activity"]]]
            batch.append((*row, section, int(year), f"{year}-Q{(month + 2) // 3}", day[:7]))
            if len(batch) == task["batch"]:
                commit(connection, insert, batch)
                batch = []
        commit(connection, insert, batch)
    connection.execute(
        "CREATE INDEX covering ON injuries (year, region, section, quarter, month, outcome, severe, days_lost)"
    )
    took = time.perf_counter() - begin

    def ask(question):
        by = ", ".join(question["by"])
        where = "" if question["year"] is None else f"WHERE year = {question['year']:d}"
        return connection.execute(
            f"SELECT {by}, count(*), sum(outcome = 'fatal'), sum(severe = 'yes'), sum(outcome = 'lost-time'), "
            f"coalesce(sum(days_lost), 0) FROM injuries {where} GROUP BY {by}"
        ).fetchall()

    return ask, took, sqlite3.sqlite_version


def commit(connection, insert, batch):
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(insert, batch)
    connection.execute("COMMIT")


json.dump(measure(json.loads(sys.argv[2])), sys.stdout)
