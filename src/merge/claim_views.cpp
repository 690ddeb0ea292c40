// Words of a sentence weigh by how few reports of the pile have them. A pile of a few reports knows little of
// that, so every word keeps a floor.

#include "merge/claim_views.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "merge/actor_keys.hpp"
#include "merge/how_many.hpp"
#include "merge/order_words.hpp"
#include "merge/phrase_marks.hpp"
#include "merge/sentence_marks.hpp"
#include "merge/sorted.hpp"
#include "merge/stems.hpp"
#include "merge/telling.hpp"
#include "merge/trigger.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr double floor_of_weight = 0.3;
constexpr std::size_t letters_of_start = 5;
constexpr std::int32_t days_of_news = 20;
constexpr std::size_t longest_particle = 12; // bytes, with the blank before it

/// Adds the words of texts to lists, unsorted.
class ContentWords {
  public:
    void add(std::string_view text, std::vector<std::uint32_t>& out) {
        m_stems.clear();
        add_stems(text, m_stems);
        for (const std::uint64_t stem : m_stems)
            if (stem != 0) out.push_back(short_hash(stem));
    }

  private:
    std::vector<std::uint64_t> m_stems; // one piece of memory for all texts
};

std::vector<std::uint32_t> words_of_sentence(const CodedReport& coded, const Claim& claim,
                                             ContentWords& reader) {
    std::vector<std::uint32_t> out;
    reader.add(words(coded.report.text, sentence_of(coded, claim)), out);
    sort_unique(out);
    return out;
}

/// Hashes of what a trigger is known by.
struct Trigger {
    std::uint64_t key = 0, stem = 0, start = 0, form = 0;
    std::uint32_t word = 0;
    std::uint8_t commonness = 0;
    bool is_plain = false;
};
using Triggers = std::unordered_map<std::string, Trigger, StringHash, std::equal_to<>>;

/// Makes the views of one report.
class Viewer {
  public:
    Viewer(std::size_t report, const CodedReport& coded, const ActorTable& actors, std::ptrdiff_t story,
           Triggers& triggers)
        : m_report(report), m_coded(coded), m_actors(actors), m_story(story), m_triggers(triggers) {}

    ViewPage run() {
        ViewPage page;
        std::unordered_map<std::int32_t, std::uint64_t> sentence_of;
        for (std::size_t c = 0; c < m_coded.claims.size(); ++c) {
            const Claim& claim = m_coded.claims[c];
            if (claim.speech) continue;
            const std::uint64_t next = (static_cast<std::uint64_t>(m_report) << 32U) | page.sentences.size();
            const auto [at, is_new] = sentence_of.emplace(claim.sentence, next);
            if (is_new) {
                SentenceWords& sentence = page.sentences.emplace_back();
                for (const std::uint32_t word : words_of_sentence(m_coded, claim, m_words))
                    sentence.push_back({word, 1});
            }
            page.claims.push_back(view(c));
            page.claims.back().sentence = at->second;
        }
        count_uses(page);
        return page;
    }

  private:
    /// How often the report tells of something by one word.
    static void count_uses(ViewPage& page) {
        std::unordered_map<std::uint64_t, std::uint32_t> uses;
        for (const ClaimView& view : page.claims) ++uses[view.key];
        for (ClaimView& view : page.claims) view.uses = uses[view.key];
    }

    [[nodiscard]] ClaimView view(std::size_t c) {
        const CodedReport& coded = m_coded;
        const std::size_t r = m_report;
        const Claim& claim = coded.claims[c];
        ClaimView view;
        view.report = r;
        view.claim = c;
        const auto hashed = [](const std::string& word) { return word.empty() ? 0 : hash_text(word); };
        view.type = hashed(claim.type), view.mode = hashed(claim.mode);
        view.status = hashed(claim.status), view.polarity = hashed(claim.polarity);
        for (const Count& count : claim.counts)
            view.figures.push_back({hash_text(count.what), count.low, count.high});
        const Trigger& trigger = trigger_of(
            with_particle(words(coded.report.text, claim.trigger),
                          std::string_view(coded.report.text)
                              .substr(std::min<std::size_t>(claim.trigger.end, coded.report.text.size()),
                                      longest_particle)));
        view.key = trigger.key;
        view.stem = trigger.stem;
        view.start = trigger.start;
        view.is_plain_key = trigger.is_plain;
        view.form = trigger.form;
        view.word = trigger.word;
        view.commonness = trigger.commonness;
        if (claim.under >= 0)
            view.above = trigger_of(words(coded.report.text,
                                          coded.claims[static_cast<std::size_t>(claim.under)].trigger))
                             .key;
        view.actors = side(claim.actors);
        view.recipients = side(claim.recipients);
        view.parties = view.actors.actors;
        view.parties.insert(view.parties.end(), view.recipients.actors.begin(), view.recipients.actors.end());
        sort_unique(view.parties);
        view.first_day = day_number(claim.from);
        view.last_day = day_number(claim.to);
        if (view.last_day == unknown_day) view.first_day = unknown_day;
        view.number = number_of(coded, claim);
        view.voucher = voucher_of(r, claim);
        view.published = day_number(coded.report.published.value);
        view.is_old = view.published != unknown_day && view.last_day != unknown_day &&
                      view.last_day + days_of_news < view.published;
        view.is_told_day = view.first_day != unknown_day && is_dated(coded, c);
        view.is_lead = claim.sentence <= 1;
        look_around(view, coded, claim);
        set_place(view, coded, claim);
        view.marks = phrase_marks(coded, claim);
        view.story = m_story;
        return view;
    }

