#pragma once

// What the language room makes of a text: sentences, tokens, tags, the dependency tree, names. Every later
// room reads a `Parse`; none changes one. Labels are those of spaCy's English pipelines: Universal POS, Penn
// Treebank tags, ClearNLP dependencies, OntoNotes names. A label of another pipeline becomes `other` and
// keeps its text.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace dateline {

// clang-format off
#define DATELINE_POS(X) \
    X(other, "") X(adj, "ADJ") X(adp, "ADP") X(adv, "ADV") X(aux, "AUX") X(cconj, "CCONJ") X(conj, "CONJ") \
    X(det, "DET") X(intj, "INTJ") X(noun, "NOUN") X(num, "NUM") X(part, "PART") X(pron, "PRON") \
    X(propn, "PROPN") X(punct, "PUNCT") X(sconj, "SCONJ") X(sym, "SYM") X(verb, "VERB") X(x, "X") X(space, "SPACE")

#define DATELINE_TAG(X) \
    X(other, "") X(cc, "CC") X(cd, "CD") X(dt, "DT") X(ex, "EX") X(fw, "FW") X(in, "IN") X(jj, "JJ") \
    X(jjr, "JJR") X(jjs, "JJS") X(ls, "LS") X(md, "MD") X(nn, "NN") X(nnp, "NNP") X(nnps, "NNPS") X(nns, "NNS") \
    X(pdt, "PDT") X(pos, "POS") X(prp, "PRP") X(prps, "PRP$") X(rb, "RB") X(rbr, "RBR") X(rbs, "RBS") X(rp, "RP") \
    X(sym, "SYM") X(to, "TO") X(uh, "UH") X(vb, "VB") X(vbd, "VBD") X(vbg, "VBG") X(vbn, "VBN") X(vbp, "VBP") \
    X(vbz, "VBZ") X(wdt, "WDT") X(wp, "WP") X(wps, "WP$") X(wrb, "WRB") X(add, "ADD") X(afx, "AFX") X(hyph, "HYPH") \
    X(nfp, "NFP") X(xx, "XX") X(space, "_SP") X(comma, ",") X(period, ".") X(colon, ":") X(open_quote, "``") \
    X(close_quote, "''") X(lrb, "-LRB-") X(rrb, "-RRB-") X(currency, "$")

#define DATELINE_DEP(X) \
    X(other, "") X(root, "ROOT") X(acl, "acl") X(acomp, "acomp") X(advcl, "advcl") X(advmod, "advmod") \
    X(agent, "agent") X(amod, "amod") X(appos, "appos") X(attr, "attr") X(aux, "aux") X(auxpass, "auxpass") \
    X(case_, "case") X(cc, "cc") X(ccomp, "ccomp") X(compound, "compound") X(conj, "conj") X(csubj, "csubj") \
    X(csubjpass, "csubjpass") X(dative, "dative") X(dep, "dep") X(det, "det") X(dobj, "dobj") X(expl, "expl") \
    X(intj, "intj") X(mark, "mark") X(meta, "meta") X(neg, "neg") X(nmod, "nmod") X(npadvmod, "npadvmod") \
    X(nsubj, "nsubj") X(nsubjpass, "nsubjpass") X(nummod, "nummod") X(oprd, "oprd") X(parataxis, "parataxis") \
    X(pcomp, "pcomp") X(pobj, "pobj") X(poss, "poss") X(preconj, "preconj") X(predet, "predet") X(prep, "prep") \
    X(prt, "prt") X(punct, "punct") X(quantmod, "quantmod") X(relcl, "relcl") X(xcomp, "xcomp")

#define DATELINE_NAME_TYPE(X) \
    X(other, "") X(cardinal, "CARDINAL") X(date, "DATE") X(event, "EVENT") X(fac, "FAC") X(gpe, "GPE") \
    X(language, "LANGUAGE") X(law, "LAW") X(loc, "LOC") X(money, "MONEY") X(norp, "NORP") X(ordinal, "ORDINAL") \
    X(org, "ORG") X(percent, "PERCENT") X(person, "PERSON") X(product, "PRODUCT") X(quantity, "QUANTITY") \
    X(time, "TIME") X(work_of_art, "WORK_OF_ART")
// clang-format on

#define DATELINE_ENUMERATOR(name, text) name,
enum class Pos : std::uint8_t { DATELINE_POS(DATELINE_ENUMERATOR) };
enum class Tag : std::uint8_t { DATELINE_TAG(DATELINE_ENUMERATOR) };
enum class Dep : std::uint8_t { DATELINE_DEP(DATELINE_ENUMERATOR) };
enum class NameType : std::uint8_t { DATELINE_NAME_TYPE(DATELINE_ENUMERATOR) };
#undef DATELINE_ENUMERATOR

/// The label's text (`Dep::case_` → `case`); empty for `other`.
std::string_view to_text(Pos pos);
std::string_view to_text(Tag tag);
std::string_view to_text(Dep dep);
std::string_view to_text(NameType type);
/// The label of a text; `other` when it is none of ours.
Pos pos_of(std::string_view text);
Tag tag_of(std::string_view text);
Dep dep_of(std::string_view text);
NameType name_type_of(std::string_view text);

