// One walk over the fields serves both ways: `Out` writes what `In` reads. Integers are LEB128 (signed ones
// with their sign in the lowest bit), spans start and length, reals eight bytes; a string is its number in
// order of first use, followed by length and bytes the first time.

#include "record/compact.hpp"

#include <cstring>
#include <type_traits>
#include <unordered_map>

namespace dateline {

namespace {

constexpr std::uint64_t version = 3; // raise it with every change of the fields below

class Out {
  public:
    static constexpr bool reads = false;

    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) m_bytes += static_cast<char>(value | 0x80U);
        m_bytes += static_cast<char>(value);
    }
    void integer(std::int64_t value) {
        number(value < 0 ? (static_cast<std::uint64_t>(~value) << 1U) | 1U
                         : static_cast<std::uint64_t>(value) << 1U);
    }
    void real(double value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        m_bytes.append(bytes, sizeof bytes);
    }
    void text(std::string_view value) {
        const auto [at, is_new] = m_known.emplace(value, m_known.size());
        number(at->second);
        if (!is_new) return;
        number(value.size());
        m_bytes += value;
    }
    std::string take() { return std::move(m_bytes); }

  private:
    std::string m_bytes;
    std::unordered_map<std::string_view, std::uint64_t> m_known;
};

class In {
  public:
    static constexpr bool reads = true;

    explicit In(std::string_view bytes) : m_bytes(bytes) {}

    template<typename Number>
    void number(Number& value) {
        std::uint64_t all = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty()) return fail();
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            all |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0) break;
        }
        value = static_cast<Number>(all);
    }
    template<typename Number>
    void integer(Number& value) {
        std::uint64_t all = 0;
        number(all);
        const auto half = static_cast<std::int64_t>(all >> 1U);
        value = static_cast<Number>((all & 1U) != 0 ? ~half : half);
    }
    void real(double& value) {
        if (m_bytes.size() < sizeof value) return fail();
        std::memcpy(&value, m_bytes.data(), sizeof value);
        m_bytes.remove_prefix(sizeof value);
    }
    void text(std::string& value) {
        std::uint64_t at = 0, size = 0;
        number(at);
        if (at == m_known.size()) {
            number(size);
            if (size > m_bytes.size()) return fail();
            m_known.push_back(m_bytes.substr(0, size));
            m_bytes.remove_prefix(size);
        }
        if (at >= m_known.size()) return fail();
        value = m_known[at];
    }
    /// Lists are no longer than the bytes left: each item takes one at least.
    [[nodiscard]] std::size_t checked(std::uint64_t size) {
        if (size <= m_bytes.size()) return size;
        fail();
        return 0;
    }
    [[nodiscard]] bool is_good() const { return m_is_good; }
    [[nodiscard]] bool is_done() const { return m_is_good && m_bytes.empty(); }

  private:
    void fail() {
        m_is_good = false;
        m_bytes = {};
    }

    std::string_view m_bytes;
    std::vector<std::string_view> m_known;
    bool m_is_good = true;
};

template<typename Way, typename List, typename Each>
void list(Way& way, List& items, Each each) {
    std::uint64_t size = items.size();
    way.number(size);
    if constexpr (Way::reads) items.resize(way.checked(size));
    for (auto& item : items) each(item);
}

template<typename Way, typename Texts>
void texts(Way& way, Texts& items) {
    list(way, items, [&](auto& item) { way.text(item); });
}

template<typename Way, typename SpanOf>
void span(Way& way, SpanOf& value) {
    std::uint32_t size = value.end - value.start;
    way.number(value.start);
    way.number(size);
    if constexpr (Way::reads) value.end = value.start + size;
}

template<typename Way, typename Flag>
void flag(Way& way, Flag& value) {
    std::uint8_t number = value ? 1 : 0;
    way.number(number);
    if constexpr (Way::reads) value = number != 0;
}

template<typename Way, typename Optional, typename Each>
void perhaps(Way& way, Optional& value, Each each) {
    bool has = value.has_value();
    flag(way, has);
    if constexpr (Way::reads)
        if (has) value.emplace();
    if (has) each(*value);
}

template<typename Way, typename R>
void header(Way& way, R& report) {
    way.text(report.id), way.text(report.source), way.text(report.url), way.text(report.title);
    texts(way, report.authors);
    way.text(report.language);
    way.text(report.published.value), way.text(report.published.precision), way.text(report.published.from);
    way.number(report.body_start), way.number(report.prose_start);
    perhaps(way, report.dateline, [&](auto& dateline) {
        span(way, dateline.span), span(way, dateline.place);
        way.text(dateline.date), way.text(dateline.agency);
        perhaps(way, dateline.index, [&](auto& index) { way.number(index); });
    });
}

template<typename Way, typename P>
void place_fields(Way& way, P& place) {
    span(way, place.span);
    way.text(place.name), way.text(place.geonames);
    flag(way, place.resolved);
    if (place.resolved) way.real(place.lat), way.real(place.lon);
    way.text(place.country), way.text(place.admin1), way.text(place.precision), way.text(place.use);
}

template<typename Way, typename A>
void actor_fields(Way& way, A& actor) {
    way.text(actor.id), way.text(actor.name), way.text(actor.kind), way.text(actor.country);
    texts(way, actor.sectors);
    way.text(actor.role), way.text(actor.code), way.text(actor.wikidata), way.text(actor.gender);
    list(way, actor.mentions, [&](auto& mention) { span(way, mention.span), way.text(mention.form); });
    list(way, actor.members, [&](auto& member) { way.number(member); });
    if constexpr (Way::reads) {
        way.text(actor.why);
    } else { // `actor book: …` tells by its first words that the book knows the actor
        const std::size_t colon = actor.why.find(": ");
        way.text(std::string_view(actor.why).substr(0, colon == std::string::npos ? 0 : colon + 2));
    }
}

