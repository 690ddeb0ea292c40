// Puts the parts together. A text of more than `most_tokens` tokens is run through the neural parts in pieces
// cut at line ends, so that memory stays bounded; spaCy refuses texts long before that.

#include "language/pipeline.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/error.hpp"
#include "language/attribute_ruler.hpp"
#include "language/config.hpp"
#include "language/lemmatizer.hpp"
#include "language/lexeme.hpp"
#include "language/neural/arc_eager.hpp"
#include "language/neural/encoder.hpp"
#include "language/neural/entity_recognizer.hpp"
#include "language/neural/kernels.hpp"
#include "language/neural/model_file.hpp"
#include "language/tagger.hpp"
#include "language/tokenizer.hpp"

namespace dateline::language {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_tokens = 20'000;

const Config& checked(const Config& config, const fs::path& folder,
                      const std::vector<std::string>& components) {
    // The tokenizer stands in a section of its own or inline, as JSON.
    if (config.get("nlp", "tokenizer") != R"({"@tokenizers":"spacy.Tokenizer.v1"})")
        config.expect("nlp.tokenizer", "@tokenizers", "spacy.Tokenizer.v1");
    for (const std::string& name : components) {
        const std::string section = "components." + name;
        const std::string model = section + ".model";
        if (name == "tagger")
            config.expect(model, "@architectures", "spacy.Tagger.v2");
        else if (name == "parser" || name == "ner")
            config.expect(model, "@architectures", "spacy.TransitionBasedParser.v2");
        else if (name == "tok2vec")
            config.expect(model, "@architectures", "spacy.Tok2Vec.v2");
        else if (name == "lemmatizer")
            config.expect(section, "mode", "rule");
        else if (name != "attribute_ruler")
            throw error("{}: component {} is not supported", folder.string(), name);
    }
    return config;
}

/// The components that run: those of the pipeline without the disabled ones.
std::vector<std::string> running(const Config& config) {
    std::vector<std::string> components = config.list("nlp", "pipeline");
    for (const std::string& name : config.list("nlp", "disabled")) std::erase(components, name);
    return components;
}

/// Reads the encoder of a component that has one of its own instead of listening to the shared one.
void read_own_encoder(const Config& config, const std::string& name, const ModelFile& file,
                      const Vocabulary& vocabulary, std::optional<Encoder>& own) {
    const std::string architecture = config.get("components." + name + ".model.tok2vec", "@architectures");
    if (!architecture.starts_with("spacy.Tok2VecListener.")) own.emplace(file, vocabulary);
}

} // namespace

struct Pipeline::Parts {
    explicit Parts(const fs::path& folder);

    Config config;
    std::vector<std::string> components;
    Vocabulary vocabulary;
    Tokenizer tokenizer;
    std::optional<Encoder> shared_encoder, tagger_encoder, parser_encoder, name_encoder;
    std::optional<Tagger> tagger;
    std::optional<ArcEagerParser> parser;
    std::optional<AttributeRuler> ruler;
    std::optional<Lemmatizer> lemmatizer;
    std::optional<EntityRecognizer> names;

    [[nodiscard]] bool has(const std::string& name) const {
        return std::find(components.begin(), components.end(), name) != components.end();
    }
    [[nodiscard]] const Encoder& encoder_of(const std::optional<Encoder>& own) const {
        if (own) return *own;
        if (!shared_encoder) throw error("a component listens to a tok2vec that the pipeline does not have");
        return *shared_encoder;
    }
};

Pipeline::Parts::Parts(const fs::path& folder)
    : config(folder / "config.cfg"), components(running(config)),
      vocabulary((checked(config, folder, components), folder / "vocab")), tokenizer(folder / "tokenizer") {
    if (has("tok2vec")) shared_encoder.emplace(ModelFile(folder / "tok2vec" / "model"), vocabulary);
    if (has("tagger")) {
        const ModelFile file(folder / "tagger" / "model");
        read_own_encoder(config, "tagger", file, vocabulary, tagger_encoder);
        tagger.emplace(folder / "tagger", file, encoder_of(tagger_encoder).width());
    }
    if (has("parser")) {
        const ModelFile file(folder / "parser" / "model");
        read_own_encoder(config, "parser", file, vocabulary, parser_encoder);
        parser.emplace(folder / "parser", file, encoder_of(parser_encoder).width());
    }
    if (has("attribute_ruler")) ruler.emplace(folder / "attribute_ruler" / "patterns");
    if (has("lemmatizer")) lemmatizer.emplace(folder / "lemmatizer" / "lookups" / "lookups.bin");
    if (has("ner")) {
        const ModelFile file(folder / "ner" / "model");
        read_own_encoder(config, "ner", file, vocabulary, name_encoder);
        names.emplace(folder / "ner", file, encoder_of(name_encoder).width());
    }
}

