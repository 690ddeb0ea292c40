#include "record/read_json.hpp"

#include <map>
#include <string>

#include "record/json_reader.hpp"

namespace dateline {

namespace {

using Value = rapidjson::Value;

class ReportReader {
  public:
    ReportReader(const rapidjson::Document& document, CodedReport& coded)
        : m_object(document), m_coded(coded), m_points(coded.report.text) {}

    void read() {
        header();
        m_object.each("names", [&](const Value& v) {
            m_coded.names.push_back({JsonObject(v).span_fields(m_points), JsonObject(v).text("type")});
        });
        m_object.each("times", [&](const Value& v) { m_coded.times.push_back(time(JsonObject(v))); });
        m_object.each("places", [&](const Value& v) { m_coded.places.push_back(place(JsonObject(v))); });
        m_object.each("actors", [&](const Value& v) { actor(JsonObject(v)); });
        m_object.each("actors", [&](const Value& v) { members(JsonObject(v)); });
        m_object.each("quotes", [&](const Value& v) { m_coded.quotes.push_back(quote(JsonObject(v))); });
        m_object.each("claims", [&](const Value& v) { claim(JsonObject(v)); });
        m_object.each("claims", [&](const Value& v) { under(JsonObject(v)); });
        parse();
        check_sentences();
    }

  private:
    void header() {
        Report& report = m_coded.report;
        report.id = m_object.text("id");
        report.source = m_object.text("source");
        report.url = m_object.text("url");
        report.title = m_object.text("title");
        report.authors = m_object.strings("authors");
        report.language = m_object.text("language");
        report.body_start = m_points.to_byte(
            static_cast<std::uint32_t>(std::max<std::int64_t>(0, m_object.integer("body_start", 0))));
        report.prose_start = report.body_start;
        if (const Value* published = m_object.find("published")) {
            const JsonObject fields(*published);
            report.published = {fields.text("value"), fields.text("precision"), fields.text("from")};
        }
        if (const Value* found = m_object.find("dateline")) {
            const JsonObject fields(*found);
            Dateline dateline;
            dateline.span = fields.span_fields(m_points);
            dateline.date = fields.text("date");
            dateline.agency = fields.text("agency");
            if (fields.integer("place") >= 0)
                dateline.index = static_cast<std::size_t>(fields.integer("place"));
            report.prose_start = dateline.span.end;
            report.dateline = dateline;
        }
    }

    Time time(const JsonObject& fields) {
        Time time;
        time.span = fields.span_fields(m_points);
        time.type = fields.text("type");
        time.value = fields.text("value");
        time.from = fields.text("from");
        time.to = fields.text("to");
        time.anchor = fields.text("anchor");
        time.anchor_time = static_cast<std::int32_t>(fields.integer("anchor"));
        return time;
    }

    Place place(const JsonObject& fields) {
        Place place;
        place.span = fields.span_fields(m_points);
        place.name = fields.text("name");
        place.geonames = fields.text("geonames");
        place.resolved = fields.find("lat") != nullptr && fields.find("lon") != nullptr;
        place.lat = fields.number("lat");
        place.lon = fields.number("lon");
        place.country = fields.text("country");
        place.admin1 = fields.text("admin1");
        place.precision = fields.text("precision");
        place.use = fields.text("use");
        place.why = fields.text("why");
        return place;
    }

    void actor(const JsonObject& fields) {
        Actor actor;
        actor.id = fields.text("id");
        actor.name = fields.text("name");
        actor.kind = fields.text("kind");
        actor.country = fields.text("country");
        actor.sectors = fields.strings("sectors");
        actor.role = fields.text("role");
        actor.code = fields.text("code");
        actor.wikidata = fields.text("wikidata");
        actor.gender = fields.text("gender");
        actor.why = fields.text("why");
        fields.each("mentions", [&](const Value& v) {
            actor.mentions.push_back(
                {JsonObject(v).span_fields(m_points), JsonObject(v).text("form"), no_token});
        });
        m_actor_index.emplace(actor.id, static_cast<std::int32_t>(m_coded.actors.size()));
        m_coded.actors.push_back(std::move(actor));
    }