template<typename Way, typename Participants>
void participants(Way& way, Participants& list_of) {
    list(way, list_of, [&](auto& item) { way.integer(item.actor), span(way, item.span); });
}

template<typename Way, typename C>
void claim_fields(Way& way, C& claim) {
    way.text(claim.id), way.integer(claim.sentence), span(way, claim.trigger);
    way.text(claim.type), way.text(claim.mode), texts(way, claim.contexts), way.text(claim.cameo);
    way.integer(claim.quad);
    perhaps(way, claim.score, [&](auto& value) { way.real(value); });
    perhaps(way, claim.goldstein, [&](auto& value) { way.real(value); });
    participants(way, claim.actors), participants(way, claim.recipients);
    perhaps(way, claim.object, [&](auto& thing) { span(way, thing.span), span(way, thing.head); });
    way.integer(claim.place), way.integer(claim.time);
    way.text(claim.from), way.text(claim.to), way.text(claim.time_precision);
    way.text(claim.status), way.text(claim.polarity), way.text(claim.certainty);
    list(way, claim.said_by, [&](auto& voucher) {
        way.integer(voucher.actor), span(way, voucher.span);
        perhaps(way, voucher.cue, [&](auto& cue) { span(way, cue); });
    });
    list(way, claim.counts, [&](auto& count) {
        way.text(count.what), way.real(count.low), way.real(count.high), way.text(count.of);
        span(way, count.span);
        list(way, count.parts, [&](auto& part) {
            way.text(part.of), way.real(part.low), way.real(part.high);
            span(way, part.span);
        });
    });
    way.real(claim.confidence), way.integer(claim.under);
    flag(way, claim.speech);
}

template<typename Way, typename Coded>
void walk(Way& way, Coded& coded, Parts parts) {
    header(way, coded.report);
    list(way, coded.parse.sentences, [&](auto& sentence) { span(way, sentence.span); });
    list(way, coded.times, [&](auto& time) {
        span(way, time.span);
        way.text(time.type), way.text(time.from), way.text(time.to), way.integer(time.anchor_time);
    });
    list(way, coded.places, [&](auto& place) { place_fields(way, place); });
    list(way, coded.actors, [&](auto& actor) { actor_fields(way, actor); });
    if (parts == Parts::all) list(way, coded.claims, [&](auto& claim) { claim_fields(way, claim); });
}

/// Every span lies inside the text, every index inside its list: what reads the report relies on it.
class Check {
  public:
    explicit Check(const CodedReport& coded) : m_coded(coded) {}

    [[nodiscard]] bool run() {
        const Report& report = m_coded.report;
        m_is_good = report.body_start <= report.text.size() && report.prose_start <= report.text.size();
        if (report.dateline) span(report.dateline->span), span(report.dateline->place);
        for (const Sentence& sentence : m_coded.parse.sentences) span(sentence.span);
        for (const Time& time : m_coded.times) span(time.span), index(time.anchor_time, m_coded.times.size());
        for (const Place& place : m_coded.places) span(place.span);
        for (const Actor& actor : m_coded.actors) {
            for (const Mention& mention : actor.mentions) span(mention.span);
            for (const std::size_t member : actor.members) m_is_good &= member < m_coded.actors.size();
        }
        for (const Claim& claim : m_coded.claims) check_claim(claim);
        return m_is_good;
    }

  private:
    void check_claim(const Claim& claim) {
        span(claim.trigger);
        m_is_good &=
            claim.sentence >= 0 && static_cast<std::size_t>(claim.sentence) < m_coded.parse.sentences.size();
        index(claim.place, m_coded.places.size()), index(claim.time, m_coded.times.size());
        index(claim.under, m_coded.claims.size());
        for (const auto* side : {&claim.actors, &claim.recipients})
            for (const Participant& item : *side) index(item.actor, m_coded.actors.size()), span(item.span);
        if (claim.object) span(claim.object->span), span(claim.object->head);
        for (const Voucher& voucher : claim.said_by) {
            index(voucher.actor, m_coded.actors.size()), span(voucher.span);
            if (voucher.cue) span(*voucher.cue);
        }
        for (const Count& count : claim.counts) {
            span(count.span);
            for (const CountPart& part : count.parts) span(part.span);
        }
    }
    void span(Span span) { m_is_good &= span.start <= span.end && span.end <= m_coded.report.text.size(); }
    void index(std::int32_t at, std::size_t size) {
        m_is_good &= at < 0 || static_cast<std::size_t>(at) < size;
    }

    const CodedReport& m_coded;
    bool m_is_good = true;
};

} // namespace

std::string to_compact(const CodedReport& coded) {
    Out out;
    out.number(version);
    walk(out, coded, Parts::all);
    return out.take();
}

std::optional<CodedReport> from_compact(std::string_view bytes, std::string text, Parts parts) {
    In in(bytes);
    std::uint64_t written = 0;
    in.number(written);
    if (written != version) return std::nullopt;
    CodedReport coded;
    walk(in, coded, parts);
    coded.report.text = std::move(text);
    const bool is_whole = parts == Parts::all ? in.is_done() : in.is_good();
    if (!is_whole || !Check(coded).run()) return std::nullopt;
    return coded;
}

} // namespace dateline
