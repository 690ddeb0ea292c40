#include "record/json_writer.hpp"
#include "record/write_json.hpp"

namespace dateline {

namespace {

void write_members(JsonWriter& json, std::string_view name, const std::vector<MemberRef>& members) {
    json.key(name);
    json.begin_array();
    for (const auto& [report, id] : members) {
        json.begin_array();
        json.text(report), json.text(id);
        json.end_array();
    }
    json.end_array();
}

void write_place(JsonWriter& json, const MergedPlace& place) {
    json.key("place");
    if (place.name.empty()) return json.null();
    json.begin_object();
    json.field("name", place.name);
    json.field("geonames", place.geonames);
    json.key("lat"), place.resolved ? json.number(place.lat) : json.null();
    json.key("lon"), place.resolved ? json.number(place.lon) : json.null();
    json.field("country", place.country);
    json.field("admin1", place.admin1);
    json.field("precision", place.precision);
    json.end_object();
}

void write_history(JsonWriter& json, const std::vector<StatusChange>& history) {
    json.objects("history", history, [&](const StatusChange& change) {
        json.field("published", change.published);
        json.field("status", change.status);
        write_members(json, "claims", change.claims);
    });
}

void write_counts(JsonWriter& json, const std::vector<MergedCount>& counts) {
    json.key("counts");
    json.begin_object();
    for (const MergedCount& count : counts) {
        json.key(count.what);
        json.begin_object();
        json.field("low", count.low);
        json.field("high", count.high);
        json.field("best", count.best);
        if (!count.parts.empty()) {
            json.key("parts");
            json.begin_object();
            for (const auto& [of, figure] : count.parts) json.field(of, figure);
            json.end_object();
        }
        json.end_object();
    }
    json.end_object();
}

void write_disputes(JsonWriter& json, const std::vector<Dispute>& disputes) {
    json.objects("disputes", disputes, [&](const Dispute& dispute) {
        json.field("field", dispute.field);
        json.objects("values", dispute.values, [&](const DisputedValue& value) {
            json.key("value");
            value.number ? json.number(std::stod(value.value)) : json.text_or_null(value.value);
            write_members(json, "claims", value.claims);
            json.strings("said_by", value.said_by);
            json.field("since", value.since);
        });
    });
}

} // namespace

void write_json(std::string& out, const MergedActor& actor) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "actor");
    json.field("id", actor.id);
    json.field("name", actor.name);
    json.strings("aliases", actor.aliases);
    json.field("kind_of", actor.kind_of);
    json.field("country", actor.country);
    json.strings("sectors", actor.sectors);
    json.field("code", actor.code);
    json.field("wikidata", actor.wikidata);
    write_members(json, "members", actor.members);
    json.strings("why", actor.why);
    json.end_object();
}

void write_json(std::string& out, const Event& event) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "event");
    json.field("id", event.id);
    json.field("type", event.type);
    json.field("mode", event.mode);
    json.field("name", event.name);
    json.strings("contexts", event.contexts);
    json.field("cameo", event.cameo);
    json.key("quad"), event.quad == 0 ? json.null() : json.integer(event.quad);
    json.key("score"), event.score ? json.number(*event.score) : json.null();
    json.strings("actors", event.actors);
    json.strings("recipients", event.recipients);
    write_place(json, event.place);
    json.field("from", event.from);
    json.field("to", event.to);
    json.field("time_precision", event.time_precision);
    json.field("status", event.status);
    json.field("polarity", event.polarity);
    json.key("lapsed"), json.boolean(event.lapsed);
    write_history(json, event.history);
    write_members(json, "claims", event.claims);
    json.field("reports", event.reports);
    json.field("origins", event.origins);
    write_counts(json, event.counts);
    write_disputes(json, event.disputes);
    json.field("story", event.story);
    json.strings("why", event.why);
    json.end_object();
}

void write_json(std::string& out, const Itinerary& itinerary) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "itinerary");
    json.field("actor", itinerary.actor);
    json.objects("stops", itinerary.stops, [&](const Stop& stop) {
        write_place(json, stop.place);
        json.field("from", stop.from);
        json.field("to", stop.to);
        json.field("status", stop.status);
        json.strings("events", stop.events);
        json.strings("met", stop.met);
        json.strings("expected", stop.expected);
    });
    json.end_object();
}

void write_json(std::string& out, const Story& story) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "story");
    json.field("id", story.id);
    json.field("title", story.title);
    json.field("from", story.from);
    json.field("to", story.to);
    json.strings("reports", story.reports);
    json.strings("events", story.events);
    json.end_object();
}

void write_json(std::string& out, const Copy& copy) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "copy");
    json.field("of", copy.of);
    json.strings("reports", copy.reports);
    json.field("similarity", copy.similarity);
    json.end_object();
}

void write_json(std::string& out, const Revision& revision) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "revision");
    json.field("report", revision.report);
    json.field("replaces", revision.replaces);
    json.end_object();
}

void write_json(std::string& out, const Digest& digest) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "digest");
    json.field("story", digest.story);
    json.objects("entries", digest.entries, [&](const DigestEntry& entry) {
        json.field("date", entry.date);
        json.field("weight", entry.weight);
        json.strings("text", entry.text);
    });
    json.end_object();
}

void write_json_lines(const Record& record, const std::function<void(std::string_view)>& sink) {
    constexpr std::size_t chunk = 1U << 20U;
    std::string out;
    const auto write_all = [&](const auto& objects) {
        for (const auto& object : objects) {
            write_json(out, object);
            out += '\n';
            if (out.size() < chunk) continue;
            sink(out);
            out.clear();
        }
    };
    write_all(record.actors);
    write_all(record.events);
    write_all(record.itineraries);
    write_all(record.stories);
    write_all(record.copies);
    write_all(record.revisions);
    write_all(record.digests);
    for (const std::string& id : record.lost_decisions) {
        JsonWriter json(out);
        json.begin_object();
        json.field("kind", "lost_decision");
        json.field("id", id);
        json.end_object();
        out += '\n';
    }
    sink(out);
}

void write_json(std::string& out, const Record& record) {
    write_json_lines(record, [&](std::string_view lines) { out += lines; });
}

} // namespace dateline