/// Index of a token in `Parse::tokens`; `no_token` where there is none.
using TokenIndex = std::int32_t;
constexpr TokenIndex no_token = -1;

/// Bump allocator for the strings of one parse. Views stay valid while the arena lives, also when it is
/// moved.
class TextArena {
  public:
    /// A copy of `text` that lives as long as the arena.
    std::string_view keep(std::string_view text);

  private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_used = 0;
    std::size_t m_capacity = 0;
};

struct Token {
    Span span;
    std::string_view text;  // into Parse::text
    std::string_view lower; // lowered as spaCy's `lower_`
    std::string_view lemma; // as spaCy's `lemma_` (`-PRON-` is never used); empty for pipelines without one
    std::string_view tag_text, dep_text, pos_text; // as the pipeline names them
    TokenIndex head = no_token;                    // itself for a root
    TokenIndex left_edge = no_token;               // first and last token of the subtree, inclusive
    TokenIndex right_edge = no_token;
    TokenIndex first_child = no_token; // children in text order: first_child, then next_sibling
    TokenIndex next_sibling = no_token;
    std::int32_t sentence = 0; // index into Parse::sentences
    Pos pos = Pos::other;
    Tag tag = Tag::other;
    Dep dep = Dep::other;
    NameType name_type = NameType::other; // of the name the token is in
    std::int32_t name = -1;               // index into Parse::names, -1 outside
};

/// A sentence: tokens `[first, last)`.
struct Sentence {
    TokenIndex first = 0;
    TokenIndex last = 0;
    TokenIndex root = no_token;
    Span span;
};

/// A name as the language model found it: tokens `[first, last)`.
struct Name {
    TokenIndex first = 0;
    TokenIndex last = 0;
    Span span;
    NameType type = NameType::other;
    std::string_view type_text;
};

/// Children of a token, for range-for.
class Children {
  public:
    class Iterator {
      public:
        Iterator(const Token* tokens, TokenIndex at) : m_tokens(tokens), m_at(at) {}
        TokenIndex operator*() const { return m_at; }
        Iterator& operator++() {
            m_at = m_tokens[m_at].next_sibling;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_at != other.m_at; }

      private:
        const Token* m_tokens;
        TokenIndex m_at;
    };
    Children(const Token* tokens, TokenIndex first) : m_tokens(tokens), m_first(first) {}
    [[nodiscard]] Iterator begin() const { return {m_tokens, m_first}; }
    [[nodiscard]] Iterator end() const { return {m_tokens, no_token}; }

  private:
    const Token* m_tokens;
    TokenIndex m_first;
};

/// What the language model thought of a name starting at a token: its highest score for a name of each kind
/// and for none, on one scale (differences count; one of 2 is a clear choice). All equal inside a name.
struct NameOpinion {
    static constexpr float least = -1000;
    float person = least, org = least, place = least, nation = least, other = least, none = least;
};

/// The parse of one text. Movable, not copyable; the token views point into `text` and `arena`, or into the
/// pipeline that made it, which must outlive it.
struct Parse {
    std::unique_ptr<std::string> text_holder; // owns the text so that moving a Parse keeps all views valid
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Name> names;
    std::vector<float>
        vectors; // tokens × vector_width: the shared encoder's output; empty without an encoder
    std::int32_t vector_width = 0;
    std::vector<NameOpinion> opinions; // one a token; empty when the names come from elsewhere
    TextArena arena;

    [[nodiscard]] const Token& at(TokenIndex i) const { return tokens[static_cast<std::size_t>(i)]; }
    [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(tokens.size()); }
    [[nodiscard]] Children children(TokenIndex i) const { return {tokens.data(), at(i).first_child}; }
    [[nodiscard]] const Sentence& sentence_of(TokenIndex i) const {
        return sentences[static_cast<std::size_t>(at(i).sentence)];
    }
    /// The first child with the label, or `no_token`.
    [[nodiscard]] TokenIndex child(TokenIndex i, Dep dep) const;
    [[nodiscard]] bool has_child(TokenIndex i, Dep dep) const { return child(i, dep) != no_token; }
    /// Bytes from the first token's start to the last token's end; tokens `[first, last)`, not empty.
    [[nodiscard]] Span span_of(TokenIndex first, TokenIndex last) const {
        return {at(first).span.start, at(last - 1).span.end};
    }
    /// The token that covers the byte, else the first behind it; `size()` when there is none.
    [[nodiscard]] TokenIndex token_at(std::uint32_t byte) const;
    /// The encoder's vector of a token; null when there is none.
    [[nodiscard]] const float* vector(TokenIndex i) const {
        return vectors.empty() ? nullptr : vectors.data() + static_cast<std::ptrdiff_t>(i) * vector_width;
    }
};

/// Fills what follows from spans, heads, labels, sentence borders and names: children, edges, token texts,
/// roots, name and sentence indexes, enums from label texts. `sentences` and `names` need `first` and `last`
/// only. Heads must lie inside the parse; one that leaves its sentence makes a root of the token.
void complete(Parse& parse);

} // namespace dateline