Pipeline::Pipeline(const fs::path& folder) {
    if (!fs::exists(folder / "config.cfg"))
        throw error("{} is no spaCy pipeline: it has no config.cfg; ./setup fetches en_core_web_md",
                    folder.string());
    m_parts = std::make_unique<Parts>(folder);
}
Pipeline::~Pipeline() = default;

std::string Pipeline::language() const {
    return m_parts->config.get("nlp", "lang");
}

/// What the ruler and the lemmatizer make of a lexeme with a tag and a dependency label.
struct Analysis {
    std::string_view tag, pos, dep;
    std::string lemma;
    Pos pos_label = Pos::other;
    Tag tag_label = Tag::other;
    Dep dep_label = Dep::other;
    bool may_start_sequence = false;
};

/// What an analysis depends on. A label is a view into the model, so its address tells it from others.
struct AnalysisKey {
    std::uint32_t lexeme, tag;
    const char* dep;
    friend bool operator==(const AnalysisKey&, const AnalysisKey&) = default;
    struct Hash {
        std::size_t operator()(const AnalysisKey& key) const {
            const std::uint64_t mixed = (std::uint64_t{key.lexeme} << 8U ^ key.tag) * 0x9E3779B97F4A7C15ULL;
            return mixed ^ reinterpret_cast<std::uintptr_t>(key.dep) ^ mixed >> 32U;
        }
    };
};

struct Parser::Work {
    Work(const Pipeline::Parts& parts, Lemmas lemmas);
    Parse parse(std::string_view text, std::uint32_t border);

  private:
    struct Piece {
        std::size_t first, last; // tokens of the whole text
    };
    void parse_piece(const Piece& piece, Parse& parse);
    const float* rows_of(std::optional<EncoderCache>& own, const std::vector<RawToken>& tokens);
    void annotate(std::size_t first, Parse& parse);
    const Analysis& analyse(const Lexeme& lexeme, std::size_t tag, std::string_view dep);
    Analysis analyse_view(const Lexeme& lexeme, const TokenAttributes& attributes) const;
    void apply_sequences(std::size_t first, Parse& parse);
    static void fill(Token& token, const Analysis& analysis, const Lexeme& lexeme, Parse& parse);
    [[nodiscard]] std::size_t next_cut(std::size_t first, std::uint32_t border) const;
    void forget_if_full();
    /// Whether the lemma is that of the word with straight apostrophes.
    [[nodiscard]] bool is_respelt(const Lexeme& lexeme) const {
        return m_lemmas == Lemmas::of_straight_apostrophes && lexeme.plain.size() != lexeme.lower.size();
    }

    const Pipeline::Parts& m_parts;
    Lemmas m_lemmas;
    LexemeCache m_lexemes;
    TokenizerCache m_tokenizer;
    EncoderMemory m_encoder_memory;
    std::optional<EncoderCache> m_shared, m_tagger_own, m_parser_own, m_names_own;
    TransitionMemory m_scores_memory;
    std::optional<TransitionScores> m_parser_scores, m_name_scores;
    std::unordered_map<AnalysisKey, Analysis, AnalysisKey::Hash> m_analyses;
    std::vector<RawToken> m_all, m_tokens;
    std::vector<bool> m_is_space;
    std::vector<std::size_t> m_tags;
    Tree m_tree;
    std::vector<Entity> m_entities;
    const float* m_shared_rows = nullptr;
};

Parser::Work::Work(const Pipeline::Parts& parts, Lemmas lemmas)
    : m_parts(parts), m_lemmas(lemmas), m_lexemes(parts.vocabulary), m_tokenizer(parts.tokenizer, m_lexemes) {
    if (parts.shared_encoder) m_shared.emplace(*parts.shared_encoder, m_encoder_memory);
    if (parts.tagger_encoder) m_tagger_own.emplace(*parts.tagger_encoder, m_encoder_memory);
    if (parts.parser_encoder) m_parser_own.emplace(*parts.parser_encoder, m_encoder_memory);
    if (parts.name_encoder) m_names_own.emplace(*parts.name_encoder, m_encoder_memory);
    if (parts.parser) m_parser_scores.emplace(parts.parser->scorer(), m_scores_memory);
    if (parts.names) m_name_scores.emplace(parts.names->scorer(), m_scores_memory);
}

