#include "merge/book_people.hpp"

#include <algorithm>

#include "merge/actor_keys.hpp"

namespace dateline::merge {

namespace {

bool differ(const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
}

bool are_one_name(std::string_view one, std::string_view other) {
    one = bare_person_name(one), other = bare_person_name(other);
    return !differ(middle_initials(one), middle_initials(other)) &&
           are_spellings(first_word(one), first_word(other), Support::full_name) &&
           are_spellings(last_word(one), last_word(other), Support::full_name);
}

} // namespace

void BookPeople::collect(const CodedReport& coded) {
    for (const Actor& actor : coded.actors) {
        if (actor.kind != "person" || !is_of_book(actor)) continue;
        const std::string spelling = spelling_key_of(actor);
        if (spelling.empty()) continue;
        auto& known = m_people[spelling];
        const auto is_same = [&](const Person& person) { return person.name == actor.name; };
        if (std::none_of(known.begin(), known.end(), is_same))
            known.push_back({key_of(actor), actor.name, actor.country, actor.gender});
    }
}

std::string BookPeople::key_in_book(const Actor& actor, const std::string& key) const {
    const auto found = m_people.find(key);
    if (found == m_people.end() || found->second.size() != 1) return key;
    const Person& person = found->second.front();
    const bool is_other = differ(actor.country, person.country) || differ(actor.gender, person.gender) ||
                          !are_one_name(actor.name, person.name);
    return is_other ? key : person.key;
}

} // namespace dateline::merge
