"""Nếp on a snapshot's folder: one process, one script, the time of each statement from `--timing`."""

import json
import os
import subprocess
import tempfile
import time

from queries import QUERIES


class Failure(Exception):
    pass


def run(command, expect=0):
    """Runs it to its end: standard output, standard error, wall seconds and peak memory in MB."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        text, problems = out.read().decode(), errors.read().decode()
        if process.returncode != expect:
            raise Failure(f"{' '.join(command)}: exit status {process.returncode}\n{problems}")
        # The kernel's ru_maxrss of a finished child is its VmHWM.
        return text, problems, seconds, usage.ru_maxrss / 1024


def script(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def statement_times(problems):
    return [json.loads(line)["ms"] for line in problems.splitlines() if line.startswith('{"statement"')]


def load(nep, scratch, snapshot):
    """Seconds to load the snapshot: the wall time of a process that shows no row, less its statement and its start."""
    path = script(scratch, "load.nep", "households | take 0\n")
    _, problems, seconds, peak = run([nep, "run", path, snapshot, "--timing", "--format", "json"])
    return seconds - sum(statement_times(problems)) / 1000, peak


def rounds(nep, scratch, snapshot, count):
    """The times of every query in each of `count` rounds, and the first round's answers."""
    one_round = "".join(query.nep + "\n" for query in QUERIES)
    path = script(scratch, "queries.nep", one_round * count)
    text, problems, seconds, peak = run([nep, "run", path, snapshot, "--timing", "--format", "json"])
    flat = statement_times(problems)
    width = len(QUERIES)
    if len(flat) != width * count:
        raise Failure(f"{len(flat)} timing lines for {width * count} statements")
    answers = [[list(row.values()) for row in table] for table in json.loads(text)[:width]]
    return [flat[at : at + width] for at in range(0, len(flat), width)], answers, seconds, peak


def parse(nep, scratch, lines):
    """Milliseconds to check a script of so many lines, best of five, less the start of the process (also given)."""
    texts = [query.nep for query in QUERIES]
    path = script(scratch, "long.nep", "".join(texts[line % len(texts)] + "\n" for line in range(lines)))
    checked = min(run([nep, "check", path])[2] for _ in range(5))
    start = min(run([nep, "--version"])[2] for _ in range(5))
    return (checked - start) * 1000, start * 1000
