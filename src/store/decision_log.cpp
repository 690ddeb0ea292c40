// The log of users' decisions: a table that is only ever added to. Ids are `d1`, `d2`, … in order.

#include "base/error.hpp"
#include "store/clock.hpp"
#include "store/database.hpp"

namespace dateline::store {

std::vector<Decision> Database::decisions() {
    Statement all(m_connection, "SELECT json FROM decisions ORDER BY number");
    std::vector<Decision> out;
    while (all.step()) out.push_back(read_decision(all.text(0)));
    return out;
}

std::string Database::decide(Decision decision) {
    Statement last(m_connection, "SELECT coalesce(max(number), 0) + 1 FROM decisions");
    last.step();
    const std::int64_t number = last.integer(0);
    decision.id = fmt::format("d{}", number);
    if (decision.at.empty()) decision.at = now();
    std::string json;
    write_json(json, decision);
    read_decision(json); // nothing gets into the log that could not be read from it again
    Statement insert(m_connection, "INSERT INTO decisions VALUES (?,?,?,?,?,?,?,?,?)");
    insert.bind(1, number).bind(2, decision.id).bind(3, decision.at).bind_or_null(4, decision.by);
    insert.bind(5, decision.action).bind(6, decision.of).bind_or_null(7, decision.name);
    insert.bind_or_null(8, decision.note).bind(9, json).run();
    return decision.id;
}

std::vector<std::string> Database::lost_decisions() {
    Statement all(m_connection, "SELECT id FROM lost_decisions ORDER BY id");
    std::vector<std::string> out;
    while (all.step()) out.emplace_back(all.text(0));
    return out;
}

} // namespace dateline::store
