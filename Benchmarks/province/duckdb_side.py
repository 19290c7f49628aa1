"""The same CSV files in an in-memory DuckDB: `duckdb_side.py DIR THREADS`.

Talks in JSON lines: on starting it loads the files and reports the seconds; then each line read from standard input
is a command, `{"round": N}` (run every query once), `{"answers": true}` (their rows) or end of file.
"""

import json
import sys
import time

import duckdb

from queries import QUERIES

ETHNICITIES = (
    "kinh tay thai hoa kho_me muong nung mong dao gia_rai ngai e_de ba_na xo_dang san_chay co_ho cham san_diu hre"
    " mnong ra_glai xtieng bru_van_kieu tho giay co_tu gie_trieng ma kho_mu co ta_oi cho_ro khang xinh_mun ha_nhi"
    " chu_ru lao la_chi la_ha phu_la la_hu lu lo_lo chut mang pa_then co_lao cong bo_y si_la pu_peo brau o_du ro_mam"
    " other"
).split()

ENUMS = {
    "class": "poor near_poor average other".split(),
    "ethnicity": ETHNICITIES,
    "change": "escaped returned new moved_in moved_out split merged died members_changed".split(),
    "livelihood": "agriculture forestry fishery salt wage trade services other none".split(),
    "water_source": "piped drilled_well protected_well protected_spring rain bottled unprotected surface".split(),
    "toilet_type": "septic pour_flush vip slab_pit compost open_pit none".split(),
    "review": "periodic ongoing".split(),
    "relation": "head spouse child parent grandchild sibling other".split(),
    "sex": "male female".split(),
    "job": "employed unemployed studying inactive".split(),
    "attending": "none preschool primary lower_secondary upper_secondary vocational university".split(),
    "highest_diploma": (
        "none primary lower_secondary upper_secondary elementary intermediate college university".split()
    ),
    "disability": "none severe extreme light".split(),
    "indicator": (
        "employment dependents nutrition health_insurance adult_education school_attendance housing_quality"
        " housing_area water toilet telecom info_assets"
    ).split(),
}

# Columns that are neither text nor an enum of their own name.
TYPES = {
    "place": "INTEGER", "size": "SMALLINT", "income": "BIGINT", "income_12m": "BIGINT", "score_a": "SMALLINT",
    "score_b": "SMALLINT", "floor_area": "DOUBLE", "reviewed_on": "DATE", "number": "SMALLINT",
    "birth_date": "DATE", "age": "SMALLINT",
    **dict.fromkeys(
        "merit labour_capacity social_assistance roof_durable walls_durable frame_durable internet waste_treated"
        " health_access contract able_to_work insured stunted underweight in_training social_allowance"
        " uses_internet".split(),
        "BOOLEAN",
    ),
}  # fmt: skip


def column_types(path):
    with open(path, encoding="utf-8") as file:
        header = file.readline().rstrip("\r\n").split(",")
    return {name: TYPES.get(name) or ("enum_" + name if name in ENUMS else "VARCHAR") for name in header}


def load(connection, folder):
    for name, values in ENUMS.items():
        listed = ", ".join(f"'{value}'" for value in values)
        connection.execute(f"CREATE TYPE enum_{name} AS ENUM ({listed})")
    connection.execute(
        "CREATE TABLE units AS SELECT code::INTEGER AS code, name, level, parent::INTEGER AS parent"
        f" FROM read_csv('{folder}/places.csv', all_varchar = true)"
    )
    # The levels above a village or commune, once, as a dimension table.
    connection.execute(
        """
        CREATE TABLE places AS
        SELECT v.code, c.code AS commune_code, c.name AS commune, d.name AS district
        FROM units v JOIN units c ON v.parent = c.code JOIN units d ON c.parent = d.code WHERE v.level = 'village'
        UNION ALL
        SELECT c.code, c.code, c.name, d.name FROM units c JOIN units d ON c.parent = d.code
        WHERE c.level = 'commune'
        """
    )
    for table in ("households", "members"):
        path = f"{folder}/{table}.csv"
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in column_types(path).items())
        lacks = ""
        if table == "households":
            lacks = " REPLACE (string_split(recorded_lacks, ';')::enum_indicator[] AS recorded_lacks)"
        connection.execute(
            f"CREATE TABLE {table} AS SELECT *{lacks}"
            f" FROM read_csv('{path}', header = true, delim = ',', columns = {{{columns}}})"
        )


def high_water():
    """Peak resident memory of this process, in MB."""
    with open("/proc/self/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def plain(value):
    if isinstance(value, (int, float, str, bool)) or value is None:
        return value
    return str(value) if not hasattr(value, "as_integer_ratio") else float(value)


def say(**message):
    print(json.dumps(message, ensure_ascii=False), flush=True)


def main():
    folder, threads = sys.argv[1], int(sys.argv[2])
    connection = duckdb.connect(":memory:", config={"threads": threads})
    started = time.perf_counter()
    load(connection, folder)
    say(load=time.perf_counter() - started, version=duckdb.__version__, peak=high_water())
    # Prepared once: neither side's figure holds parsing and planning.
    for number, query in enumerate(QUERIES):
        connection.execute(f"PREPARE q{number} AS {query.sql}")
    for line in sys.stdin:
        command = json.loads(line)
        if "answers" in command:
            rows = [connection.execute(f"EXECUTE q{number}").fetchall() for number in range(len(QUERIES))]
            say(answers=[[[plain(value) for value in row] for row in answer] for answer in rows])
            continue
        times = []
        for number in range(len(QUERIES)):
            started = time.perf_counter()
            connection.execute(f"EXECUTE q{number}")
            times.append((time.perf_counter() - started) * 1000)
            connection.fetchall()
        say(times=times, peak=high_water())


if __name__ == "__main__":
    main()
