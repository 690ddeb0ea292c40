#include "record/read_merged_json.hpp"

#include <fmt/format.h>

#include "record/json_reader.hpp"

namespace dateline {

namespace {

using Value = rapidjson::Value;

std::vector<MemberRef> members(const JsonObject& fields, const char* name) {
    std::vector<MemberRef> out;
    fields.each(name, [&](const Value& v) {
        if (v.IsArray() && v.Size() == 2 && v[0].IsString() && v[1].IsString())
            out.emplace_back(v[0].GetString(), v[1].GetString());
    });
    return out;
}

MergedPlace place(const JsonObject& fields) {
    MergedPlace out;
    const Value* found = fields.find("place");
    if (found == nullptr) return out;
    const JsonObject place(*found);
    out.name = place.text("name");
    out.geonames = place.text("geonames");
    out.resolved = place.find("lat") != nullptr;
    out.lat = place.number("lat");
    out.lon = place.number("lon");
    out.country = place.text("country");
    out.admin1 = place.text("admin1");
    out.precision = place.text("precision");
    return out;
}

std::size_t count(const JsonObject& fields, const char* name) {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, fields.integer(name, 0)));
}

std::vector<MergedCount> counts(const JsonObject& fields) {
    std::vector<MergedCount> out;
    const Value* found = fields.find("counts");
    if (found == nullptr || !found->IsObject()) return out;
    for (const auto& member : found->GetObject()) {
        const JsonObject item(member.value);
        MergedCount& count = out.emplace_back(MergedCount{
            member.name.GetString(), item.number("low"), item.number("high"), item.number("best"), {}});
        const Value* parts = item.find("parts");
        if (parts == nullptr || !parts->IsObject()) continue;
        for (const auto& part : parts->GetObject())
            if (part.value.IsNumber()) count.parts.emplace(part.name.GetString(), part.value.GetDouble());
    }
    return out;
}

Dispute dispute(const JsonObject& fields) {
    Dispute out{fields.text("field"), {}};
    fields.each("values", [&](const Value& v) {
        const JsonObject item(v);
        DisputedValue value{item.text("value"), false, members(item, "claims"), item.strings("said_by"),
                            item.text("since")};
        if (const Value* number = item.find("value"); number != nullptr && number->IsNumber()) {
            value.number = true;
            value.value = fmt::format("{}", number->GetDouble());
        }
        out.values.push_back(std::move(value));
    });
    return out;
}

Stop stop(const JsonObject& fields) {
    return {place(fields),
            fields.text("from"),
            fields.text("to"),
            fields.text("status"),
            fields.strings("events"),
            fields.strings("met"),
            fields.strings("expected")};
}

} // namespace

Event read_event(std::string_view json) {
    const rapidjson::Document document = parse_json(json);
    const JsonObject fields(document);
    Event event;
    event.id = fields.text("id");
    event.type = fields.text("type");
    event.mode = fields.text("mode");
    event.name = fields.text("name");
    event.contexts = fields.strings("contexts");
    event.cameo = fields.text("cameo");
    event.quad = static_cast<int>(fields.integer("quad", 0));
    if (fields.find("score") != nullptr) event.score = fields.number("score");
    event.actors = fields.strings("actors");
    event.recipients = fields.strings("recipients");
    event.place = place(fields);
    event.from = fields.text("from");
    event.to = fields.text("to");
    event.time_precision = fields.text("time_precision");
    event.status = fields.text("status");
    event.polarity = fields.text("polarity");
    event.lapsed = fields.boolean("lapsed");
    fields.each("history", [&](const Value& v) {
        const JsonObject item(v);
        event.history.push_back({item.text("published"), item.text("status"), members(item, "claims")});
    });
    event.claims = members(fields, "claims");
    event.reports = count(fields, "reports");
    event.origins = count(fields, "origins");
    event.counts = counts(fields);
    fields.each("disputes", [&](const Value& v) { event.disputes.push_back(dispute(JsonObject(v))); });
    event.story = fields.text("story");
    event.why = fields.strings("why");
    return event;
}

MergedActor read_merged_actor(std::string_view json) {
    const rapidjson::Document document = parse_json(json);
    const JsonObject fields(document);
    return {fields.text("id"),      fields.text("name"),     fields.strings("aliases"),
            fields.text("kind_of"), fields.text("country"),  fields.strings("sectors"),
            fields.text("code"),    fields.text("wikidata"), members(fields, "members"),
            fields.strings("why")};
}

Itinerary read_itinerary(std::string_view json) {
    const rapidjson::Document document = parse_json(json);
    const JsonObject fields(document);
    Itinerary out{fields.text("actor"), {}};
    fields.each("stops", [&](const Value& v) { out.stops.push_back(stop(JsonObject(v))); });
    return out;
}

Story read_story(std::string_view json) {
    const rapidjson::Document document = parse_json(json);
    const JsonObject fields(document);
    return {fields.text("id"), fields.text("title"),      fields.text("from"),
            fields.text("to"), fields.strings("reports"), fields.strings("events")};
}

} // namespace dateline