    /// What a trigger's words are to merging; the same few thousand come again and again.
    const Trigger& trigger_of(std::string_view text) {
        const auto found = m_triggers.find(text);
        if (found != m_triggers.end()) return found->second;
        const TriggerWord word = trigger_word(text);
        const auto stems = stems_of(text);
        return m_triggers
            .emplace(text, Trigger{hash_text(word.key), hash_text(word.stem),
                                   hash_text(std::string_view(word.stem).substr(0, letters_of_start)),
                                   hash_text(to_lower(text)), stems.empty() ? 0 : short_hash(stems.back()),
                                   commonness(word.key), is_plain_trigger(word.key)})
            .first->second;
    }

    /// The words of the sentence on both sides of the trigger, and the years it names.
    void look_around(ClaimView& view, const CodedReport& coded, const Claim& claim) {
        const std::string_view text = coded.report.text;
        const Span sentence = sentence_of(coded, claim);
        const Span before{sentence.start, std::max(sentence.start, claim.trigger.start)};
        view.around = surroundings(
            words(text, before), words(text, {claim.trigger.end, std::max(claim.trigger.end, sentence.end)}),
            view.near);
        view.line = size_of_headings(words(text, before));
        view.order = order_before(coded, before);
        view.years = years_in(words(text, sentence));
        view.is_plural_noun =
            view.around.is_noun && !follows_doer(claim) && is_plural(words(text, claim.trigger));
        view.named = sentence_marks(words(text, sentence));
    }

    /// `The soldiers march` tells by a verb what `their marches` tells by a noun.
    static bool follows_doer(const Claim& claim) {
        return std::any_of(claim.actors.begin(), claim.actors.end(), [&](const Participant& actor) {
            return actor.span.end + 1 == claim.trigger.start;
        });
    }

    /// Of what is asked for or planned by someone: he who asks, else he who says so.
    [[nodiscard]] std::ptrdiff_t voucher_of(std::size_t r, const Claim& claim) const {
        const CodedReport& coded = m_coded;
        std::int32_t local = claim.said_by.empty() ? -1 : claim.said_by.back().actor;
        if (claim.under >= 0) {
            const Claim& above = coded.claims[static_cast<std::size_t>(claim.under)];
            if (!above.actors.empty()) local = above.actors.front().actor;
        }
        return local < 0
                   ? -1
                   : static_cast<std::ptrdiff_t>(m_actors.of_report[r][static_cast<std::size_t>(local)]);
    }

    static void set_place(ClaimView& view, const CodedReport& coded, const Claim& claim) {
        if (claim.place < 0) return;
        const Place& place = coded.places[static_cast<std::size_t>(claim.place)];
        view.country = place.country;
        view.is_region = place.precision == "region";
        if (place.resolved && (place.precision == "city" || place.precision == "point"))
            view.spot = {static_cast<float>(place.lat), static_cast<float>(place.lon)};
        view.place = place.precision == "country" ? place.country
                     : place.geonames.empty()     ? place.name
                                                  : place.geonames;
    }

    static Number number_of(const CodedReport& coded, const Claim& claim) {
        if (!claim.counts.empty()) return claim.counts.front().high > 1 ? Number::many : Number::one;
        if (claim.recipients.size() > 1) return Number::many;
        if (claim.recipients.empty() || claim.recipients.front().actor < 0) return Number::unknown;
        return merge::number_of(coded.actors[static_cast<std::size_t>(claim.recipients.front().actor)]);
    }

