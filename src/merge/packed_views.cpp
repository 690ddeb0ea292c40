// One walk over the fields serves both ways, as in `record/compact.cpp`, but for speed: numbers as they stand
// in memory, lists behind their size.

#include "merge/packed_views.hpp"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace dateline::merge {

namespace {

class Out {
  public:
    static constexpr bool reads = false;

    explicit Out(HashBook& book) : m_book(book) {}
    template<typename T>
    void plain(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void size(std::size_t value) {
        for (; value >= 0x80; value >>= 7U) m_bytes += static_cast<char>(value | 0x80U);
        m_bytes += static_cast<char>(value);
    }
    void hash(std::uint64_t value) { plain(m_book.number(value)); }
    template<typename T>
    void list(const std::vector<T>& items) {
        static_assert(std::is_trivially_copyable_v<T>);
        size(items.size());
        m_bytes.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
    }
    void text(std::string_view value) {
        size(value.size());
        m_bytes += value;
    }
    std::string take() { return std::move(m_bytes); }

  private:
    HashBook& m_book;
    std::string m_bytes;
};

/// Reads what this process has written: nothing is checked.
class In {
  public:
    static constexpr bool reads = true;

    In(const HashBook& book, const char* bytes) : m_book(book), m_at(bytes) {}
    template<typename T>
    void plain(T& value) {
        copy(&value, sizeof value);
    }
    void size(std::size_t& value) {
        value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*m_at++);
            value |= static_cast<std::size_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0) return;
        }
    }
    void hash(std::uint64_t& value) {
        std::uint32_t number = 0;
        plain(number);
        value = m_book.hash(number);
    }
    template<typename T>
    void list(std::vector<T>& items) {
        std::size_t count = 0;
        size(count);
        items.resize(count);
        copy(items.data(), count * sizeof(T));
    }
    void text(std::string& value) {
        std::size_t count = 0;
        size(count);
        value.assign(m_at, count);
        m_at += count;
    }

  private:
    void copy(void* to, std::size_t count) {
        if (count > 0) std::memcpy(to, m_at, count);
        m_at += count;
    }

    const HashBook& m_book;
    const char* m_at;
};

/// Merged actors; there are fewer than four thousand million.
template<typename Way, typename Actors>
void actors(Way& way, Actors& list) {
    std::size_t count = list.size();
    way.size(count);
    if constexpr (Way::reads) list.resize(count);
    for (auto& actor : list) {
        auto number = static_cast<std::uint32_t>(actor);
        way.plain(number);
        if constexpr (Way::reads) actor = number;
    }
}

// All fields are bound by name, so that this does not compile when one is added and forgotten here.

template<typename Way, typename Side>
void walk_side(Way& way, Side& side) {
    auto& [who, words, count] = side;
    actors(way, who);
    way.list(words);
    way.plain(count);
}

template<typename Way, typename Marks>
void walk_marks(Way& way, Marks& marks) {
    auto& [thing, thing_noun, actor_nations, recipient_nations, actor_number, recipient_number, actor_genders,
           recipient_genders, cause, is_pointing, is_also, order, years, measures] = marks;
    way.list(thing), way.list(actor_nations), way.list(recipient_nations), way.list(measures);
    way.hash(thing_noun), way.hash(cause);
    way.plain(actor_number), way.plain(recipient_number), way.plain(order), way.plain(years);
    way.plain(actor_genders), way.plain(recipient_genders), way.plain(is_pointing), way.plain(is_also);
}

template<typename Way, typename View>
void walk(Way& way, View& view) {
    auto& [report, claim, type, mode, status, polarity, figures, key, stem, start, form, uses, above, order,
           is_lead, is_old, years, around, near, word, commonness, is_plural_noun, is_plain_key, doers,
           recipients, marks, named, parties, place, country, is_region, spot, first_day, last_day, published,
           is_told_day, number, voucher, story, sentence, line] = view;
    way.size(report), way.size(claim);
    way.hash(type), way.hash(mode), way.hash(status), way.hash(polarity);
    way.hash(key), way.hash(stem), way.hash(start), way.hash(form), way.hash(above);
    way.plain(uses);
    way.list(figures), way.list(near);
    way.plain(around), way.plain(word), way.plain(commonness);
    way.plain(order), way.plain(is_lead), way.plain(is_old), way.plain(years);
    way.plain(is_plural_noun), way.plain(is_plain_key), way.plain(is_region), way.plain(is_told_day);
    walk_side(way, doers), walk_side(way, recipients);
    walk_marks(way, marks);
    way.plain(named);
    actors(way, parties);
    way.text(place), way.text(country);
    way.plain(spot);
    way.plain(first_day), way.plain(last_day), way.plain(published);
    way.plain(number), way.plain(voucher), way.plain(story), way.plain(sentence), way.plain(line);
}

} // namespace

std::uint32_t HashBook::number(std::uint64_t hash) {
    const auto [at, is_new] = m_numbers.emplace(hash, static_cast<std::uint32_t>(m_hashes.size()));
    if (is_new) m_hashes.push_back(hash);
    return at->second;
}

void PackedViews::add(const ViewPage& page) {
    Out out(m_book);
    out.size(page.claims.size());
    for (const ClaimView& view : page.claims) walk(out, view);
    out.size(page.sentences.size());
    std::vector<std::uint32_t> words;
    for (const SentenceWords& sentence : page.sentences) {
        words.clear();
        for (const WeightedWord& word : sentence) words.push_back(word.word);
        out.list(words);
    }
    const std::string bytes = out.take();
    m_places.push_back({m_file.append(bytes), static_cast<std::uint32_t>(bytes.size())});
}

ViewPage PackedViews::read(std::size_t report) const {
    m_bytes.resize(m_places[report].size);
    m_file.read(m_places[report].at, m_bytes);
    In in(m_book, m_bytes.data());
    ViewPage page;
    std::size_t count = 0;
    in.size(count);
    page.claims.resize(count);
    for (ClaimView& view : page.claims) walk(in, view);
    in.size(count);
    page.sentences.resize(count);
    std::vector<std::uint32_t> words;
    for (SentenceWords& sentence : page.sentences) {
        in.list(words);
        sentence.reserve(words.size());
        for (const std::uint32_t word : words) sentence.push_back({word, 1});
    }
    return page;
}

} // namespace dateline::merge
