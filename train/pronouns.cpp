// train_pronouns PASSAGES …: compares the weights by which pronouns find their antecedents with weights
// fitted to passages with marked pronouns (data/training/pronouns/) by cross-validation, prints the errors of
// those in use, and writes the fitted ones to standard output as data/who/pronoun_weights.txt has them.
// `--start FILE` names the weights the fit starts from and is held to (without it, nothing): by `--penalty
// X`, those of products of features, which only `he` and `she` have passages enough for, by
// `--product-penalty X`.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>

#include <fmt/format.h>

#include "app/data_folder.hpp"
#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "language/pipeline.hpp"
#include "marked_text.hpp"
#include "ranking.hpp"
#include "where/fields.hpp"
#include "where/gazetteer.hpp"
#include "where/where.hpp"
#include "who/linker.hpp"
#include "who/mention.hpp"
#include "who/who.hpp"

namespace dateline::train {

namespace {

using who::Candidate;
using who::feature_count;
using Instances = std::vector<const Instance*>;

constexpr std::size_t folds = 10;
constexpr std::size_t fewest = 40; // candidates that a product must be seen in

/// The weights of one class of pronouns in a table: a feature and three weights a line. Without a path,
/// nothing.
Weights read_start(const std::string& path, std::size_t pronoun_class) {
    Weights weights(parameter_count, 0);
    if (path.empty()) return weights;
    const MappedFile file(path);
    for_each_data_line(file.text(), [&](std::string_view line, int at) {
        const std::string where = path + ":" + std::to_string(at);
        const auto fields = split(line, ' ');
        std::size_t f = 0;
        while (f < feature_count && who::feature_name(f) != fields[0]) ++f;
        if (f == feature_count || fields.size() != 1 + who::pronoun_class_count)
            throw error("{}: expected a feature and three weights", where);
        weights[f] = where::number<double>(fields[1 + pronoun_class], where);
    });
    return weights;
}

/// Weights now in use, read back through the model: the scores of one feature alone and of two.
Weights weights_in_use(who::PronounClass pronoun_class) {
    Weights weights(parameter_count, 0);
    const auto score_of = [&](std::size_t first, std::size_t second) {
        who::Features features;
        features.set(static_cast<who::Feature>(first));
        features.set(static_cast<who::Feature>(second));
        return antecedent_score(pronoun_class, features);
    };
    for (std::size_t f = 0; f < feature_count; ++f) weights[f] = score_of(f, f);
    for (std::size_t f = 0; f < feature_count; ++f)
        for (std::size_t s = f + 1; s < feature_count; ++s)
            weights[parameter_of(f, s)] = score_of(f, s) - weights[f] - weights[s];
    return weights;
}

std::size_t best_in_use(who::PronounClass pronoun_class, std::span<const Candidate> candidates) {
    const auto score_of = [&](const Candidate& candidate) {
        return antecedent_score(pronoun_class, candidate.features);
    };
    const auto found = std::max_element(
        candidates.begin(), candidates.end(),
        [&](const Candidate& one, const Candidate& other) { return score_of(one) < score_of(other); });
    return static_cast<std::size_t>(found - candidates.begin());
}

/// Collects the instances of passages while the linker runs over them, led by the right answers.
class Collector {
  public:
    explicit Collector(const std::filesystem::path& data)
        : m_pipeline(data / "models" / "en_core_web_md"), m_parser(m_pipeline),
          m_gazetteer(data / "gazetteer" / "gazetteer.bin") {}

    void add(const MarkedText& passage) {
        Report report;
        report.text = passage.text;
        const Parse parse = m_parser.parse(report.text);
        const auto places = where::find_places(parse, report, m_gazetteer);
        const auto names = who::find_names(parse, report, places, m_book, m_gazetteer);
        const auto mentions = who::find_mentions(parse, report, names, places, m_book);
        who::link_mentions(
            parse, mentions, places,
            [&](std::size_t pronoun, std::span<const Candidate> candidates, const who::Clusters& clusters) {
                return choose(passage, parse, mentions, pronoun, candidates, clusters);
            });
        ++m_passages;
    }

