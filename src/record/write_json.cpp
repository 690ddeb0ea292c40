#include "record/write_json.hpp"

#include <cmath>

#include "record/json_writer.hpp"

namespace dateline {

void JsonWriter::number(double value) {
    const bool whole = std::floor(value) == value && std::abs(value) < 1e15;
    whole ? integer(static_cast<std::int64_t>(value)) : static_cast<void>(m_writer.Double(value));
}

namespace {

/// The writer of one report: knows the code points of its text.
class ReportWriter {
  public:
    ReportWriter(std::string& out, const CodedReport& coded)
        : m_json(out), m_coded(coded), m_points(coded.report.text) {}

    void write(WithTokens tokens) {
        m_json.begin_object();
        header();
        sentences();
        list("names", m_coded.names, [&](const NameSpan& name) { m_json.field("type", name.type); });
        list("times", m_coded.times, [&](const Time& time) { write_time(time); });
        list("places", m_coded.places, [&](const Place& place) { write_place(place); });
        actors();
        list("quotes", m_coded.quotes, [&](const Quote& quote) { write_quote(quote); });
        claims();
        if (tokens == WithTokens::yes)
            list("tokens", m_coded.parse.tokens, [&](const Token& token) { write_token(token); });
        m_json.end_object();
    }

  private:
    template<typename Item, typename Write>
    void list(std::string_view name, const std::vector<Item>& items, Write write) {
        m_json.key(name);
        m_json.begin_array();
        for (const Item& item : items) {
            m_json.begin_object();
            m_json.span_fields(item.span, m_points);
            write(item);
            m_json.end_object();
        }
        m_json.end_array();
    }

    void optional_span(std::string_view name, const std::optional<Span>& span) {
        m_json.key(name);
        span ? m_json.span(*span, m_points) : m_json.null();
    }

    void actor_id(std::string_view name, std::int32_t actor) {
        m_json.key(name);
        actor < 0 ? m_json.null() : m_json.text(m_coded.actors[static_cast<std::size_t>(actor)].id);
    }

    void header() {
        const Report& report = m_coded.report;
        m_json.field("id", report.id);
        m_json.field("source", report.source);
        m_json.field("url", report.url);
        m_json.field("title", report.title);
        m_json.strings("authors", report.authors);
        m_json.field("language", report.language);
        m_json.key("published");
        if (report.published.value.empty()) {
            m_json.null();
        } else {
            m_json.begin_object();
            m_json.field("value", report.published.value);
            m_json.field("precision", report.published.precision);
            m_json.field("from", report.published.from);
            m_json.end_object();
        }
        m_json.field("text", std::string_view(report.text));
        m_json.field("body_start", static_cast<std::int64_t>(m_points.from_byte(report.body_start)));
        m_json.key("dateline");
        if (!report.dateline) return m_json.null();
        m_json.begin_object();
        m_json.span_fields(report.dateline->span, m_points);
        m_json.index_field("place",
                           report.dateline->index ? static_cast<std::int64_t>(*report.dateline->index) : -1);
        m_json.field("date", report.dateline->date);
        m_json.field("agency", report.dateline->agency);
        m_json.end_object();
    }

    void sentences() {
        m_json.key("sentences");
        m_json.begin_array();
        for (const Sentence& sentence : m_coded.parse.sentences) m_json.span(sentence.span, m_points);
        m_json.end_array();
    }

    void write_time(const Time& time) {
        m_json.field("type", time.type);
        m_json.field("value", time.value);
        m_json.field("from", time.from);
        m_json.field("to", time.to);
        time.anchor_time >= 0 ? m_json.field("anchor", static_cast<std::int64_t>(time.anchor_time))
                              : m_json.field("anchor", time.anchor);
    }

    void write_place(const Place& place) {
        m_json.field("name", place.name);
        m_json.field("geonames", place.geonames);
        m_json.key("lat"), place.resolved ? m_json.number(place.lat) : m_json.null();
        m_json.key("lon"), place.resolved ? m_json.number(place.lon) : m_json.null();
        m_json.field("country", place.country);
        m_json.field("admin1", place.admin1);
        m_json.field("precision", place.precision);
        m_json.field("use", place.use);
        m_json.field("why", place.why);
    }

    void actors() {
        m_json.key("actors");
        m_json.begin_array();
        for (const Actor& actor : m_coded.actors) {
            m_json.begin_object();
            m_json.field("id", actor.id);
            m_json.field("name", actor.name);
            m_json.field("kind", actor.kind);
            m_json.field("country", actor.country);
            m_json.strings("sectors", actor.sectors);
            m_json.field("role", actor.role);
            m_json.field("code", actor.code);
            m_json.field("wikidata", actor.wikidata);
            m_json.field("gender", actor.gender);
            m_json.key("members"), m_json.begin_array();
            for (const std::size_t member : actor.members) m_json.text(m_coded.actors[member].id);
            m_json.end_array();
            list("mentions", actor.mentions,
                 [&](const Mention& mention) { m_json.field("form", mention.form); });
            m_json.field("why", actor.why);
            m_json.end_object();
        }
        m_json.end_array();
    }

