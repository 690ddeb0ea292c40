#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "language/neural/kernels.hpp"
#include "language/neural/model_file.hpp"

namespace dateline::language {

/// spaCy's tagger: the best-scored label of each token. Immutable.
class Tagger {
  public:
    static constexpr std::size_t no_tag = 0xFF;

    /// Reads `cfg` of the component's folder (the labels) and the softmax layer of its model.
    Tagger(const std::filesystem::path& folder, const ModelFile& file, std::size_t encoder_width);

    /// The index of the best label of each of `count` encoder rows.
    void tag(const float* rows, std::size_t count, std::vector<std::size_t>& tags) const;
    /// The text of a label; empty for `no_tag`.
    [[nodiscard]] std::string_view label(std::size_t tag) const {
        return tag < m_labels.size() ? m_labels[tag] : std::string_view{};
    }

  private:
    std::vector<std::string> m_labels;
    PackedMatrix m_softmax;
};

} // namespace dateline::language
