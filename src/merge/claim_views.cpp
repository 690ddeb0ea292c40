// Words of a sentence weigh by how few reports of the pile have them. A pile of a few reports knows little of
// that, so every word keeps a floor.

#include "merge/claim_views.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "merge/stems.hpp"
#include "merge/trigger.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr double floor_of_weight = 0.3;

std::uint32_t short_hash(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

template<typename T>
void sort_unique(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::vector<std::uint32_t> content_words(std::string_view text) {
    std::vector<std::uint32_t> out;
    for (const std::uint64_t stem : stems_of(text))
        if (stem != 0) out.push_back(short_hash(stem));
    sort_unique(out);
    return out;
}

class Viewer {
  public:
    Viewer(const std::vector<const CodedReport*>& reports, const ActorTable& actors,
           const std::vector<Story>& stories)
        : m_reports(reports), m_actors(actors) {
        for (std::size_t s = 0; s < stories.size(); ++s)
            for (const std::string& id : stories[s].reports)
                m_story_of.emplace(id, static_cast<std::ptrdiff_t>(s));
    }

    ClaimViews run() {
        for (std::size_t r = 0; r < m_reports.size(); ++r) view_report(r);
        for (SentenceWords& sentence : m_views.sentences) weigh(sentence);
        return std::move(m_views);
    }

  private:
    void view_report(std::size_t r) {
        const CodedReport& coded = *m_reports[r];
        std::vector<std::uint32_t> seen;
        std::unordered_map<std::int32_t, std::uint32_t> sentence_of;
        for (std::size_t c = 0; c < coded.claims.size(); ++c) {
            const Claim& claim = coded.claims[c];
            if (claim.speech) continue;
            const auto [at, is_new] =
                sentence_of.emplace(claim.sentence, static_cast<std::uint32_t>(m_views.sentences.size()));
            if (is_new) {
                m_views.sentences.push_back(words_of_sentence(coded, claim));
                for (const WeightedWord& word : m_views.sentences.back()) seen.push_back(word.word);
            }
            m_views.claims.push_back(view(r, c));
            m_views.claims.back().sentence = at->second;
        }
        sort_unique(seen);
        for (const std::uint32_t word : seen) ++m_reports_with[word];
    }

    static SentenceWords words_of_sentence(const CodedReport& coded, const Claim& claim) {
        SentenceWords out;
        const auto& sentences = coded.parse.sentences;
        const auto s = static_cast<std::size_t>(claim.sentence);
        const Span span = s < sentences.size() ? sentences[s].span : claim.trigger;
        for (const std::uint32_t word : content_words(words(coded.report.text, span)))
            out.push_back({word, 1});
        return out;
    }

    void weigh(SentenceWords& sentence) const {
        double square = 0;
        const auto total = static_cast<double>(m_reports.size());
        for (WeightedWord& word : sentence) {
            const double weight = floor_of_weight + std::log((1 + total) / m_reports_with.at(word.word));
            word.weight = static_cast<float>(weight);
            square += weight * weight;
        }
        const double scale = 1 / std::sqrt(std::max(square, 1e-12));
        for (WeightedWord& word : sentence) word.weight = static_cast<float>(word.weight * scale);
    }

    [[nodiscard]] ClaimView view(std::size_t r, std::size_t c) const {
        const CodedReport& coded = *m_reports[r];
        const Claim& claim = coded.claims[c];
        ClaimView view;
        view.report = r;
        view.claim = c;
        const std::string key = trigger_key(words(coded.report.text, claim.trigger));
        view.key = hash_text(key);
        view.is_plain_key = is_plain_trigger(key);
        view.actors = side(r, claim.actors);
        view.recipients = side(r, claim.recipients);
        view.parties = view.actors.actors;
        view.parties.insert(view.parties.end(), view.recipients.actors.begin(), view.recipients.actors.end());
        sort_unique(view.parties);
        view.first_day = day_number(claim.from);
        view.last_day = day_number(claim.to);
        if (view.last_day == unknown_day) view.first_day = unknown_day;
        view.number = number_of(coded, claim);
        view.voucher = voucher_of(r, claim);
        set_place(view, coded, claim);
        const auto story = m_story_of.find(coded.report.id);
        if (story != m_story_of.end()) view.story = story->second;
        return view;
    }

    /// Of what is asked for or planned by someone: he who asks, else he who says so.
    [[nodiscard]] std::ptrdiff_t voucher_of(std::size_t r, const Claim& claim) const {
        const CodedReport& coded = *m_reports[r];
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
        view.place = place.precision == "country" ? place.country
                     : place.geonames.empty()     ? place.name
                                                  : place.geonames;
    }

    static Number number_of(const CodedReport& coded, const Claim& claim) {
        if (!claim.counts.empty()) return claim.counts.front().high > 1 ? Number::many : Number::one;
        if (claim.recipients.size() > 1) return Number::many;
        if (claim.recipients.empty() || claim.recipients.front().actor < 0) return Number::unknown;
        const Actor& actor = coded.actors[static_cast<std::size_t>(claim.recipients.front().actor)];
        if (!actor.members.empty()) return Number::many;
        return actor.kind == "person" ? Number::one : Number::unknown;
    }

    [[nodiscard]] SideView side(std::size_t r, const std::vector<Participant>& participants) const {
        SideView out;
        const CodedReport& coded = *m_reports[r];
        for (const Participant& participant : participants) {
            for (const std::uint32_t word : content_words(words(coded.report.text, participant.span)))
                out.words.push_back(word);
            if (participant.actor < 0) continue;
            const auto local = static_cast<std::size_t>(participant.actor);
            const std::size_t actor = m_actors.of_report[r][local];
            out.actors.push_back(actor);
            for (const std::uint32_t word : content_words(coded.actors[local].name))
                out.words.push_back(word);
        }
        sort_unique(out.actors);
        sort_unique(out.words);
        return out;
    }

    const std::vector<const CodedReport*>& m_reports;
    const ActorTable& m_actors;
    std::unordered_map<std::string_view, std::ptrdiff_t> m_story_of;
    std::unordered_map<std::uint32_t, std::uint32_t> m_reports_with;
    ClaimViews m_views;
};

} // namespace

ClaimViews view_claims(const std::vector<const CodedReport*>& reports, const ActorTable& actors,
                       const std::vector<Story>& stories) {
    return Viewer(reports, actors, stories).run();
}

} // namespace dateline::merge
