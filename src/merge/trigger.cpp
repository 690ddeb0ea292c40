#include "merge/trigger.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view merge_event_words();
std::string_view merge_frequent_words();
std::string_view merge_irregular_words();
std::string_view merge_plain_words();
} // namespace dateline::data

namespace dateline::merge {

namespace {

using Groups = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;

/// Irregular forms and the words they are forms of.
const Groups& irregular_forms() {
    static const Groups forms = [] {
        Groups out;
        for_each_data_line(data::merge_irregular_words(), [&](std::string_view line, int /*number*/) {
            const auto words = split(line, ' ');
            for (const std::string_view form : words) out.emplace(form, words.front());
        });
        return out;
    }();
    return forms;
}

std::string stem(std::string word) {
    if (const auto found = irregular_forms().find(word); found != irregular_forms().end())
        word = found->second;
    for (const std::string_view ending :
         {"ments", "ment", "ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "e"})
        if (word.size() > ending.size() + 3 && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    if (word.size() > 4 && word.back() == word[word.size() - 2]) word.pop_back();
    return word;
}

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 9> words = {"out",  "off",  "down",  "up",     "over",
                                                       "away", "back", "apart", "through"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words of moving and the like, which a particle gives a direction only.
bool keeps_meaning(const std::string& key) {
    static const auto keys = [] {
        std::unordered_set<std::string> out;
        for (const std::string_view word :
             {"visit", "meet", "fall", "escape", "flee", "drop", "walk", "march"})
            out.insert(trigger_key(word));
        return out;
    }();
    return keys.contains(key);
}

/// Each word and its stem lead to the first word of their line; an earlier line goes first.
Groups read_groups() {
    Groups groups;
    for_each_data_line(data::merge_event_words(), [&](std::string_view line, int /*number*/) {
        const auto members = split(line, ' ');
        for (const std::string_view member : members) groups.emplace(member, members.front());
    });
    for_each_data_line(data::merge_event_words(), [&](std::string_view line, int /*number*/) {
        const auto members = split(line, ' ');
        for (const std::string_view member : members)
            groups.emplace(stem(std::string(member)), groups.find(member)->second);
    });
    return groups;
}

const Groups& groups() {
    static const Groups all = read_groups();
    return all;
}

} // namespace

std::string trigger_key(std::string_view trigger) {
    return trigger_word(trigger).key;
}

std::string with_particle(std::string_view trigger, std::string_view behind) {
    std::string out(trigger);
    if (!behind.starts_with(' ') || trigger.find(' ') != std::string_view::npos) return out;
    behind.remove_prefix(1);
    const std::size_t end = std::min(behind.find_first_of(" ,.;:\n"), behind.size());
    const std::string_view next = behind.substr(0, end);
    const bool is_phrase = groups().contains(to_lower(out).append("_").append(to_lower(next)));
    if (is_phrase || (is_particle(next) && !keeps_meaning(trigger_key(trigger))))
        out.append(" ").append(next);
    return out;
}

std::string_view group_of(std::string_view word) {
    const auto found = groups().find(stem(to_lower(word)));
    return found == groups().end() ? std::string_view() : found->second;
}

TriggerWord trigger_word(std::string_view trigger) {
    const Groups& groups = merge::groups();
    const std::string lower = to_lower(trigger);
    // Of several words the one of a group tells most, else the longest.
    std::string joined = lower;
    std::replace(joined.begin(), joined.end(), ' ', '_');
    if (const auto found = groups.find(joined); found != groups.end()) return {found->second, stem(joined)};
    std::string_view longest;
    const auto parts = split(lower, ' ');
    if (parts.size() == 2 && is_particle(parts[1])) {
        TriggerWord verb = trigger_word(parts[0]);
        if (keeps_meaning(verb.key)) return verb;
        const std::string phrase = verb.stem + "_" + std::string(parts[1]);
        return {phrase, phrase};
    }
    for (const std::string_view word : parts) {
        if (const auto found = groups.find(word); found != groups.end())
            return {found->second, stem(std::string(word))};
        if (word.size() > longest.size()) longest = word;
    }
    std::string stemmed = stem(std::string(longest));
    if (const auto found = groups.find(stemmed); found != groups.end()) return {found->second, stemmed};
    return {stemmed, stemmed};
}

bool is_plain_trigger(const std::string& key) {
    static const auto keys = [] {
        std::unordered_set<std::string> out;
        for_each_data_line(data::merge_plain_words(), [&](std::string_view line, int /*number*/) {
            for (const std::string_view word : split(line, ' ')) out.insert(trigger_key(word));
        });
        return out;
    }();
    return keys.contains(key);
}

std::uint8_t commonness(const std::string& key) {
    static const auto doublings = [] {
        std::unordered_map<std::string, std::uint8_t> out;
        for_each_data_line(data::merge_frequent_words(), [&](std::string_view line, int number) {
            const auto parts = split(line, ' ');
            if (parts.front().size() != 1 || !is_digit(parts.front().front()))
                throw error("frequent words, line {}: no digit in front", number);
            for (const std::string_view word : parts)
                out.emplace(trigger_key(word), static_cast<std::uint8_t>(parts.front().front() - '0'));
        });
        return out;
    }();
    const auto found = doublings.find(key);
    return found == doublings.end() ? std::uint8_t{0} : found->second;
}

} // namespace dateline::merge
