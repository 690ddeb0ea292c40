#include <algorithm>
#include <array>

#include "who/mention_words.hpp"

namespace dateline::who {

namespace {

struct Pronoun {
    std::string_view word;
    std::string_view gender;
    bool plural = false;
};

constexpr std::array pronouns{
    Pronoun{"he", "m"},
    Pronoun{"him", "m"},
    Pronoun{"his", "m"},
    Pronoun{"himself", "m"},
    Pronoun{"she", "f"},
    Pronoun{"her", "f"},
    Pronoun{"hers", "f"},
    Pronoun{"herself", "f"},
    Pronoun{"it", "n"},
    Pronoun{"its", "n"},
    Pronoun{"itself", "n"},
    Pronoun{"they", "", true},
    Pronoun{"them", "", true},
    Pronoun{"their", "", true},
    Pronoun{"theirs", "", true},
    Pronoun{"themselves", "", true},
    Pronoun{"we", "", true},
    Pronoun{"us", "", true},
    Pronoun{"our", "", true},
    Pronoun{"ours", "", true},
    Pronoun{"ourselves", "", true},
    Pronoun{"i", ""},
    Pronoun{"me", ""},
    Pronoun{"my", ""},
    Pronoun{"mine", ""},
    Pronoun{"myself", ""},
    Pronoun{"whose", ""},
    Pronoun{"you", ""},
    Pronoun{"your", ""},
    Pronoun{"yours", ""},
    Pronoun{"yourself", ""},
};

} // namespace

std::optional<FoundMention> pronoun_mention(TokenIndex at, const Parse& parse) {
    const Token& token = parse.at(at);
    if (token.tag != Tag::prp && token.tag != Tag::prps && token.tag != Tag::wps) return {};
    if (token.dep == Dep::expl) return {};
    const auto found = std::find_if(pronouns.begin(), pronouns.end(),
                                    [&](const Pronoun& pronoun) { return pronoun.word == token.lower; });
    if (found == pronouns.end()) return {};
    FoundMention mention;
    mention.form = FoundMention::Form::pronoun;
    mention.head = at;
    mention.span = mention.core = token.span;
    mention.lemma = token.lower;
    mention.gender = found->gender;
    mention.plural = found->plural;
    return mention;
}

} // namespace dateline::who