    [[nodiscard]] std::vector<Instance> take(who::PronounClass pronoun_class) const {
        std::vector<Instance> own;
        for (const Instance& instance : m_instances)
            if (instance.pronoun_class == pronoun_class) own.push_back(instance);
        return own;
    }
    [[nodiscard]] std::size_t answered() const { return m_instances.size(); }
    [[nodiscard]] std::size_t unanswered() const { return m_unanswered; }

  private:
    int choose(const MarkedText& passage, const Parse& parse, const std::vector<who::FoundMention>& mentions,
               std::size_t pronoun, std::span<const Candidate> candidates, const who::Clusters& clusters) {
        Instance instance;
        instance.pronoun_class = who::Antecedents::class_of(mentions[pronoun]);
        instance.passage = m_passages;
        for (const Candidate& candidate : candidates) {
            instance.candidates.push_back(terms_of(candidate.features));
            instance.heads.emplace_back(candidate.head == no_token ? "-" : parse.at(candidate.head).text);
        }
        const auto mark = std::find_if(passage.pronouns.begin(), passage.pronouns.end(), [&](const auto& p) {
            return p.start == mentions[pronoun].span.start;
        });
        if (mark == passage.pronouns.end())
            return candidates.empty() ? -1
                                      : static_cast<int>(best_in_use(instance.pronoun_class, candidates));
        if (mark->answer == "?") return -1;
        int right = -1;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            instance.right.push_back(is_right(candidates[c], mark->answer, parse, mentions, clusters));
            if (instance.right.back() && right < 0) right = static_cast<int>(c);
        }
        instance.label =
            fmt::format("{}={}: {}", words(parse.text, mentions[pronoun].span), mark->answer, passage.text);
        if (right >= 0)
            m_instances.push_back(std::move(instance));
        else if (++m_unanswered)
            fmt::print(stderr, "no candidate {} for {} in: {}\n", mark->answer,
                       words(parse.text, mentions[pronoun].span), passage.text.substr(0, 90));
        return right;
    }

    static bool is_right(const Candidate& candidate, const std::string& answer, const Parse& parse,
                         const std::vector<who::FoundMention>& mentions, const who::Clusters& clusters) {
        if (answer == "-") return candidate.cluster < 0 && candidate.ahead < 0;
        const auto names_it = [&](std::size_t m) {
            return words(parse.text, mentions[m].core).find(answer) != std::string_view::npos;
        };
        if (candidate.ahead >= 0) return names_it(static_cast<std::size_t>(candidate.ahead));
        if (candidate.cluster < 0) return false;
        const auto& members = clusters[candidate.cluster].mentions;
        return std::any_of(members.begin(), members.end(), names_it);
    }

    language::Pipeline m_pipeline;
    language::Parser m_parser;
    where::Gazetteer m_gazetteer;
    who::ActorBook m_book;
    std::vector<Instance> m_instances;
    std::size_t m_passages = 0, m_unanswered = 0;
};

/// Accuracy of weights fitted to nine tenths of the passages on the tenth, over all tenths.
double cross_validate(const Instances& instances, const Weights& prior, const Penalty& penalty) {
    double right = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        Instances seen, unseen;
        for (const Instance* instance : instances)
            (instance->passage % folds == fold ? unseen : seen).push_back(instance);
        right += accuracy(unseen, fit(seen, prior, penalty)) * static_cast<double>(unseen.size());
    }
    return instances.empty() ? 0 : right / static_cast<double>(instances.size());
}

