// A pattern is a list of maps from attribute to value, one map a token; a value is a text, `IN`, `NOT_IN`,
// `REGEX` (searched, as Python's re.search), or a truth value for flags. spaCy matches all patterns first and
// then sets attributes in the order of the rules, so what one rule sets is not seen by another.

#include "language/attribute_ruler.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "language/msgpack.hpp"

namespace dateline::language {

AttributeRuler::AttributeRuler(const std::filesystem::path& path) {
    const MappedFile file(path);
    MsgpackReader reader(file.text(), path.string());
    for (std::size_t left = reader.array(); left > 0; --left) {
        m_rules.push_back(read_rule(reader));
        if (!m_rules.back().is_single) m_sequence_rules.push_back(m_rules.size() - 1);
    }
    index_single_rules();
}

/// Most rules are for one tag: lists for each tag, in the order of the rules, those that could hold.
void AttributeRuler::index_single_rules() {
    for (const Rule& rule : m_rules)
        for (const auto& alternative : rule.alternatives)
            for (const Condition& condition : alternative.front())
                if (condition.attribute == Condition::Attribute::tag)
                    for (const std::string& tag : condition.values) m_single_of_tag.try_emplace(tag);
    const auto list = [&](std::string_view tag, std::vector<std::size_t>& rules) {
        for (std::size_t i = 0; i < m_rules.size(); ++i)
            if (m_rules[i].is_single && may_hold(m_rules[i], tag)) rules.push_back(i);
    };
    for (auto& [tag, rules] : m_single_of_tag) list(tag, rules);
    list({}, m_single_of_other_tags);
}

/// True unless the conditions on the tag alone rule out that a rule of one token holds.
bool AttributeRuler::may_hold(const Rule& rule, std::string_view tag) const {
    TokenView view;
    view.tag = tag;
    return std::any_of(rule.alternatives.begin(), rule.alternatives.end(), [&](const auto& pattern) {
        return std::all_of(pattern.front().begin(), pattern.front().end(), [&](const Condition& condition) {
            const bool decides = condition.attribute == Condition::Attribute::tag &&
                                 condition.test != Condition::Test::matches;
            return !decides || condition.holds(view, m_patterns);
        });
    });
}

AttributeRuler::Rule AttributeRuler::read_rule(MsgpackReader& reader) {
    Rule rule;
    for (std::size_t fields = reader.map(); fields > 0; --fields) {
        const std::string_view key = reader.text();
        if (key == "index") {
            rule.index = reader.integer();
        } else if (key == "patterns") {
            for (std::size_t patterns = reader.array(); patterns > 0; --patterns) {
                auto& pattern = rule.alternatives.emplace_back();
                for (std::size_t tokens = reader.array(); tokens > 0; --tokens)
                    pattern.push_back(read_token_pattern(reader));
                m_longest = std::max(m_longest, pattern.size());
                rule.is_single = rule.is_single && pattern.size() == 1;
            }
        } else if (key == "attrs") {
            for (std::size_t attributes = reader.map(); attributes > 0; --attributes) {
                const std::string_view name = reader.text();
                std::string* target = name == "TAG"     ? &rule.tag
                                      : name == "POS"   ? &rule.pos
                                      : name == "MORPH" ? &rule.morph
                                      : name == "LEMMA" ? &rule.lemma
                                      : name == "DEP"   ? &rule.dep
                                                        : nullptr;
                if (target == nullptr)
                    throw error("{}: a rule sets {}, which is not supported", reader.name(), name);
                *target = reader.text();
            }
        } else {
            reader.skip();
        }
    }
    for (const auto& pattern : rule.alternatives)
        if (rule.index >= pattern.size())
            throw error("{}: a rule sets token {} of a pattern of {}", reader.name(), rule.index,
                        pattern.size());
    return rule;
}

AttributeRuler::TokenPattern AttributeRuler::read_token_pattern(MsgpackReader& reader) {
    TokenPattern pattern;
    for (std::size_t conditions = reader.map(); conditions > 0; --conditions) {
        const std::string_view name = reader.text();
        using Attribute = Condition::Attribute;
        if (name == "TAG")
            pattern.push_back(read_condition(reader, Attribute::tag));
        else if (name == "DEP")
            pattern.push_back(read_condition(reader, Attribute::dep));
        else if (name == "LOWER")
            pattern.push_back(read_condition(reader, Attribute::lower));
        else if (name == "IS_SPACE")
            pattern.push_back(read_condition(reader, Attribute::is_space));
        else
            throw error("{}: a pattern looks at {}, which is not supported", reader.name(), name);
    }
    return pattern;
}

AttributeRuler::Condition AttributeRuler::read_condition(MsgpackReader& reader,
                                                         Condition::Attribute attribute) {
    Condition condition{attribute, Condition::Test::any_of, {}, false, 0};
    if (reader.peek() == MsgpackReader::Kind::boolean) {
        condition.test = Condition::Test::flag;
        condition.flag = reader.boolean();
        return condition;
    }
    if (reader.peek() == MsgpackReader::Kind::text) {
        condition.values.emplace_back(reader.text());
        return condition;
    }
    if (reader.map() != 1) reader.fail("a pattern's value has several tests");
    const std::string_view test = reader.text();
    if (test == "REGEX") {
        condition.test = Condition::Test::matches;
        condition.pattern = m_patterns.size();
        m_patterns.emplace_back(reader.text(), reader.name());
        return condition;
    }
    if (test != "IN" && test != "NOT_IN")
        throw error("{}: a pattern uses {}, which is not supported", reader.name(), test);
    condition.test = test == "IN" ? Condition::Test::any_of : Condition::Test::none_of;
    for (std::size_t values = reader.array(); values > 0; --values)
        condition.values.emplace_back(reader.text());
    return condition;
}

bool AttributeRuler::Condition::holds(const TokenView& token, const std::vector<Pattern>& patterns) const {
    if (attribute == Attribute::is_space) return token.is_space == flag;
    const std::string_view text = attribute == Attribute::tag   ? token.tag
                                  : attribute == Attribute::dep ? token.dep
                                                                : token.lower;
    if (test == Test::matches) return patterns[pattern].search(text).has_value();
    const bool found = std::find(values.begin(), values.end(), text) != values.end();
    return found == (test == Test::any_of);
}

bool AttributeRuler::holds(const TokenPattern& pattern, const TokenView& token) const {
    return std::all_of(pattern.begin(), pattern.end(),
                       [&](const Condition& condition) { return condition.holds(token, m_patterns); });
}

bool AttributeRuler::matches_at(const std::vector<TokenPattern>& patterns,
                                const std::vector<TokenView>& tokens, std::size_t start) const {
    if (start + patterns.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (!holds(patterns[i], tokens[start + i])) return false;
    return true;
}

void AttributeRuler::Rule::set(TokenAttributes& attributes) const {
    if (!tag.empty()) attributes.tag = tag;
    if (!pos.empty()) attributes.pos = pos;
    if (!morph.empty()) attributes.morph = morph;
    if (!lemma.empty()) attributes.lemma = lemma;
    if (!dep.empty()) attributes.dep = dep;
}

void AttributeRuler::apply_single(const TokenView& token, TokenAttributes& attributes) const {
    const auto known = m_single_of_tag.find(token.tag);
    for (const std::size_t at : known != m_single_of_tag.end() ? known->second : m_single_of_other_tags) {
        const Rule& rule = m_rules[at];
        const bool any = std::any_of(rule.alternatives.begin(), rule.alternatives.end(),
                                     [&](const auto& pattern) { return holds(pattern.front(), token); });
        if (any) rule.set(attributes);
    }
}

bool AttributeRuler::may_start_sequence(const TokenView& token) const {
    return std::any_of(m_sequence_rules.begin(), m_sequence_rules.end(), [&](std::size_t rule) {
        const auto& alternatives = m_rules[rule].alternatives;
        return std::any_of(alternatives.begin(), alternatives.end(),
                           [&](const auto& pattern) { return holds(pattern.front(), token); });
    });
}

void AttributeRuler::apply_all(const std::vector<TokenView>& tokens, std::size_t at,
                               TokenAttributes& attributes) const {
    for (const Rule& rule : m_rules) {
        const bool any =
            std::any_of(rule.alternatives.begin(), rule.alternatives.end(), [&](const auto& pattern) {
                return at >= rule.index && matches_at(pattern, tokens, at - rule.index);
            });
        if (any) rule.set(attributes);
    }
}

} // namespace dateline::language