    void members(const JsonObject& fields) {
        const std::int32_t at = actor_index(fields.text("id"));
        if (at < 0) return;
        for (const std::string& id : fields.strings("members"))
            if (const std::int32_t member = actor_index(id); member >= 0)
                m_coded.actors[static_cast<std::size_t>(at)].members.push_back(
                    static_cast<std::size_t>(member));
    }

    [[nodiscard]] std::int32_t actor_index(const std::string& id) const {
        const auto found = m_actor_index.find(id);
        return found == m_actor_index.end() ? -1 : found->second;
    }

    std::optional<Span> optional_span(const JsonObject& fields, const char* name) {
        const Value* value = fields.find(name);
        return value == nullptr ? std::nullopt : std::optional(JsonObject::span(*value, m_points));
    }

    Quote quote(const JsonObject& fields) {
        Quote quote;
        quote.span = fields.span_fields(m_points);
        quote.kind = fields.text("kind");
        quote.direct = fields.boolean("direct");
        quote.cue = optional_span(fields, "cue");
        quote.speaker = actor_index(fields.text("speaker"));
        quote.speaker_span = optional_span(fields, "speaker_span");
        quote.rule = fields.text("rule");
        return quote;
    }

    std::vector<Participant> participants(const JsonObject& fields, const char* name) {
        std::vector<Participant> out;
        fields.each(name, [&](const Value& v) {
            const JsonObject item(v);
            out.push_back({actor_index(item.text("actor")), optional_span(item, "span").value_or(Span{})});
        });
        return out;
    }

    Thing thing(const JsonObject& fields) {
        const Span span = optional_span(fields, "span").value_or(Span{});
        return {span, optional_span(fields, "head").value_or(span)};
    }

    void claim(const JsonObject& fields) {
        Claim claim;
        claim.id = fields.text("id");
        claim.sentence = static_cast<std::int32_t>(fields.integer("sentence", 0));
        claim.trigger = optional_span(fields, "trigger").value_or(Span{});
        claim.type = fields.text("type");
        claim.mode = fields.text("mode");
        claim.contexts = fields.strings("contexts");
        claim.cameo = fields.text("cameo");
        claim.quad = static_cast<int>(fields.integer("quad", 0));
        if (fields.find("score") != nullptr) claim.score = fields.number("score");
        if (fields.find("goldstein") != nullptr) claim.goldstein = fields.number("goldstein");
        claim.actors = participants(fields, "actors");
        claim.recipients = participants(fields, "recipients");
        if (const Value* object = fields.find("object")) claim.object = thing(JsonObject(*object));
        claim.deed = optional_span(fields, "deed");
        claim.place = checked_index(fields.integer("place"), m_coded.places.size());
        claim.time = checked_index(fields.integer("time"), m_coded.times.size());
        claim.from = fields.text("from");
        claim.to = fields.text("to");
        claim.time_precision = fields.text("time_precision");
        claim.status = fields.text("status");
        claim.polarity = fields.text("polarity");
        claim.certainty = fields.text("certainty");
        fields.each("said_by", [&](const Value& v) {
            const JsonObject item(v);
            claim.said_by.push_back({actor_index(item.text("actor")),
                                     optional_span(item, "span").value_or(Span{}),
                                     optional_span(item, "cue")});
        });
        fields.each("counts", [&](const Value& v) { claim.counts.push_back(count(JsonObject(v))); });
        claim.confidence = fields.number("confidence", 0.5);
        claim.speech = fields.boolean("speech");
        claim.rule = fields.text("rule");
        claim.why = fields.text("why");
        m_claim_index.emplace(claim.id, static_cast<std::int32_t>(m_coded.claims.size()));
        m_coded.claims.push_back(std::move(claim));
    }

    [[nodiscard]] Span span_if_any(const JsonObject& fields) const {
        const bool is_there = fields.find("start") != nullptr && fields.find("end") != nullptr;
        return is_there ? fields.span_fields(m_points) : Span{};
    }

    Count count(const JsonObject& fields) {
        Count count;
        count.what = fields.text("what");
        count.low = fields.number("low");
        count.high = fields.number("high", count.low);
        count.of = fields.text("of");
        count.span = span_if_any(fields);
        fields.each("parts", [&](const Value& v) {
            const JsonObject part(v);
            const double low = part.number("low");
            count.parts.push_back({part.text("of"), low, part.number("high", low), span_if_any(part)});
        });
        return count;
    }

