"""Nếp against DuckDB on the same CSV files of a demonstration province: load, ten queries, memory.

    python3 Benchmarks/province/run.py [--nep .build/release/nep] [--snapshot DIR] [--rounds 7]

Without a folder it makes the province with `nep demo`. The exit status is 1 where an answer differs or a query is
slower than DuckDB's.
"""

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile

import nep_side
from queries import QUERIES

HERE = os.path.dirname(os.path.abspath(__file__))


class DuckDB:
    """The other side, in a process of its own so that its memory is its own."""

    def __init__(self, folder, threads):
        command = [sys.executable, os.path.join(HERE, "duckdb_side.py"), folder, str(threads)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        loaded = self.heard()
        self.load, self.version, self.load_peak = loaded["load"], loaded["version"], loaded["peak"]

    def heard(self):
        line = self.process.stdout.readline()
        if not line:
            raise nep_side.Failure("the DuckDB process ended early")
        return json.loads(line)

    def ask(self, **command):
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        return self.heard()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)
    return left == right


def difference(query, ours, theirs):
    """What differs between two answers, or None."""
    if len(ours) != len(theirs):
        return f"{len(ours)} rows against {len(theirs)}"
    if not query.ordered:
        ours, theirs = (sorted(rows, key=lambda row: json.dumps(row[:2], ensure_ascii=False)) for rows in (ours, theirs))
    for left, right in zip(ours, theirs):
        if len(left) != len(right) or not all(same(a, b) for a, b in zip(left, right)):
            return f"{left} against {right}"
    return None


def measure(options, snapshot, scratch):
    """Loads both sides in turn three times, then runs the rounds in turn: DuckDB's, Nếp's, DuckDB's again."""
    loads = {"nep": [], "duckdb": []}
    for turn in range(3):
        loads["nep"].append(nep_side.load(options.nep, scratch, snapshot)[0])
        duckdb = DuckDB(snapshot, options.threads)
        loads["duckdb"].append(duckdb.load)
        if turn < 2:
            duckdb.close()
    duckdb.ask(round=0)
    first = options.rounds // 2
    theirs = [duckdb.ask(round=number) for number in range(first)]
    # One round more on each side, not counted: the first one warms.
    ours, answers, _, peak = nep_side.rounds(options.nep, scratch, snapshot, options.rounds + 1)
    theirs += [duckdb.ask(round=number) for number in range(first, options.rounds)]
    expected = duckdb.ask(answers=True)["answers"]
    duckdb.close()
    return {
        "loads": loads,
        "times": (ours[1:], [reply["times"] for reply in theirs]),
        "answers": (answers, expected),
        "peaks": (peak, theirs[-1]["peak"]),
        "version": duckdb.version,
    }


def report(options, snapshot, measured, parse):
    ours, theirs = measured["times"]
    width = max(len(query.name) for query in QUERIES)
    print(f"{options.rounds} warm rounds each, {platform.machine()}, {os.cpu_count()} processors,", end=" ")
    print(f"load average {os.getloadavg()[0]:.1f}, DuckDB {measured['version']} with {options.threads} threads")
    print("ms: best (median); ratio: DuckDB's best over Nếp's best, above 1 where Nếp is faster\n")
    print(f"{'query':{width}}  {'Nếp':>16}  {'DuckDB':>16}  ratio")
    ratios, slower, wrong = [], [], []
    for at, query in enumerate(QUERIES):
        mine, other = [times[at] for times in ours], [times[at] for times in theirs]
        ratios.append(min(other) / min(mine))
        cells = [f"{min(times):7.2f} ({statistics.median(times):6.2f})" for times in (mine, other)]
        different = difference(query, measured["answers"][0][at], measured["answers"][1][at])
        if different:
            wrong.append(f"{query.name}: {different}")
        if ratios[-1] < 1:
            slower.append(query.name)
        print(f"{query.name:{width}}  {cells[0]:>16}  {cells[1]:>16}  {ratios[-1]:5.1f}")
    print(f"{'geometric mean of the ratios':{width}}  {'':16}  {'':16}  {statistics.geometric_mean(ratios):5.1f}\n")
    size = sum(os.path.getsize(os.path.join(snapshot, name)) for name in os.listdir(snapshot)) / 1e6
    mine, other = min(measured["loads"]["nep"]), min(measured["loads"]["duckdb"])
    print(f"load of {size:.0f} MB, best of 3: Nếp {mine:.2f} s ({size / mine:.0f} MB/s),", end=" ")
    print(f"DuckDB {other:.2f} s ({size / other:.0f} MB/s), ratio {other / mine:.2f}")
    print(f"peak memory: Nếp {measured['peaks'][0]:.0f} MB, DuckDB {measured['peaks'][1]:.0f} MB")
    print(f"check of a script of 2,000 lines: {parse[0]:.1f} ms; start of nep: {parse[1]:.1f} ms")
    for line in wrong:
        print(f"answers differ: {line}")
    for name in slower:
        print(f"slower than DuckDB: {name}")
    return 1 if wrong or slower else 0


def main():
    root = os.path.dirname(os.path.dirname(HERE))
    parser = argparse.ArgumentParser(description="Nếp against DuckDB on a demonstration province")
    parser.add_argument("--nep", default=os.path.join(root, ".build", "release", "nep"))
    parser.add_argument("--snapshot", help="a folder of CSV files; made with `nep demo` unless given")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2, help="of DuckDB")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        snapshot = options.snapshot
        if not snapshot:
            snapshot = os.path.join(scratch, "province")
            size = ["--households", "439300", "--districts", "all", "--years", "2023"]
            nep_side.run([options.nep, "demo", snapshot, *size])
        measured = measure(options, snapshot, scratch)
        return report(options, snapshot, measured, nep_side.parse(options.nep, scratch, 2000))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except nep_side.Failure as failure:
        sys.exit(f"{failure}")