/// Prints the pronouns that weights get wrong: head chosen, pronoun, answer, passage.
void print_errors(const Instances& instances, const Weights& weights) {
    for (const Instance* instance : instances) {
        const std::size_t chosen = best(*instance, weights);
        if (!instance->right[chosen])
            fmt::print(stderr, "wrong: {} for {}\n", instance->heads[chosen], instance->label);
    }
}

struct Options {
    std::vector<std::string> files;
    std::string start;
    Penalty penalty;
};

/// Fits the weights of one class of pronouns and prints how they compare with those in use.
Weights fit_class(std::size_t number, const Collector& collector, const Options& options) {
    const auto pronoun_class = static_cast<who::PronounClass>(number);
    std::vector<Instance> own = collector.take(pronoun_class);
    const Weights now = weights_in_use(pronoun_class);
    Instances instances;
    for (const Instance& instance : own) instances.push_back(&instance);
    print_errors(instances, now);
    const double in_use = accuracy(instances, now);
    if (pronoun_class == who::PronounClass::person)
        drop_rare_products(own, fewest);
    else
        drop_products(own);
    const Weights prior = read_start(options.start, number);
    const Weights fitted = fit(instances, prior, options.penalty);
    fmt::print(stderr,
               "class {}: {} pronouns, in use {:.3f}, cross-validated {:.3f}, on its own training {:.3f}\n",
               number, own.size(), in_use, cross_validate(instances, prior, options.penalty),
               accuracy(instances, fitted));
    return fitted;
}

using ClassWeights = std::array<Weights, who::pronoun_class_count>;

void print_weights(const std::string& name, const ClassWeights& weights, std::size_t parameter) {
    fmt::print("{} {:.2f} {:.2f} {:.2f}\n", name, weights[0][parameter], weights[1][parameter],
               weights[2][parameter]);
}

/// Whether any of the weights is more than nothing.
bool matters(const ClassWeights& weights, std::size_t parameter) {
    constexpr double least = 0.005; // of two decimals
    return std::any_of(weights.begin(), weights.end(),
                       [&](const Weights& one) { return std::abs(one[parameter]) >= least; });
}

void print_table(const ClassWeights& weights) {
    fmt::print(
        "# What speaks for an antecedent of a pronoun: feature, weight for he and she, for it, for they; "
        "then products of two features.\n"
        "# Fitted by train_pronouns to data/training/pronouns/: see the README there.\n");
    for (std::size_t f = 0; f < feature_count; ++f)
        print_weights(std::string(who::feature_name(f)), weights, f);
    for (std::size_t f = 0; f < feature_count; ++f)
        for (std::size_t s = f + 1; s < feature_count; ++s)
            if (matters(weights, parameter_of(f, s)))
                print_weights(fmt::format("{}*{}", who::feature_name(f), who::feature_name(s)), weights,
                              parameter_of(f, s));
}

void run(const Options& options) {
    Collector collector(app::data_folder(""));
    for (const std::string& file : options.files)
        for (const MarkedText& passage : read_marked(file)) collector.add(passage);
    fmt::print(stderr, "{} pronouns with a candidate that is right, {} without\n", collector.answered(),
               collector.unanswered());
    ClassWeights fitted;
    for (std::size_t c = 0; c < who::pronoun_class_count; ++c) fitted[c] = fit_class(c, collector, options);
    print_table(fitted);
}

} // namespace

} // namespace dateline::train

int main(int count, char** values) {
    dateline::train::Options options;
    for (int i = 1; i < count; ++i) {
        const std::string argument = values[i];
        if (argument == "--penalty" && i + 1 < count)
            options.penalty.feature = std::stod(values[++i]);
        else if (argument == "--product-penalty" && i + 1 < count)
            options.penalty.product = std::stod(values[++i]);
        else if (argument == "--start" && i + 1 < count)
            options.start = values[++i];
        else
            options.files.push_back(argument);
    }
    try {
        dateline::train::run(options);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "train_pronouns: {}\n", failure.what());
        return 2;
    }
    return 0;
}