    static std::int32_t checked_index(std::int64_t index, std::size_t size) {
        return index >= 0 && static_cast<std::size_t>(index) < size ? static_cast<std::int32_t>(index) : -1;
    }

    void under(const JsonObject& fields) {
        const auto claim = m_claim_index.find(fields.text("id"));
        const auto head = m_claim_index.find(fields.text("under"));
        if (claim != m_claim_index.end() && head != m_claim_index.end())
            m_coded.claims[static_cast<std::size_t>(claim->second)].under = head->second;
    }

    /// Merging looks up the sentence of each claim.
    void check_sentences() const {
        const auto count = static_cast<std::int64_t>(m_coded.parse.sentences.size());
        for (const Claim& claim : m_coded.claims)
            if (claim.sentence < 0 || claim.sentence >= count)
                throw error("the claim {} stands in sentence {}, but `sentences` has {}", claim.id,
                            claim.sentence, count);
    }

    void parse() {
        Parse& parse = m_coded.parse;
        parse.text = *parse.text_holder;
        m_object.each("tokens", [&](const Value& v) { token(JsonObject(v)); });
        const TokenIndex count = parse.size();
        for (const Token& t : parse.tokens)
            if (t.head < 0 || t.head >= count) throw error("a token's head lies outside the tokens");
        m_object.each("sentences", [&](const Value& v) { sentence(JsonObject::span(v, m_points)); });
        if (parse.tokens.empty()) return;
        close_sentences();
        for (const NameSpan& name : m_coded.names) parse_name(name);
        complete(parse);
    }

    void token(const JsonObject& fields) {
        Parse& parse = m_coded.parse;
        Token token;
        token.span = fields.span_fields(m_points);
        if (!parse.tokens.empty() && token.span.start < parse.tokens.back().span.end)
            throw error("tokens must stand in text order");
        token.lemma = parse.arena.keep(fields.text("lemma"));
        token.tag_text = parse.arena.keep(fields.text("tag"));
        token.pos_text = parse.arena.keep(fields.text("pos"));
        token.dep_text = parse.arena.keep(fields.text("dep"));
        token.head = static_cast<TokenIndex>(fields.integer("head"));
        parse.tokens.push_back(token);
    }

    void sentence(Span span) {
        Sentence sentence;
        sentence.span = span;
        sentence.first = m_coded.parse.token_at(span.start);
        m_coded.parse.sentences.push_back(sentence);
    }

    /// Each sentence ends where the next starts, so that every token is in exactly one.
    void close_sentences() {
        auto& sentences = m_coded.parse.sentences;
        const TokenIndex count = m_coded.parse.size();
        if (sentences.empty()) sentences.emplace_back();
        sentences.front().first = 0;
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            sentences[s].last = s + 1 < sentences.size() ? sentences[s + 1].first : count;
            if (sentences[s].first >= sentences[s].last) throw error("a sentence without tokens");
        }
    }

    void parse_name(const NameSpan& span) {
        Name name;
        name.first = m_coded.parse.token_at(span.span.start);
        name.last = name.first;
        while (name.last < m_coded.parse.size() && m_coded.parse.at(name.last).span.start < span.span.end)
            ++name.last;
        if (name.first == name.last) return;
        name.type_text = m_coded.parse.arena.keep(span.type);
        m_coded.parse.names.push_back(name);
    }

    JsonObject m_object;
    CodedReport& m_coded;
    CodePoints m_points;
    std::map<std::string, std::int32_t> m_actor_index;
    std::map<std::string, std::int32_t> m_claim_index;
};

} // namespace

CodedReport read_coded_report(std::string_view line) {
    const rapidjson::Document document = parse_json(line);
    if (!document.IsObject()) throw error("a coded report must be a JSON object");
    CodedReport coded;
    coded.parse.text_holder = std::make_unique<std::string>(JsonObject(document).text("text"));
    coded.report.text = *coded.parse.text_holder;
    ReportReader(document, coded).read();
    return coded;
}

} // namespace dateline
