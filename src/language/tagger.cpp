#include "language/tagger.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "record/json_reader.hpp"

namespace dateline::language {

Tagger::Tagger(const std::filesystem::path& folder, const ModelFile& file, std::size_t encoder_width) {
    const MappedFile config(folder / "cfg");
    m_labels = JsonObject(parse_json(config.text())).strings("labels");
    const ModelNode& softmax = file.node("softmax");
    const Array& w = file.param(softmax, "W", {m_labels.size(), encoder_width});
    if (m_labels.empty() || m_labels.size() >= no_tag)
        throw error("{}: {} labels are not supported", folder.string(), m_labels.size());
    m_softmax =
        pack_affine(kernels(), w.values.data(), file.param(softmax, "b", {m_labels.size()}).values.data(),
                    m_labels.size(), encoder_width);
}

void Tagger::tag(const float* rows, std::size_t count, std::vector<std::size_t>& tags) const {
    constexpr std::size_t block = 64; // scores of so many tokens at a time stay in the cache
    const std::size_t labels = m_labels.size();
    std::vector<float> scores(block * labels);
    tags.resize(count);
    for (std::size_t start = 0; start < count; start += block) {
        const std::size_t size = std::min(block, count - start);
        kernels().affine(rows + start * m_softmax.inner, m_softmax.inner, size, m_softmax.values.get(),
                         m_softmax.bias.data(), m_softmax.inner, labels, scores.data(), labels);
        for (std::size_t i = 0; i < size; ++i) {
            const float* row = scores.data() + i * labels;
            tags[start + i] = kernels().largest(row, labels);
        }
    }
}

} // namespace dateline::language
