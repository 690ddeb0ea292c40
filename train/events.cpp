// train_events STORIES …: fits the weights by which claims are found to tell one event to reports with marked
// events (data/training/events/), compares them by cross-validation over the files with those in use, and
// writes them to standard output as data/merge/pair_weights.txt has them. `--prior FILE` names weights that
// the new ones are held to (else those in use), `--penalty X` how strongly; `--show N` prints the N pairs
// that the new weights get most wrong.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "app/coder.hpp"
#include "app/data_folder.hpp"
#include "base/error.hpp"
#include "event_stories.hpp"
#include "logistic.hpp"
#include "merge/actors.hpp"
#include "merge/evidence.hpp"
#include "merge/near_pairs.hpp"
#include "merge/stories.hpp"

namespace dateline::train {

namespace {

using merge::PairFeatures;
using Examples = std::vector<const PairExample*>;

struct Options {
    std::vector<std::string> files;
    std::string prior;
    double penalty = 30;
    std::size_t show = 0;
};

/// All reports as one pile, coded, in order of publication.
struct Pile {
    std::vector<CodedReport> coded;
    std::vector<std::vector<EventMark>> marks;
    std::vector<std::size_t> file;
};

Pile read_pile(const std::vector<std::string>& files) {
    std::vector<MarkedReport> marked;
    for (std::size_t f = 0; f < files.size(); ++f)
        for (MarkedReport& report : read_stories(files[f])) {
            report.file = f;
            marked.push_back(std::move(report));
        }
    // As merge::Reports has them.
    std::sort(marked.begin(), marked.end(), [](const MarkedReport& a, const MarkedReport& b) {
        const std::string &day = a.report.published.value, &other_day = b.report.published.value;
        if (day.empty() != other_day.empty()) return other_day.empty();
        return std::tie(day, a.report.id) < std::tie(other_day, b.report.id);
    });
    const std::filesystem::path data = app::data_folder("");
    app::CoderOptions options;
    options.model = data / "models" / "en_core_web_md";
    options.gazetteer = data / "gazetteer" / "gazetteer.bin";
    const app::Coder coder(options);
    language::Parser parser = coder.parser();
    Pile pile;
    for (MarkedReport& report : marked) {
        pile.coded.push_back(coder.code(std::move(report.report), parser));
        pile.marks.push_back(std::move(report.marks));
        pile.file.push_back(report.file);
    }
    return pile;
}

/// The event each claim tells; "" for one without a mark, of which nothing is learned.
std::vector<std::string> events_of(const Pile& pile, const merge::ClaimViews& views) {
    std::vector<std::string> out;
    for (std::size_t v = 0; v < views.size(); ++v) {
        const merge::ClaimView& view = views[v];
        const Span trigger = pile.coded[view.report].claims[view.claim].trigger;
        const auto& marks = pile.marks[view.report];
        const auto mark = std::find_if(marks.begin(), marks.end(),
                                       [&](const EventMark& m) { return m.span.overlaps(trigger); });
        out.push_back(mark == marks.end() ? "" : mark->event);
    }
    return out;
}

struct Pairs {
    std::vector<PairExample> examples;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> claims; // of each example
};

Pairs collect(const Pile& pile, const merge::Reports& reports, const merge::ClaimViews& views,
              const merge::ActorTable& actors, const std::vector<std::string>& events) {
    Pairs out;
    const merge::Comparer comparer(views, actors);
    for_each_near_pair(reports, views, actors, [&](std::uint32_t one, std::uint32_t other) {
        if (events[one].empty() || events[other].empty()) return;
        PairExample example;
        example.features = comparer.features(views[one], views[other]);
        // What no evidence can outweigh is not weighed.
        if (example.features[static_cast<std::size_t>(merge::PairFeature::never)] > 0) return;
        example.are_one = events[one] == events[other];
        example.file = pile.file[views.report_of(other)];
        out.examples.push_back(example);
        out.claims.emplace_back(one, other);
    });
    return out;
}

/// How well log-odds above `least` find the pairs that are one: precision and recall.
struct Figures {
    std::size_t right = 0, found = 0, wanted = 0;
    double loss = 0;

