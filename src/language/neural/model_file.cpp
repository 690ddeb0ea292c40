// The file is a MessagePack map: `nodes` (index, name, dims), `attrs` (for each node a map from name to the
// MessagePack bytes of the value), `params` (for each node a map from name to an array), `shims` (not used).
// An array is a map in the notation of msgpack-numpy: nd, type, shape, data.

#include "language/neural/model_file.hpp"

#include <cstring>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "language/msgpack.hpp"

namespace dateline::language {

namespace {

using Kind = MsgpackReader::Kind;

constexpr std::size_t most_nodes = 10'000; // a spaCy component has some dozens

void read_names(MsgpackReader& reader, std::vector<ModelNode>& nodes) {
    for (ModelNode& node : nodes)
        for (std::size_t fields = reader.map(); fields > 0; --fields) {
            if (reader.text() == "name")
                node.name = reader.text();
            else
                reader.skip();
        }
}

void read_attributes(MsgpackReader& reader, std::vector<ModelNode>& nodes) {
    for (ModelNode& node : nodes)
        for (std::size_t fields = reader.map(); fields > 0; --fields) {
            const std::string name(reader.text());
            if (reader.peek() != Kind::binary && reader.peek() != Kind::text) {
                reader.skip();
                continue;
            }
            MsgpackReader value(reader.text(), reader.name() + ", " + name);
            if (value.at_end()) continue;
            if (value.peek() == Kind::integer)
                node.numbers[name] = static_cast<std::int64_t>(value.integer());
            if (name == "columns" && value.peek() == Kind::array)
                for (std::size_t left = value.array(); left > 0; --left)
                    node.columns.emplace_back(value.text());
        }
}

/// Room for the values of all arrays of a file, which are fewer than its bytes.
struct Room {
    std::shared_ptr<BigArray<float>> values;
    std::size_t taken = 0;
};

Array read_array(MsgpackReader& reader, Room& room) {
    Array array;
    std::string_view data;
    std::string_view type;
    for (std::size_t fields = reader.map(); fields > 0; --fields) {
        const std::string_view key = reader.text();
        if (key == "type") {
            type = reader.text();
        } else if (key == "shape") {
            for (std::size_t left = reader.array(); left > 0; --left) array.shape.push_back(reader.integer());
        } else if (key == "data") {
            data = reader.text();
        } else {
            reader.skip();
        }
    }
    if (type != "<f4") reader.fail("weights that are not float32");
    std::size_t count = 1;
    for (const std::size_t size : array.shape) {
        if (size != 0 && count > data.size() / size) reader.fail("weights larger than the file");
        count *= size;
    }
    if (count * sizeof(float) != data.size()) reader.fail("weights whose size does not fit their shape");
    float* const values = room.values->data() + room.taken;
    room.taken += count;
    if (count > 0) std::memcpy(values, data.data(), data.size());
    array.values = {values, count};
    array.holder = room.values;
    return array;
}

void read_params(MsgpackReader& reader, std::vector<ModelNode>& nodes, Room& room) {
    for (ModelNode& node : nodes)
        for (std::size_t fields = reader.map(); fields > 0; --fields) {
            const std::string name(reader.text());
            if (reader.peek() == Kind::nil)
                reader.skip();
            else
                node.params.emplace(name, std::make_shared<const Array>(read_array(reader, room)));
        }
}

} // namespace

ModelFile::ModelFile(const std::filesystem::path& path) : m_name(path.string()) {
    const MappedFile file(path);
    MsgpackReader reader(file.text(), m_name);
    Room room{std::make_shared<BigArray<float>>(file.text().size() / sizeof(float)), 0};
    for (std::size_t fields = reader.map(); fields > 0; --fields) {
        const std::string_view key = reader.text();
        if (key != "nodes" && key != "attrs" && key != "params") {
            reader.skip();
            continue;
        }
        const std::size_t count = reader.array();
        if (count > most_nodes) reader.fail("more layers than any model has");
        if (m_nodes.empty()) m_nodes.resize(count);
        if (count != m_nodes.size()) reader.fail("lists of different length");
        if (key == "nodes")
            read_names(reader, m_nodes);
        else if (key == "attrs")
            read_attributes(reader, m_nodes);
        else
            read_params(reader, m_nodes, room);
    }
}

std::vector<const ModelNode*> ModelFile::nodes(std::string_view name) const {
    std::vector<const ModelNode*> found;
    for (const ModelNode& node : m_nodes)
        if (node.name == name) found.push_back(&node);
    return found;
}

const ModelNode& ModelFile::node(std::string_view name) const {
    const auto found = nodes(name);
    if (found.empty())
        throw error("{}: has no layer {}; only spaCy's CNN pipelines are supported", m_name, name);
    return *found.front();
}

std::shared_ptr<const Array> ModelFile::shared_param(const ModelNode& node, const std::string& name,
                                                     const std::vector<std::size_t>& shape) const {
    const auto found = node.params.find(name);
    if (found == node.params.end()) throw error("{}: layer {} has no weights {}", m_name, node.name, name);
    bool fits = found->second->shape.size() == shape.size();
    for (std::size_t i = 0; fits && i < shape.size(); ++i)
        fits = shape[i] == 0 || shape[i] == found->second->shape[i];
    if (!fits)
        throw error("{}: weights {} of layer {} do not have the shape the configuration asks for", m_name,
                    name, node.name);
    return found->second;
}

} // namespace dateline::language
