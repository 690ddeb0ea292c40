// Newspapers are named after their towns: the words of a newspaper's name (`daily`, `news`, `times`, …) are
// taken off both ends of the outlet's name or of the first label of its address, and the rest is looked up.

#include "where/outlet.hpp"

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "where/place_words.hpp"

namespace dateline::where {

namespace {

/// The host of an address, or the address itself.
std::string_view host_of(std::string_view address) {
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
        address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find('/'));
    if (address.starts_with("www.")) address.remove_prefix(4);
    return address;
}

bool is_host(std::string_view text) {
    return text.find('.') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

/// `springfieldnews` → `springfield`: words of newspapers off the end and the beginning.
std::string_view without_outlet_words(std::string_view label) {
    constexpr std::size_t shortest = 3;
    bool any = true;
    bool cut = false;
    while (any) {
        any = false;
        for (std::size_t n = std::min<std::size_t>(label.size(), 12); n >= shortest && label.size() > n;
             --n) {
            if (is_word(label.substr(label.size() - n), word_class::outlet) && label.size() - n >= shortest) {
                label.remove_suffix(n);
                any = cut = true;
                break;
            }
            if (is_word(label.substr(0, n), word_class::outlet) && label.size() - n >= shortest) {
                label.remove_prefix(n);
                any = cut = true;
                break;
            }
        }
    }
    return cut ? label : std::string_view{};
}

std::span<const Gazetteer::NameEntry> places_of_label(std::string_view label, const Gazetteer& gazetteer) {
    return gazetteer.find(without_outlet_words(label));
}

/// `The Springfield Herald` → `Springfield`.
std::span<const Gazetteer::NameEntry> places_of_name(const std::string& name, const Gazetteer& gazetteer) {
    std::vector<std::string_view> words;
    const std::string lower = to_lower(name);
    for (const std::string_view word : split(lower, ' '))
        if (!word.empty()) words.push_back(word);
    const std::size_t all = words.size();
    while (!words.empty() && is_word(words.back(), word_class::outlet)) words.pop_back();
    std::size_t first = 0;
    while (first < words.size() && is_word(words[first], word_class::outlet)) ++first;
    if (words.size() - first == all || first == words.size()) return {};
    const auto begin = static_cast<std::size_t>(words[first].data() - lower.data());
    const auto end = static_cast<std::size_t>(words.back().data() + words.back().size() - lower.data());
    return gazetteer.find(std::string_view(lower).substr(begin, end - begin));
}

std::string country_of_host(std::string_view host) {
    const std::size_t point = host.rfind('.');
    if (point == std::string_view::npos || host.size() - point != 3) return {};
    std::string ending(host.substr(point + 1));
    for (const std::string_view taken : {"tv", "io", "me", "co", "ly", "fm", "cc", "ws", "ai"})
        if (ending == taken) return {}; // sold to the whole world
    if (ending == "uk") ending = "gb";
    for (char& c : ending)
        if (is_lower(c)) c = static_cast<char>(c - ('a' - 'A'));
    return std::string(codes::country_of_alpha2(ending));
}

} // namespace

OutletHome outlet_home(const Report& report, const Gazetteer& gazetteer) {
    OutletHome home;
    const std::string_view host = is_host(report.source) ? host_of(report.source) : host_of(report.url);
    home.country = country_of_host(host);
    if (!report.source.empty() && !is_host(report.source))
        home.places = places_of_name(report.source, gazetteer);
    if (!home.places.empty() || host.empty()) return home;
    for (const std::string_view label : split(host, '.')) {
        home.places = places_of_label(label, gazetteer);
        if (!home.places.empty()) break;
    }
    return home;
}

} // namespace dateline::where
