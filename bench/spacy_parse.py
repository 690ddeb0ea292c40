#!/usr/bin/env python3
"""Parses reports with spaCy itself and writes what `dateline code --tokens --raw-names` writes of the parse.

    python3 bench/spacy_parse.py MODEL_FOLDER < reports.jsonl > parses.jsonl

Only `id`, `text`, `sentences`, `names` and `tokens` are written; offsets are code points. The text that is
parsed is the one the record format defines: title, blank line, body. Needs `pip install "spacy>=3.8,<3.9"`.
"""
import json
import sys

import spacy


def annotated_text(report):
    title = report.get("title")
    return f"{title}\n\n{report['text']}" if title else report["text"]


def parsed(report, doc):
    return {
        "id": report.get("id"),
        "text": doc.text,
        "sentences": [[s.start_char, s.end_char] for s in doc.sents],
        "names": [{"start": e.start_char, "end": e.end_char, "type": e.label_} for e in doc.ents],
        "tokens": [
            {"start": t.idx, "end": t.idx + len(t), "lemma": t.lemma_, "tag": t.tag_, "pos": t.pos_,
             "head": t.head.i, "dep": t.dep_}
            for t in doc
        ],
    }


def main():
    pipeline = spacy.load(sys.argv[1])
    reports = [json.loads(line) for line in sys.stdin if line.strip()]
    for report, doc in zip(reports, pipeline.pipe(map(annotated_text, reports), batch_size=32)):
        print(json.dumps(parsed(report, doc), ensure_ascii=False))


if __name__ == "__main__":
    main()
