#include "merge/long_forms.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "merge/actor_keys.hpp"

namespace dateline::merge {

namespace {

/// `Alex Smith` and `Alexander Smith` share `ale smith`.
std::string stub_of(std::string_view name) {
    name = bare_person_name(name);
    constexpr std::size_t letters = 3;
    const std::string_view first = first_word(name), last = last_word(name);
    return first.size() < letters || first.size() == name.size()
               ? ""
               : to_lower(first.substr(0, letters)) + " " + skeleton(last);
}

std::string short_key(std::size_t story, std::string_view kind, std::string_view name) {
    return fmt::format("{}|{}|{}", story, kind, name);
}

bool is_acronym(std::string_view name) {
    return name.size() > 2 && std::all_of(name.begin(), name.end(), is_upper);
}

} // namespace

void LongForms::collect(std::size_t story, const std::vector<Actor>& actors) {
    for (const Actor& actor : actors) {
        if (!is_named(actor)) continue;
        const std::string key = key_of(actor);
        if (key.empty()) continue;
        const bool is_person = actor.kind == "person";
        const std::string shorter = is_person ? stub_of(actor.name) : acronym_of(actor.name);
        if (!shorter.empty()) m_keys[short_key(story, is_person ? "stub" : "acronym", shorter)].insert(key);
    }
}

std::string LongForms::of(std::size_t story, const Actor& actor, std::string key) const {
    if (key.empty() || !is_named(actor)) return key;
    const bool is_person = actor.kind == "person";
    if (!is_person && !is_acronym(actor.name)) return key;
    const auto found = m_keys.find(is_person ? short_key(story, "stub", stub_of(actor.name))
                                             : short_key(story, "acronym", actor.name));
    if (found == m_keys.end()) return key;
    const auto& keys = found->second;
    if (!is_person) return keys.size() == 1 ? *keys.begin() : key;
    // Of two spellings the first in order; of three or more one cannot tell.
    return keys.size() == 2 && key.starts_with("p:") ? *keys.begin() : key;
}

} // namespace dateline::merge