void Parser::Work::forget_if_full() {
    if (!m_lexemes.is_full()) return;
    m_tokenizer.clear();
    m_analyses.clear();
    for (auto* cache : {&m_shared, &m_tagger_own, &m_parser_own, &m_names_own})
        if (*cache) (*cache)->clear();
    m_lexemes.clear();
}

const float* Parser::Work::rows_of(std::optional<EncoderCache>& own, const std::vector<RawToken>& tokens) {
    return own ? own->encode(tokens) : m_shared_rows;
}

/// The end of the piece that starts at `first`: at the border, or behind a line end if the text goes on for
/// long.
std::size_t Parser::Work::next_cut(std::size_t first, std::uint32_t border) const {
    if (m_all[first].start < border)
        for (std::size_t i = first; i < std::min(m_all.size(), first + most_tokens); ++i)
            if (m_all[i].start >= border) return i;
    if (m_all.size() - first <= most_tokens) return m_all.size();
    for (std::size_t i = first + most_tokens; i > first + most_tokens / 2; --i)
        if (m_all[i - 1].lexeme->is_space && m_all[i - 1].lexeme->text.find('\n') != std::string_view::npos)
            return i;
    return first + most_tokens;
}

Parse Parser::Work::parse(std::string_view text, std::uint32_t border) {
    forget_if_full();
    Parse parse;
    parse.text_holder = std::make_unique<std::string>(text);
    parse.text = *parse.text_holder;
    m_all.clear();
    m_tokenizer.tokenize(parse.text, m_all);
    parse.tokens.resize(m_all.size());
    for (std::size_t first = 0; first < m_all.size();) {
        const std::size_t last = next_cut(first, border);
        parse_piece({first, last}, parse);
        first = last;
    }
    complete(parse);
    return parse;
}

void Parser::Work::parse_piece(const Piece& piece, Parse& parse) {
    m_tokens.assign(m_all.begin() + static_cast<std::ptrdiff_t>(piece.first),
                    m_all.begin() + static_cast<std::ptrdiff_t>(piece.last));
    const std::size_t count = m_tokens.size();
    m_is_space.resize(count);
    for (std::size_t i = 0; i < count; ++i) m_is_space[i] = m_tokens[i].lexeme->is_space;
    if (m_shared) {
        m_shared_rows = m_shared->encode(m_tokens);
        const std::size_t width = m_parts.shared_encoder->width();
        parse.vector_width = static_cast<std::int32_t>(width);
        parse.vectors.insert(parse.vectors.end(), m_shared_rows, m_shared_rows + count * width);
    }
    m_tags.assign(count, Tagger::no_tag);
    if (m_parts.tagger) m_parts.tagger->tag(rows_of(m_tagger_own, m_tokens), count, m_tags);
    m_tree.heads.resize(count);
    m_tree.labels.assign(count, {});
    m_tree.sentence_starts.assign(count, false);
    for (std::size_t i = 0; i < count; ++i) m_tree.heads[i] = static_cast<int>(i);
    if (m_parts.parser) {
        m_parser_scores->prepare(rows_of(m_parser_own, m_tokens), count);
        m_parts.parser->parse(*m_parser_scores, m_is_space, m_tree);
    }
    m_entities.clear();
    if (m_parts.names) {
        m_name_scores->prepare(rows_of(m_names_own, m_tokens), count);
        m_parts.names->find(*m_name_scores, m_is_space, m_tree.sentence_starts, m_entities, parse.opinions);
    }
    annotate(piece.first, parse);
}

void Parser::Work::annotate(std::size_t first, Parse& parse) {
    const auto offset = static_cast<TokenIndex>(first);
    bool sequences = false;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        Token& token = parse.tokens[first + i];
        const Lexeme& lexeme = *m_tokens[i].lexeme;
        token.span = {m_tokens[i].start, m_tokens[i].start + static_cast<std::uint32_t>(lexeme.text.size())};
        token.head = offset + m_tree.heads[i];
        const Analysis& analysis = analyse(lexeme, m_tags[i], m_tree.labels[i]);
        fill(token, analysis, lexeme, parse);
        sequences = sequences || analysis.may_start_sequence;
        if (i == 0 || m_tree.sentence_starts[i]) {
            if (!parse.sentences.empty()) parse.sentences.back().last = offset + static_cast<TokenIndex>(i);
            parse.sentences.push_back({offset + static_cast<TokenIndex>(i), 0, no_token, {}});
        }
    }
    if (!parse.sentences.empty())
        parse.sentences.back().last = offset + static_cast<TokenIndex>(m_tokens.size());
    if (sequences) apply_sequences(first, parse);
    for (const Entity& entity : m_entities)
        parse.names.push_back(
            {offset + entity.first, offset + entity.last, {}, NameType::other, entity.label});
}

