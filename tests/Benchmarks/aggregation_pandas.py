"""The counting of aggregation.sh with pandas: python3 aggregation_pandas.py FILE CATALOGUE OUTPUT counts|repeats.
Ends with 1 where a person has an indicator of a year twice, and with 3 where it cannot read such a file."""
import sys

import pandas

KEYS = ["indicator", "year", "area", "age_band", "sex"]
BANDS = pandas.CategoricalDtype(["0-5", "6-9", "10-12", "13-15", "16-18"])

file, catalogue, output, variant = sys.argv[1:]
types = {"person": "category", "municipality": "category", "age": "int8", "sex": "category", "year": "int16", "indicator": "category", "value": "float64", "weight": "float64"}
if variant == "counts":
    del types["person"]
if file.endswith(".parquet"):
    try:
        rows = pandas.read_parquet(file, columns=list(types)).astype(types)
    except ImportError:
        sys.exit(3)
else:
    rows = pandas.read_csv(file, usecols=list(types), dtype=types, keep_default_na=False, na_values={"value": [""], "weight": [""]})
repeated = variant == "repeats" and rows.duplicated(["person", "year", "indicator"]).any()
rows = rows.drop(columns="person", errors="ignore").rename(columns={"municipality": "area"})

rows["age_band"] = pandas.Categorical.from_codes(pandas.cut(rows.pop("age"), [-1, 5, 9, 12, 15, 18], labels=False), dtype=BANDS)
rows["weight"] = rows["weight"].fillna(1).where(rows["value"].notna())
rows["squared_weight"] = rows["weight"] * rows["weight"]
rows["weighted_value"] = rows["weight"] * rows["value"]
rows["weighted_square"] = rows["weighted_value"] * rows["value"]
grouped = rows.groupby(KEYS, observed=True, sort=False)
leaves = grouped[["weight", "squared_weight", "weighted_value", "weighted_square"]].sum()
leaves.insert(0, "asked", grouped.size())
leaves.insert(1, "base", grouped["value"].count())
leaves.insert(2, "cases", grouped["value"].sum())
leaves = leaves.reset_index().astype({key: "str" for key in KEYS if key != "year"})
measures = pandas.read_csv(catalogue, usecols=["id", "measure"])
leaves["cases"] = leaves["cases"].where(~leaves["indicator"].isin(measures["id"][measures["measure"] == "mean"]), leaves["base"]).astype("int64")

leaves = pandas.concat([leaves, leaves.assign(area=leaves["area"].str[:2])])
leaves = pandas.concat([leaves, leaves.assign(age_band="0-18")])
leaves = pandas.concat([leaves, leaves.assign(sex="T")])
leaves.groupby(KEYS).sum().to_csv(output)
sys.exit(1 if repeated else 0)
