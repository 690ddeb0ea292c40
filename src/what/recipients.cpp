// Mends the recipients that a frame's places gave: goods, matters and sufferers are no parties, people
// without a name stand for where they live.

#include "what/recipients.hpp"

#include "what/participant_span.hpp"
#include "what/party_search.hpp"
#include "what/sides.hpp"

namespace dateline::what {

/// `gave two million in food to help the islanders`: what is given is no receiver.
void drop_goods(const ReportWords& words, std::vector<TokenIndex>& recipients) {
    const WordClasses& classes = words.lexicon().classes();
    const std::uint64_t goods = classes.bit_of("aid") | classes.bit_of("money") | classes.bit_of("relief");
    std::erase_if(recipients, [&](TokenIndex t) {
        const bool given = (words.classes(t) & goods) != 0 || (words.built_in(t) & built_in_amount) != 0;
        return given && !words.is_actor(t);
    });
}

/// `an inquiry into claims that guards beat prisoners`: it is about the guards.
void take_accused_of_claims(const ReportWords& words, std::vector<TokenIndex>& recipients) {
    for (TokenIndex& thing : recipients) {
        if (words.is_actor(thing)) continue;
        for (const TokenIndex clause : words.parse().children(thing)) {
            const Dep dep = words.at(clause).dep;
            if ((dep != Dep::acl && dep != Dep::ccomp) || !words.parse().has_child(clause, Dep::mark))
                continue;
            const TokenIndex subject = surface_subject(words, clause);
            if (subject != no_token && words.is_actor(subject)) thing = subject;
        }
    }
}

/// `condemned the killing of two nurses`: not them. True when nobody is left.
bool drop_sufferers(const ReportWords& words, const Arguments& arguments,
                    std::vector<TokenIndex>& recipients) {
    const std::size_t before = recipients.size();
    for (const Oblique& oblique : arguments.obliques) {
        const TokenIndex deed = words.at(oblique.preposition).head;
        if (oblique.word != "of" || deed == arguments.trigger || !words.is_noun(deed)) continue;
        if (suffering_of(words, deed).of)
            for (const TokenIndex sufferer : with_conjuncts(words, oblique.object))
                std::erase(recipients, sufferer);
    }
    return recipients.empty() && before > 0;
}

/// `charges of fraud`, `the demand of change`: what of, not whom.
void drop_matter(const ReportWords& words, const Arguments& arguments, std::vector<TokenIndex>& recipients) {
    for (const Oblique& oblique : arguments.obliques)
        if (oblique.word == "of" && !words.is_actor(oblique.object))
            for (const TokenIndex matter : with_conjuncts(words, oblique.object))
                if (!words.is_actor(matter)) std::erase(recipients, matter);
}

/// `helped people hit by the flood in Beira`: people without a name stand for where they live.
void add_home_of_people(const ReportWords& words, std::vector<TokenIndex>& recipients) {
    const std::uint64_t people = words.lexicon().classes().bit_of("people");
    PartySearch search;
    for (const TokenIndex t : recipients) {
        if ((words.classes(t) & people) == 0) return;
        if (words.at(t).pos == Pos::noun || words.at(t).pos == Pos::num) search.roots.push_back(t);
    }
    if (search.roots.empty() || search.roots.size() != recipients.size()) return;
    search.wanted = built_in_place;
    const TokenIndex home = party_below(words, search);
    if (home == no_token || words.at(home).span.start < participant_at(words, recipients.back()).span.end)
        return;
    add_list(words, home, recipients);
}

} // namespace dateline::what
