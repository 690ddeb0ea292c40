#!/usr/bin/env python3
"""How far our parses agree with spaCy's: the share of equal answers, layer by layer.

    python3 bench/parity.py SPACY.jsonl OURS.jsonl [--show N]

SPACY.jsonl comes from bench/spacy_parse.py, OURS.jsonl from `dateline code --tokens --raw-names`, of the same reports.
Tokens are compared by their spans; everything else on the tokens that both have.
"""
import argparse
import json
from collections import Counter


def compare(spacy, ours, right, total, differences):
    def note(layer, equal, where, a, b):
        total[layer] += 1
        right[layer] += equal
        if not equal:
            differences[layer].append((spacy["id"], spacy["text"][max(0, where - 30):where + 30], a, b))

    theirs_by_span = {(t["start"], t["end"]): (i, t) for i, t in enumerate(spacy["tokens"])}
    ours_by_span = {(t["start"], t["end"]): (i, t) for i, t in enumerate(ours["tokens"])}
    for span in theirs_by_span:
        note("tokens", span in ours_by_span, span[0], spacy["text"][slice(*span)], None)
    for span in ours_by_span:
        if span not in theirs_by_span:
            note("tokens", False, span[0], None, ours["text"][slice(*span)])
    their_starts = {s[0] for s in spacy["sentences"]}
    our_starts = {s[0] for s in ours["sentences"]}
    for start in their_starts | our_starts:
        note("sentence starts", start in their_starts and start in our_starts, start, start in their_starts, start in our_starts)
    for span, (_, a) in theirs_by_span.items():
        if span not in ours_by_span:
            continue
        b = ours_by_span[span][1]
        for layer in ("tag", "pos", "lemma", "dep"):
            note(layer, a[layer] == b[layer], span[0], a[layer], b[layer])
        head_a, head_b = spacy["tokens"][a["head"]], ours["tokens"][b["head"]]
        note("head", head_a["start"] == head_b["start"], span[0], head_a["start"], head_b["start"])
    their_names = {(n["start"], n["end"], n["type"]) for n in spacy["names"]}
    our_names = {(n["start"], n["end"], n["type"]) for n in ours["names"]}
    for name in their_names | our_names:
        note("names", name in their_names and name in our_names, name[0], name in their_names and name, name in our_names and name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spacy")
    parser.add_argument("ours")
    parser.add_argument("--show", type=int, default=0, help="differences to list for each layer")
    options = parser.parse_args()
    right, total = Counter(), Counter()
    differences = {}
    layers = ("tokens", "sentence starts", "tag", "pos", "lemma", "head", "dep", "names")
    for layer in layers:
        differences[layer] = []
    articles = 0
    with open(options.spacy) as theirs, open(options.ours) as ours:
        for a, b in zip(theirs, ours, strict=True):
            a, b = json.loads(a), json.loads(b)
            if a["text"] != b["text"]:
                raise SystemExit(f"{a['id']}: the texts differ")
            compare(a, b, right, total, differences)
            articles += 1
    print(f"{articles} articles")
    for layer in layers:
        print(f"{layer:16} {100 * right[layer] / max(1, total[layer]):8.4f} %  {total[layer] - right[layer]:7} of {total[layer]} differ")
        for difference in differences[layer][:options.show]:
            print("   ", *map(repr, difference))


if __name__ == "__main__":
    main()
