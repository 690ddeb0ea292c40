// train_pronouns PASSAGES …: compares the weights by which pronouns find their antecedents with weights
// fitted to passages with marked pronouns (data/training/pronouns/) by cross-validation, prints the errors of
// those in use, and writes the fitted ones to standard output as data/who/pronoun_weights.txt has them.
// `--penalty X` sets how strongly they are held to the ones in use.

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

#include <fmt/format.h>

#include "app/data_folder.hpp"
#include "base/error.hpp"
#include "language/pipeline.hpp"
#include "marked_text.hpp"
#include "ranking.hpp"
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

/// Weights now in use, read back through the model: the score of one feature alone.
Weights weights_in_use(who::PronounClass pronoun_class) {
    Weights weights{};
    for (std::size_t f = 0; f < feature_count; ++f) {
        who::Features one;
        one.set(static_cast<who::Feature>(f));
        weights[f] = antecedent_score(pronoun_class, one);
    }
    return weights;
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

    [[nodiscard]] const std::vector<Instance>& instances() const { return m_instances; }
    [[nodiscard]] std::size_t unanswered() const { return m_unanswered; }

  private:
    int choose(const MarkedText& passage, const Parse& parse, const std::vector<who::FoundMention>& mentions,
               std::size_t pronoun, std::span<const Candidate> candidates, const who::Clusters& clusters) {
        Instance instance;
        instance.pronoun_class = who::Antecedents::class_of(mentions[pronoun]);
        instance.passage = m_passages;
        for (const Candidate& candidate : candidates) {
            instance.candidates.push_back(candidate.features);
            instance.heads.emplace_back(candidate.head == no_token ? "-" : parse.at(candidate.head).text);
        }
        const auto mark = std::find_if(passage.pronouns.begin(), passage.pronouns.end(), [&](const auto& p) {
            return p.start == mentions[pronoun].span.start;
        });
        if (mark == passage.pronouns.end())
            return candidates.empty()
                       ? -1
                       : static_cast<int>(best(instance, weights_in_use(instance.pronoun_class)));
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
double cross_validate(const Instances& instances, const Weights& prior, double penalty) {
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

void run(const std::vector<std::string>& files, double penalty) {
    Collector collector(app::data_folder(""));
    for (const std::string& file : files)
        for (const MarkedText& passage : read_marked(file)) collector.add(passage);
    fmt::print(stderr, "{} pronouns with a candidate that is right, {} without\n",
               collector.instances().size(), collector.unanswered());
    std::array<Weights, who::pronoun_class_count> fitted{};
    for (std::size_t c = 0; c < who::pronoun_class_count; ++c) {
        const auto pronoun_class = static_cast<who::PronounClass>(c);
        Instances own;
        for (const Instance& instance : collector.instances())
            if (instance.pronoun_class == pronoun_class) own.push_back(&instance);
        const Weights now = weights_in_use(pronoun_class);
        print_errors(own, now);
        fitted[c] = fit(own, now, penalty);
        fmt::print(
            stderr,
            "class {}: {} pronouns, in use {:.3f}, cross-validated {:.3f}, on its own training {:.3f}\n", c,
            own.size(), accuracy(own, now), cross_validate(own, now, penalty), accuracy(own, fitted[c]));
    }
    fmt::print(
        "# What speaks for an antecedent of a pronoun: feature, weight for he and she, for it, for they.\n");
    for (std::size_t f = 0; f < feature_count; ++f)
        fmt::print("{} {:.2f} {:.2f} {:.2f}\n", who::feature_name(f), fitted[0][f], fitted[1][f],
                   fitted[2][f]);
}

} // namespace

} // namespace dateline::train

int main(int count, char** values) {
    std::vector<std::string> files;
    double penalty = 10;
    for (int i = 1; i < count; ++i) {
        const std::string argument = values[i];
        if (argument == "--penalty" && i + 1 < count)
            penalty = std::stod(values[++i]);
        else
            files.push_back(argument);
    }
    try {
        dateline::train::run(files, penalty);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "train_pronouns: {}\n", failure.what());
        return 2;
    }
    return 0;
}