void Parser::Work::fill(Token& token, const Analysis& analysis, const Lexeme& lexeme, Parse& parse) {
    // Most words are their own lower form and lemma: then the view of the text itself serves.
    const std::string_view written = words(parse.text, token.span);
    token.lower = lexeme.plain == written ? written : parse.arena.keep(lexeme.plain);
    token.lemma = analysis.lemma == written       ? written
                  : analysis.lemma == token.lower ? token.lower
                                                  : parse.arena.keep(analysis.lemma);
    token.tag_text = analysis.tag;
    token.pos_text = analysis.pos;
    token.dep_text = analysis.dep;
    token.tag = analysis.tag_label;
    token.pos = analysis.pos_label;
    // The model, which has not learned it, takes `n’t` for any adverb; the label that is written stays the
    // model's.
    token.dep = lexeme.plain == "n't" ? Dep::neg : analysis.dep_label;
}

Analysis Parser::Work::analyse_view(const Lexeme& lexeme, const TokenAttributes& attributes) const {
    Analysis analysis{
        attributes.tag,         attributes.pos,         attributes.dep,         std::string(attributes.lemma),
        pos_of(attributes.pos), tag_of(attributes.tag), dep_of(attributes.dep), false};
    const bool is_curved = is_respelt(lexeme) && attributes.pos != "PROPN";
    if (m_parts.lemmatizer && analysis.lemma.empty())
        analysis.lemma =
            m_parts.lemmatizer->lemma(is_curved ? lexeme.plain : lexeme.text, attributes.pos,
                                      attributes.morph == "_" ? std::string_view{} : attributes.morph);
    return analysis;
}

const Analysis& Parser::Work::analyse(const Lexeme& lexeme, std::size_t tag, std::string_view dep) {
    const AnalysisKey key{lexeme.index, static_cast<std::uint32_t>(tag), dep.data()};
    const auto known = m_analyses.find(key);
    if (known != m_analyses.end()) return known->second;
    const TokenView view{m_parts.tagger ? m_parts.tagger->label(tag) : std::string_view{}, dep, lexeme.lower,
                         lexeme.is_space};
    TokenAttributes attributes{view.tag, {}, {}, {}, dep};
    if (m_parts.ruler) m_parts.ruler->apply_single(view, attributes);
    if (m_parts.ruler && is_respelt(lexeme)) { // only the lemma, as of `'s`
        TokenAttributes straight{view.tag, {}, {}, {}, dep};
        m_parts.ruler->apply_single({view.tag, dep, lexeme.plain, lexeme.is_space}, straight);
        attributes.lemma = straight.lemma;
    }
    Analysis analysis = analyse_view(lexeme, attributes);
    analysis.may_start_sequence = m_parts.ruler && m_parts.ruler->may_start_sequence(view);
    return m_analyses.emplace(key, std::move(analysis)).first->second;
}

/// Rules over several tokens are rare: where one could start, its tokens are analysed again with all rules.
void Parser::Work::apply_sequences(std::size_t first, Parse& parse) {
    std::vector<TokenView> views;
    for (std::size_t i = 0; i < m_tokens.size(); ++i)
        views.push_back({m_parts.tagger ? m_parts.tagger->label(m_tags[i]) : std::string_view{},
                         m_tree.labels[i], m_tokens[i].lexeme->lower, m_is_space[i]});
    std::size_t behind = 0; // tokens in front of this index are done
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (!analyse(*m_tokens[i].lexeme, m_tags[i], m_tree.labels[i]).may_start_sequence) continue;
        for (std::size_t t = std::max(i, behind); t < std::min(i + m_parts.ruler->longest(), m_tokens.size());
             ++t) {
            TokenAttributes attributes{views[t].tag, {}, {}, {}, views[t].dep};
            m_parts.ruler->apply_all(views, t, attributes);
            fill(parse.tokens[first + t], analyse_view(*m_tokens[t].lexeme, attributes), *m_tokens[t].lexeme,
                 parse);
            behind = t + 1;
        }
    }
}

Parser::Parser(const Pipeline& pipeline, Lemmas lemmas)
    : m_work(std::make_unique<Work>(*pipeline.m_parts, lemmas)) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parse Parser::parse(std::string_view text, std::uint32_t border) {
    return m_work->parse(text, border);
}

} // namespace dateline::language
