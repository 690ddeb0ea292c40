// A report that names one country again and again need not say whose parliament voted. Each mention of a
// place, of a people and of somebody whom the actor book knows counts once for its country, the dateline
// twice; bodies whose names are common to all countries do not count, since they are what is asked about.

#include "who/report_countries.hpp"

#include "base/text.hpp"
#include "who/phrase_words.hpp"

namespace dateline::who {

ReportCountries::ReportCountries(const std::vector<FoundMention>& mentions, const std::vector<Place>& places,
                                 std::string_view dateline) {
    int all = 0;
    const auto count = [&](std::string_view country, int times) {
        if (country.empty()) return;
        m_counts[country] += times;
        all += times;
    };
    count(dateline, 2);
    for (const Place& place : places) count(place.country, 1);
    for (const FoundMention& mention : mentions) {
        if (mention.form != FoundMention::Form::name || mention.place >= 0) continue;
        if (mention.entry != nullptr)
            count(is_common_body(mention.name) ? std::string_view{} : mention.entry->country, 1);
        else if (mention.type == NameType::norp)
            count(mention.country, 1);
    }
    constexpr int least = 3, share = 2, of = 3;
    for (const auto& [country, times] : m_counts)
        if (times >= least && times * of >= all * share) m_main = country;
}

bool is_common_body(std::string_view name) {
    const std::string lower = to_lower(name);
    for (std::string_view rest = lower; !rest.empty();) {
        const std::size_t space = rest.find(' ');
        const std::string_view word = rest.substr(0, space);
        if (!is_phrase_word(word, PhraseWord::common)) return false;
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
    return !lower.empty();
}

} // namespace dateline::who
