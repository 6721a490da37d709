"""The simple query by Polars, streaming: polars_query.py DATA PRACTICES."""

import glob
import os
import sys

import polars as pl

data, practices = sys.argv[1:]


def read(path, cut):
    # Every column is text, as it is for the others: no types are guessed.
    return pl.scan_csv(path, separator=cut, infer_schema=False, truncate_ragged_lines=True, encoding="utf8-lossy")


own = read(practices, ",").select(practice="Practice code")
people = (
    read(os.path.join(data, "patients.csv"), ",")
    .select(nhs="NHS Number", practice="Practice code")
    .filter(pl.col("nhs") != "")
    .join(own, on="practice", how="semi")
    .group_by("nhs")
    .agg(pl.col("practice").max())
)
columns = {"nhs": "NHS_NUMBER", "at": "DATE_AND_TIME"}
covid = [read(path, "|").select(**columns) for path in sorted(glob.glob(os.path.join(data, "COVID*.csv")))]
events = pl.concat([*covid, read(os.path.join(data, "legacy_nims.csv"), ",").select(**columns)])
days = (
    events.filter(pl.col("at") != "")
    .join(people, on="nhs", how="semi")
    .select("nhs", day=pl.col("at").str.replace_all("-", "", literal=True).str.slice(0, 8))
    .group_by("nhs")
    .agg(had=pl.col("day").n_unique())
)
had = pl.col("had").fill_null(0)
rows = (
    people.join(days, on="nhs", how="left")
    .group_by("practice")
    .agg(pl.len(), one=(had >= 1).sum(), two=(had >= 2).sum(), three=(had >= 3).sum())
    .sort("practice")
    .collect(engine="streaming")
)
print("\n".join(",".join(map(str, row)) for row in rows.iter_rows()))