    void write_quote(const Quote& quote) {
        m_json.field("kind", quote.kind);
        m_json.field("direct", quote.direct);
        optional_span("cue", quote.cue);
        actor_id("speaker", quote.speaker);
        optional_span("speaker_span", quote.speaker_span);
        m_json.field("rule", quote.rule);
    }

    void participants(std::string_view name, const std::vector<Participant>& items) {
        m_json.key(name);
        m_json.begin_array();
        for (const Participant& item : items) {
            m_json.begin_object();
            actor_id("actor", item.actor);
            m_json.key("span"), m_json.span(item.span, m_points);
            m_json.end_object();
        }
        m_json.end_array();
    }

    void claims() {
        m_json.key("claims");
        m_json.begin_array();
        for (const Claim& claim : m_coded.claims) write_claim(claim);
        m_json.end_array();
    }

    void write_claim(const Claim& claim) {
        m_json.begin_object();
        m_json.field("id", claim.id);
        m_json.field("sentence", static_cast<std::int64_t>(claim.sentence));
        m_json.key("trigger"), m_json.span(claim.trigger, m_points);
        m_json.field("type", claim.type);
        m_json.field("mode", claim.mode);
        m_json.strings("contexts", claim.contexts);
        m_json.field("cameo", claim.cameo);
        m_json.key("quad"), claim.quad == 0 ? m_json.null() : m_json.integer(claim.quad);
        m_json.key("score"), claim.score ? m_json.number(*claim.score) : m_json.null();
        m_json.key("goldstein"), claim.goldstein ? m_json.number(*claim.goldstein) : m_json.null();
        participants("actors", claim.actors);
        participants("recipients", claim.recipients);
        m_json.key("object");
        claim.object ? thing(*claim.object) : m_json.null();
        optional_span("deed", claim.deed);
        m_json.index_field("place", claim.place);
        m_json.index_field("time", claim.time);
        m_json.field("from", claim.from);
        m_json.field("to", claim.to);
        m_json.field("time_precision", claim.time_precision);
        m_json.field("status", claim.status);
        m_json.field("polarity", claim.polarity);
        m_json.field("certainty", claim.certainty);
        said_by(claim);
        list("counts", claim.counts, [&](const Count& count) {
            m_json.field("what", count.what);
            m_json.field("low", count.low);
            m_json.field("high", count.high);
            m_json.field("of", count.of);
            if (count.parts.empty()) return;
            list("parts", count.parts, [&](const CountPart& part) {
                m_json.field("low", part.low);
                m_json.field("high", part.high);
                m_json.field("of", part.of);
            });
        });
        m_json.field("confidence", claim.confidence);
        m_json.key("under");
        claim.under < 0 ? m_json.null()
                        : m_json.text(m_coded.claims[static_cast<std::size_t>(claim.under)].id);
        m_json.field("speech", claim.speech);
        m_json.field("rule", claim.rule);
        m_json.field("why", claim.why);
        m_json.end_object();
    }

    void thing(const Thing& thing) {
        m_json.begin_object();
        m_json.key("span"), m_json.span(thing.span, m_points);
        m_json.key("head"), m_json.span(thing.head, m_points);
        m_json.end_object();
    }

    void said_by(const Claim& claim) {
        m_json.key("said_by");
        m_json.begin_array();
        for (const Voucher& voucher : claim.said_by) {
            m_json.begin_object();
            actor_id("actor", voucher.actor);
            m_json.key("span"), m_json.span(voucher.span, m_points);
            optional_span("cue", voucher.cue);
            m_json.end_object();
        }
        m_json.end_array();
    }

    void write_token(const Token& token) {
        m_json.key("lemma"), m_json.text(token.lemma);
        m_json.key("tag"), m_json.text(token.tag_text);
        m_json.key("pos"), m_json.text(token.pos_text);
        m_json.field("head", static_cast<std::int64_t>(token.head));
        m_json.key("dep"), m_json.text(token.dep_text);
    }

    JsonWriter m_json;
    const CodedReport& m_coded;
    CodePoints m_points;
};

} // namespace

void write_json(std::string& out, const CodedReport& coded, WithTokens tokens) {
    ReportWriter(out, coded).write(tokens);
    out += '\n';
}

void write_json(std::string& out, const Report& report) {
    JsonWriter json(out);
    json.begin_object();
    json.field("id", report.id);
    json.field("source", report.source);
    json.field("url", report.url);
    json.field("title", report.title);
    json.strings("authors", report.authors);
    json.field("published", report.published.value);
    json.field("language", report.language);
    json.key("text"), json.text(std::string_view(report.text).substr(report.body_start));
    json.end_object();
    out += '\n';
}

} // namespace dateline
