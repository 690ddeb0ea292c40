#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/big_array.hpp"

namespace dateline::language {

/// A float32 array of a model file, checked against its shape. The values are copied, so they are aligned.
struct Array {
    std::vector<std::size_t> shape;
    std::span<const float> values;
    std::shared_ptr<const BigArray<float>> holder; // of the values of all arrays of the file
};

/// A node of a model: its name (`maxout`, `hashembed`), what it was built with, its weights.
struct ModelNode {
    std::string name;
    std::map<std::string, std::int64_t> numbers; // attributes that are whole numbers: `seed`, `column`
    std::vector<std::string> columns;            // of `extract_features`
    std::map<std::string, std::shared_ptr<const Array>> params;
};

/// A component's `model` file: the nodes in their order, those inside first described by those outside.
class ModelFile {
  public:
    /// Throws `Error` naming the file when it is damaged.
    explicit ModelFile(const std::filesystem::path& path);

    /// The nodes of a kind that hold weights, in order.
    [[nodiscard]] std::vector<const ModelNode*> nodes(std::string_view name) const;
    /// The one node of a kind; throws `Error` when there is none.
    [[nodiscard]] const ModelNode& node(std::string_view name) const;
    /// A weight of a node with the shape given (0: any); throws `Error` naming file and node when it does not
    /// fit.
    [[nodiscard]] const Array& param(const ModelNode& node, const std::string& name,
                                     const std::vector<std::size_t>& shape) const {
        return *shared_param(node, name, shape);
    }
    /// The same, to keep it longer than the file without a copy.
    [[nodiscard]] std::shared_ptr<const Array> shared_param(const ModelNode& node, const std::string& name,
                                                            const std::vector<std::size_t>& shape) const;

  private:
    std::string m_name;
    std::vector<ModelNode> m_nodes;
};

} // namespace dateline::language
