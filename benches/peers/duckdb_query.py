"""The simple query by DuckDB: duckdb_query.py DATA PRACTICES."""

import glob
import os
import sys

import duckdb

data, practices = sys.argv[1:]
covid = sorted(glob.glob(os.path.join(data, "COVID*.csv")))
# Every column is text, as it is for the others: no types are guessed.
read = "read_csv({files}, delim='{cut}', header=true, all_varchar=true, quote='\"', strict_mode=false, null_padding=false, union_by_name=true, parallel=true)"
rows = duckdb.sql(
    f"""
    with own as (select "Practice code" practice from {read.format(files=[practices], cut=",")}),
    people as (
        select "NHS Number" nhs, max("Practice code") practice
        from {read.format(files=[os.path.join(data, "patients.csv")], cut=",")}
        where "NHS Number" <> '' and "Practice code" in (select practice from own) group by 1
    ),
    events as (
        select "NHS_NUMBER" nhs, "DATE_AND_TIME" moment from {read.format(files=covid, cut="|")}
        union all
        select "NHS_NUMBER", "DATE_AND_TIME" from {read.format(files=[os.path.join(data, "legacy_nims.csv")], cut=",")}
    ),
    days as (
        select nhs, count(distinct substr(replace(moment, '-', ''), 1, 8)) had
        from events where moment <> '' and nhs in (select nhs from people) group by 1
    )
    select practice, count(*), count(*) filter (had >= 1), count(*) filter (had >= 2), count(*) filter (had >= 3)
    from people left join days using (nhs) group by 1 order by 1
    """
).fetchall()
print("\n".join(",".join(map(str, row)) for row in rows))