    void add(const PairExample& example, double odds, double least) {
        wanted += example.are_one ? 1 : 0;
        found += odds > least ? 1 : 0;
        right += odds > least && example.are_one ? 1 : 0;
        loss += std::log1p(std::exp(example.are_one ? -odds : odds));
    }
    [[nodiscard]] std::string text() const {
        const auto share = [](std::size_t a, std::size_t b) {
            return b == 0 ? 0 : static_cast<double>(a) / static_cast<double>(b);
        };
        return fmt::format("precision {:.3f}, recall {:.3f}, loss {:.1f}", share(right, found),
                           share(right, wanted), loss);
    }
};

Figures measure(const Examples& examples, const PairFeatures& weights) {
    Figures figures;
    for (const PairExample* example : examples) figures.add(*example, log_odds(*example, weights), 0);
    return figures;
}

/// Weights fitted to all files but one, measured on that one.
Figures cross_validate(const Examples& examples, std::size_t files, const PairFeatures& prior,
                       double penalty) {
    Figures figures;
    for (std::size_t file = 0; file < files; ++file) {
        Examples seen, unseen;
        for (const PairExample* example : examples)
            (example->file == file ? unseen : seen).push_back(example);
        const PairFeatures weights = fit(seen, prior, penalty);
        for (const PairExample* example : unseen) figures.add(*example, log_odds(*example, weights), 0);
    }
    return figures;
}

/// All pairs of claims that tell one event, also those that do not meet.
std::size_t pairs_of_one(const std::vector<std::string>& events) {
    std::map<std::string, std::size_t> tellings;
    std::size_t pairs = 0;
    for (const std::string& event : events)
        if (!event.empty()) pairs += tellings[event]++;
    return pairs;
}

std::string shown(const Pile& pile, const merge::ClaimView& view, const std::string& event) {
    const CodedReport& coded = pile.coded[view.report];
    const Claim& claim = coded.claims[view.claim];
    const Span sentence = coded.parse.sentences[static_cast<std::size_t>(claim.sentence)].span;
    return fmt::format("{} [{}={}] {}", coded.report.id, words(coded.report.text, claim.trigger), event,
                       words(coded.report.text, sentence));
}

void show_worst(const Pile& pile, const merge::ClaimViews& views, const std::vector<std::string>& events,
                const Pairs& pairs, const PairFeatures& weights, std::size_t count) {
    std::vector<std::pair<double, std::size_t>> wrong;
    for (std::size_t p = 0; p < pairs.examples.size(); ++p) {
        const double odds = log_odds(pairs.examples[p], weights);
        wrong.emplace_back(pairs.examples[p].are_one ? odds : -odds, p);
    }
    std::sort(wrong.begin(), wrong.end());
    for (std::size_t w = 0; w < std::min(count, wrong.size()); ++w) {
        const auto [one, other] = pairs.claims[wrong[w].second];
        fmt::print(stderr, "\n{:.1f} {}\n  {}\n  {}\n ", wrong[w].first,
                   pairs.examples[wrong[w].second].are_one ? "one" : "two",
                   shown(pile, views[one], events[one]), shown(pile, views[other], events[other]));
        for (std::size_t f = 0; f < merge::pair_feature_count; ++f)
            if (pairs.examples[wrong[w].second].features[f] != 0)
                fmt::print(stderr, " {}", merge::pair_feature_name(static_cast<merge::PairFeature>(f)));
        fmt::print(stderr, "\n");
    }
}

void print_weights(const PairFeatures& weights) {
    fmt::print(
        "# What each feature of a pair of claims (src/merge/pair_features.hpp) adds to the logarithm of "
        "the odds that they tell one event.\n# Made by train_events from data/training/events/.\n");
    for (std::size_t f = 0; f < merge::pair_feature_count; ++f)
        fmt::print("{} {:.2f}\n", merge::pair_feature_name(static_cast<merge::PairFeature>(f)), weights[f]);
}

PairFeatures read_prior(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw error("{}: cannot be read", path);
    return merge::read_pair_weights(std::string(std::istreambuf_iterator<char>(file), {}));
}

void run(const Options& options) {
    const Pile pile = read_pile(options.files);
    const merge::Reports reports(merge::source_of(pile.coded));
    const std::vector<Story> stories = merge::find_stories(reports);
    const merge::ActorTable actors = merge::join_actors(reports, stories);
    const merge::ClaimViews views(reports, actors, stories);
    const std::vector<std::string> events = events_of(pile, views);
    const Pairs pairs = collect(pile, reports, views, actors, events);
    Examples examples;
    for (const PairExample& example : pairs.examples) examples.push_back(&example);
    const PairFeatures now = merge::pair_weights(),
                       prior = options.prior.empty() ? now : read_prior(options.prior);
    const PairFeatures fitted = fit(examples, prior, options.penalty);
    const auto ones =
        std::count_if(examples.begin(), examples.end(), [](const PairExample* e) { return e->are_one; });
    fmt::print(stderr,
               "{} claims, {} pairs that meet, {} of them of one event (of {})\nin use:          "
               "{}\ncross-validated: {}\non the training: {}\n",
               views.size(), examples.size(), ones, pairs_of_one(events), measure(examples, now).text(),
               cross_validate(examples, options.files.size(), prior, options.penalty).text(),
               measure(examples, fitted).text());
    show_worst(pile, views, events, pairs, fitted, options.show);
    print_weights(fitted);
}

} // namespace

} // namespace dateline::train

int main(int count, char** values) {
    dateline::train::Options options;
    for (int i = 1; i < count; ++i) {
        const std::string argument = values[i];
        if (argument == "--prior" && i + 1 < count)
            options.prior = values[++i];
        else if (argument == "--penalty" && i + 1 < count)
            options.penalty = std::stod(values[++i]);
        else if (argument == "--show" && i + 1 < count)
            options.show = std::stoul(values[++i]);
        else
            options.files.push_back(argument);
    }
    try {
        dateline::train::run(options);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "train_events: {}\n", failure.what());
        return 2;
    }
    return 0;
}
