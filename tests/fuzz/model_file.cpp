// A component's `model` file, MessagePack made by spaCy: untrusted bytes.

#include <filesystem>
#include <fstream>
#include <tuple>

#include <unistd.h>

#include "driver.hpp"
#include "language/msgpack.hpp"
#include "language/neural/model_file.hpp"

namespace dateline::fuzz {

namespace {

std::string text(std::string_view words) {
    return static_cast<char>(0xA0U + words.size()) + std::string(words);
}
std::string binary(std::string_view bytes) {
    return std::string("\xC4") + static_cast<char>(bytes.size()) + std::string(bytes);
}

/// One layer named maxout with a weight W of 2 × 1 values.
std::string small_model() {
    const std::string array = "\x84" + text("nd") + "\xC3" + text("type") + text("<f4") + text("shape") +
                              "\x92\x02\x01" + text("data") +
                              binary(std::string("\0\0\x80\x3F\0\0\x80\x3F", 8));
    return "\x83" + text("nodes") + "\x91\x82" + text("index") + std::string(1, '\0') + text("name") +
           text("maxout") + text("attrs") + "\x91\x81" + text("seed") + binary("\x07") + text("params") +
           "\x91\x81" + text("W") + array;
}

} // namespace

std::vector<std::string> seeds() {
    return {
        small_model(),
        std::string(
            "\x83\xA1\x61\xCB\x3F\xF0\0\0\0\0\0\0\xA1\x62\xCF\0\0\0\0\0\0\0\1\xA1\x63\xDC\0\2\xC0\xC2", 30)};
}

void read(std::string_view bytes) {
    language::MsgpackReader reader(bytes, "bytes");
    while (!reader.at_end()) reader.skip();
    static const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("dateline-fuzz-model-" + std::to_string(::getpid()));
    std::ofstream(path, std::ios::binary) << bytes;
    struct Remove {
        ~Remove() { std::filesystem::remove(path); }
    } remove;
    const language::ModelFile file(path);
    for (const language::ModelNode* node : file.nodes("maxout")) std::ignore = file.param(*node, "W", {0, 0});
}

} // namespace dateline::fuzz
