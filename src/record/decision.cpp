#include "record/decision.hpp"

#include "record/json_reader.hpp"
#include "record/json_writer.hpp"

namespace dateline {

namespace {

std::vector<Anchor> anchors(const JsonObject& fields, const char* name) {
    std::vector<Anchor> out;
    fields.each(name, [&](const rapidjson::Value& value) {
        const JsonObject item(value);
        const std::int64_t start = item.integer("start"), end = item.integer("end");
        if (item.text("report").empty() || start < 0 || end <= start || end > UINT32_MAX)
            throw error("an anchor needs a report, a start and an end behind it");
        out.push_back({item.text("report"), static_cast<std::uint32_t>(start),
                       static_cast<std::uint32_t>(end), item.text("id")});
    });
    return out;
}

void write_anchors(JsonWriter& json, std::string_view name, const std::vector<Anchor>& list) {
    json.objects(name, list, [&](const Anchor& anchor) {
        json.field("report", anchor.report);
        json.field("start", static_cast<std::int64_t>(anchor.start));
        json.field("end", static_cast<std::int64_t>(anchor.end));
        json.field("id", anchor.id);
    });
}

void check(const Decision& decision) {
    const auto& [action, of] = std::pair(decision.action, decision.of);
    if (action == "undo") {
        if (of.empty()) throw error("an undo names the decision it takes back in `of`");
        return;
    }
    if (of != "event" && of != "actor") throw error("a decision is `of` event or actor, not '{}'", of);
    if (action != "merge" && action != "split" && action != "rename")
        throw error("a decision merges, splits, renames or undoes; '{}' is none of these", action);
    if (decision.these.size() < (action == "merge" ? 2U : 1U)) throw error("too few anchors in `these`");
    if (action == "rename" && decision.name.empty()) throw error("a rename needs a name");
}

} // namespace

Decision read_decision(std::string_view line) {
    const rapidjson::Document document = parse_json(line);
    const JsonObject fields(document);
    Decision out{fields.text("id"),       fields.text("at"),   fields.text("by"),
                 fields.text("action"),   fields.text("of"),   anchors(fields, "these"),
                 anchors(fields, "from"), fields.text("name"), fields.text("note")};
    if (out.id.empty()) throw error("a decision needs an id");
    check(out);
    return out;
}

void write_json(std::string& out, const Decision& decision) {
    JsonWriter json(out);
    json.begin_object();
    json.field("kind", "decision");
    json.field("id", decision.id);
    json.field("at", decision.at);
    json.field("by", decision.by);
    json.field("action", decision.action);
    json.field("of", decision.of);
    write_anchors(json, "these", decision.these);
    write_anchors(json, "from", decision.from);
    json.field("name", decision.name);
    json.field("note", decision.note);
    json.end_object();
}

} // namespace dateline
