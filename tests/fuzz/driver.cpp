// Mutates the seeds with a fixed seed of its own: bytes flipped, cut out, doubled, taken from another input,
// and put in place of the values that readers trip over (lengths, quotes, brackets, NUL, broken UTF-8). An
// input that was read without an error joins the seeds, so that mutations pile up. When the program dies, the
// round is on standard error, and DATELINE_FUZZ_ROUNDS=ROUND with a debugger gets there again.

#include "driver.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "base/error.hpp"

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
    return limit == 0 ? 0 : random() % limit;
}

std::string mutated(const std::string& input, const std::string& other, Random& random) {
    static const std::string_view traps[] = {"\"",
                                             "{",
                                             "}",
                                             "[",
                                             "]",
                                             "|",
                                             "\\",
                                             "\n",
                                             "\\u0000",
                                             "\\ud800",
                                             "\xC3",
                                             "\xFF\xFF\xFF\xFF",
                                             "\xDF",
                                             "\xC6",
                                             "9999999999999999999",
                                             "-1",
                                             "1e999",
                                             "null",
                                             "\xE2\x80\x9C",
                                             "<"};
    std::string out = input;
    for (std::size_t left = 1 + below(random, 4); left > 0; --left) {
        const std::size_t at = below(random, out.size() + 1);
        const std::size_t length = 1 + below(random, 16);
        switch (below(random, 6)) {
        case 0:
            if (at < out.size())
                out[at] = static_cast<char>(static_cast<unsigned char>(out[at]) ^ (1U << below(random, 8)));
            break;
        case 1: out.erase(std::min(at, out.size()), length); break;
        case 2: out.insert(at, out.substr(at, length)); break;
        case 3: out.insert(at, other.substr(below(random, other.size()), length)); break;
        case 4: out.insert(at, traps[below(random, std::size(traps))]); break;
        default: out.resize(at); break;
        }
    }
    return out;
}

bool reads(const std::string& input) {
    try {
        dateline::fuzz::read(input);
        return true;
    } catch (const dateline::Error&) {
        return false;
    }
}

std::size_t current_round = 0;

void tell_round() {
    std::fprintf(stderr, "died in round %zu\n", current_round);
    std::abort();
}

} // namespace

int main() {
    std::set_terminate(tell_round);
    std::vector<std::string> inputs = dateline::fuzz::seeds();
    for (const std::string& input : inputs) reads(input);
    const char* wanted = std::getenv("DATELINE_FUZZ_ROUNDS");
    const std::size_t rounds = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 4000;
    Random random(20231106);
    std::size_t valid = 0;
    for (current_round = 0; current_round < rounds; ++current_round) {
        std::string input =
            mutated(inputs[below(random, inputs.size())], inputs[below(random, inputs.size())], random);
        if (!reads(input)) continue;
        ++valid;
        if (inputs.size() < 500 && input.size() < 8192) inputs.push_back(std::move(input));
    }
    std::printf("%zu rounds, %zu read without an error\n", rounds, valid);
    return valid > 0 && valid < rounds ? 0 : 1; // else the seeds or the target are wrong
}