    /// A group that is known by its members (`the two leaders`) is they.
    void add_actor(std::size_t local, SideView& out) {
        const Actor& actor = m_coded.actors[local];
        m_words.add(without_number(actor.name), out.words);
        if (actor.members.empty()) out.actors.push_back(m_actors.of_report[m_report][local]);
        for (const std::size_t member : actor.members) {
            out.actors.push_back(m_actors.of_report[m_report][member]);
            m_words.add(m_coded.actors[member].name, out.words);
        }
    }

    [[nodiscard]] SideView side(const std::vector<Participant>& participants) {
        SideView out;
        const CodedReport& coded = m_coded;
        for (const Participant& participant : participants) {
            m_words.add(without_number(words(coded.report.text, participant.span)), out.words);
            if (participant.actor >= 0) add_actor(static_cast<std::size_t>(participant.actor), out);
        }
        out.count = number_of(coded, participants);
        sort_unique(out.actors);
        sort_unique(out.words);
        return out;
    }

    /// Of all together; 0 when one of the phrases does not say.
    static std::uint32_t number_of(const CodedReport& coded, const std::vector<Participant>& participants) {
        std::uint32_t sum = 0;
        for (const Participant& participant : participants) {
            std::uint32_t number = how_many(words(coded.report.text, participant.span));
            if (number == 0 && participant.actor >= 0) {
                const Actor& actor = coded.actors[static_cast<std::size_t>(participant.actor)];
                number = actor.kind == "person" && is_named(actor) && actor.members.empty() ? 1 : 0;
            }
            if (number == 0) return 0;
            sum += number;
        }
        return sum;
    }

    std::size_t m_report;
    const CodedReport& m_coded;
    const ActorTable& m_actors;
    std::ptrdiff_t m_story;
    Triggers& m_triggers;
    ContentWords m_words;
};

} // namespace

ClaimViews::ClaimViews(const Reports& reports, const ActorTable& actors, const std::vector<Story>& stories)
    : m_reports(reports),
      m_cache(
          reports.size(), reports.room(), [this](std::size_t report) { return read(report); }, weight_of) {
    for (std::size_t s = 0; s < stories.size(); ++s)
        for (const std::string& id : stories[s].reports)
            m_story_of.emplace(id, static_cast<std::ptrdiff_t>(s));
    Triggers triggers;
    reports.each([&](std::size_t r, const CodedReport& coded) {
        add(r, Viewer(r, coded, actors, story_of(r), triggers).run());
    });
    const auto total = static_cast<double>(reports.size());
    for (auto& entry : m_weights) entry.second = floor_of_weight + std::log((1 + total) / entry.second);
}

void ClaimViews::add(std::size_t report, const ViewPage& page) {
    m_first.push_back(m_report_of.size());
    m_report_of.resize(m_report_of.size() + page.claims.size(), static_cast<std::uint32_t>(report));
    m_packed.add(page);
    std::vector<std::uint32_t> seen;
    for (const SentenceWords& sentence : page.sentences)
        for (const WeightedWord& word : sentence) seen.push_back(word.word);
    sort_unique(seen);
    for (const std::uint32_t word : seen) m_weights[word] += 1;
}

void ClaimViews::weigh(SentenceWords& sentence) const {
    double square = 0;
    for (WeightedWord& word : sentence) {
        const double weight = m_weights.at(word.word);
        word.weight = static_cast<float>(weight);
        square += weight * weight;
    }
    const double scale = 1 / std::sqrt(std::max(square, 1e-12));
    for (WeightedWord& word : sentence) word.weight = static_cast<float>(word.weight * scale);
}

ViewPage ClaimViews::read(std::size_t report) const {
    ViewPage page = m_packed.read(report);
    for (SentenceWords& sentence : page.sentences) weigh(sentence);
    return page;
}

std::size_t ClaimViews::weight_of(const ViewPage& page) {
    constexpr std::size_t of_claim = 700, of_sentence = 200;
    return page.claims.size() * of_claim + page.sentences.size() * of_sentence;
}

std::optional<std::size_t> ClaimViews::find(std::size_t report, std::size_t claim) const {
    const auto& claims = m_cache.at(report).claims;
    const auto found =
        std::lower_bound(claims.begin(), claims.end(), claim,
                         [](const ClaimView& view, std::size_t at) { return view.claim < at; });
    if (found == claims.end() || found->claim != claim) return std::nullopt;
    return m_first[report] + static_cast<std::size_t>(found - claims.begin());
}

} // namespace dateline::merge
