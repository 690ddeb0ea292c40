#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "language/pattern.hpp"

namespace dateline::language {

class MsgpackReader;

/// What a rule may look at, as spaCy's Matcher sees a token.
struct TokenView {
    std::string_view tag, dep, lower;
    bool is_space = false;
};

/// What a rule sets; an empty text leaves the attribute alone.
struct TokenAttributes {
    std::string_view tag, pos, morph, lemma, dep;
};

/// spaCy's attribute ruler: patterns over one or a few tokens that set attributes of one of them, later rules
/// over earlier ones. Immutable; views of results point into it.
class AttributeRuler {
  public:
    /// Reads a pipeline's `attribute_ruler/patterns`. Throws `Error` naming what a pattern uses that is not
    /// supported.
    explicit AttributeRuler(const std::filesystem::path& path);

    /// Applies the rules of one token only; these depend on nothing but the view.
    void apply_single(const TokenView& token, TokenAttributes& attributes) const;
    /// True when a rule over several tokens could start at a token of this view.
    [[nodiscard]] bool may_start_sequence(const TokenView& token) const;
    /// All rules for the token at `at`, also those over several tokens that set it.
    void apply_all(const std::vector<TokenView>& tokens, std::size_t at, TokenAttributes& attributes) const;
    /// The longest pattern, in tokens.
    [[nodiscard]] std::size_t longest() const { return m_longest; }

  private:
    /// A condition on one attribute of a token.
    struct Condition {
        enum class Attribute : std::uint8_t { tag, dep, lower, is_space } attribute;
        enum class Test : std::uint8_t { any_of, none_of, matches, flag } test;
        std::vector<std::string> values;
        bool flag = false;
        std::size_t pattern = 0; // index into m_patterns
        [[nodiscard]] bool holds(const TokenView& token, const std::vector<Pattern>& patterns) const;
    };
    using TokenPattern = std::vector<Condition>;
    struct Rule {
        std::vector<std::vector<TokenPattern>> alternatives;
        std::string tag, pos, morph, lemma, dep;
        std::size_t index = 0; // which token of the match is set
        bool is_single = true;
        void set(TokenAttributes& attributes) const;
    };

    void index_single_rules();
    [[nodiscard]] bool may_hold(const Rule& rule, std::string_view tag) const;
    Rule read_rule(MsgpackReader& reader);
    TokenPattern read_token_pattern(MsgpackReader& reader);
    Condition read_condition(MsgpackReader& reader, Condition::Attribute attribute);
    [[nodiscard]] bool holds(const TokenPattern& pattern, const TokenView& token) const;
    [[nodiscard]] bool matches_at(const std::vector<TokenPattern>& patterns,
                                  const std::vector<TokenView>& tokens, std::size_t start) const;

    std::vector<Rule> m_rules;
    std::vector<Pattern> m_patterns;
    std::vector<std::size_t> m_sequence_rules;
    std::unordered_map<std::string, std::vector<std::size_t>, StringHash, std::equal_to<>> m_single_of_tag;
    std::vector<std::size_t> m_single_of_other_tags;
    std::size_t m_longest = 1;
};

} // namespace dateline::language
