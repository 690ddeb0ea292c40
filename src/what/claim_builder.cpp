// From words to drafts of claims. First every verb, event noun and event adjective gets its best frame; then
// drafts that tell one act twice are joined (draft_joins.cpp) and the content of agreeing, asking, accusing,
// threatening is hung below its governor (coding guide, section 2.2).

#include "what/claim_builder.hpp"

#include "what/clause_marks.hpp"
#include "what/clause_parties.hpp"
#include "what/counts.hpp"
#include "what/draft_joins.hpp"
#include "what/event_position.hpp"
#include "what/minor_events.hpp"
#include "what/settled_codes.hpp"
#include "what/settled_modality.hpp"
#include "what/toll.hpp"

namespace dateline::what {

namespace {

constexpr TokenIndex max_sentence = 1000;

/// The word that says what happened to those who are counted: of `left five dead` it is `dead`.
std::string_view word_of_result(const ReportWords& words, const Draft& draft) {
    const std::string_view lemma = words.at(draft.arguments.trigger).lemma;
    if (lemma != "leave" || draft.type() != "ASSAULT" || draft.arguments.complements.empty()) return lemma;
    return words.at(draft.arguments.complements.front()).lemma;
}

class DraftFinder {
  public:
    explicit DraftFinder(const ReportWords& words) : m_words(words), m_table(words) {}

    std::vector<Draft> find() {
        for (const Sentence& sentence : m_words.parse().sentences) {
            // no sentence of prose is so long; what hangs on one word of a table would cost its length
            // squared
            if (sentence.last - sentence.first > max_sentence) continue;
            for (TokenIndex t = sentence.first; t < sentence.last; ++t)
                if (is_event_position(m_words, t)) try_trigger(t);
        }
        std::vector<Draft>& drafts = m_table.drafts;
        for (Draft& draft : drafts) join_with_carrier(m_words, m_table, draft);
        for (Draft& draft : drafts)
            if (!draft.dropped) drop_left_participle(m_words, m_table, draft);
        for (Draft& draft : drafts)
            if (!draft.dropped) draft.modality = find_modality(m_words, draft.arguments.trigger);
        for (Draft& draft : drafts)
            if (!draft.dropped) settle_modality(m_words, draft);
        for (Draft& draft : drafts)
            if (draft.minor) draft.dropped |= says_little(draft);
        for (std::size_t i = 0; i < drafts.size(); ++i)
            if (!drafts[i].dropped) hang_below_governor(drafts[i]);
        for (Draft& draft : drafts)
            if (!draft.dropped) drop_repeated_duty(draft);
        for (Draft& draft : drafts)
            if (!draft.dropped) take_parties_of_subject(draft);
        for (Draft& draft : drafts)
            if (!draft.dropped) give_party_to_clause_above(draft);
        for (const Draft& draft : drafts)
            if (!draft.dropped) give_party_of_capacity(draft);
        for (Draft& draft : drafts)
            if (!draft.dropped) fill_counts(draft);
        for (Draft& draft : drafts)
            if (!draft.dropped) join_result(m_words, m_table, draft);
        for (Draft& draft : drafts)
            if (!draft.dropped) take_victims_of_clause(m_words, m_table, draft);
        settle_codes(m_words, drafts);
        return std::move(drafts);
    }

  private:
    void try_trigger(TokenIndex t) {
        if ((m_words.built_in(t) & built_in_furniture) != 0 || is_future_going(m_words, t)) return;
        const Token& token = m_words.at(t);
        const bool known = !m_words.lexicon().frames_of(token.lemma, token.pos).empty();
        const bool state = is_state(m_words, t);
        const bool may_do_without =
            token.pos == Pos::verb ? state || !m_words.lexicon().has(WordList::state, token.lemma) : state;
        if (!known && !may_do_without) return;
        Draft draft;
        draft.arguments = find_arguments(m_words, t);
        if (token.tag == Tag::md &&
            (draft.arguments.subject == no_token || clause_marks(m_words, token.head).if_mark))
            return; // nobody asks; `should talks fail` is a condition
        if (known) draft.match = match_frames(m_words, draft.arguments);
        if (draft.match.frame == nullptr && !may_do_without) return;
        draft.minor = draft.match.frame == nullptr && state;
        if (token.dep == Dep::conj && token.pos == Pos::adj && draft.match.frame == nullptr) return;
        draft.roles = draft.match.frame != nullptr ? find_roles(m_words, draft.arguments, *draft.match.frame)
                                                   : default_roles(m_words, draft.arguments);
        if (draft.match.frame != nullptr) {
            draft.mode = draft.match.frame->mode;
            draft.cameo = draft.match.frame->cameo;
        }
        add_parties_of_clauses(m_words, draft);
        m_table.add(std::move(draft));
    }

    /// Of what is a claim only where it is not plainly so, or not as its noun is.
    bool says_little(const Draft& draft) {
        const Draft* noun = m_table.at(draft.told_by);
        const Modality& own = draft.modality;
        if (own.negative &&
            !m_words.lexicon().has(WordList::empty, m_words.at(draft.arguments.trigger).lemma))
            return false;
        return is_plain(own) || (noun != nullptr && noun->modality.status == own.status &&
                                 noun->modality.negative == own.negative);
    }

    void hang_below_governor(Draft& draft) {
        Draft* governor = m_table.at(draft.modality.governor);
        if (governor == nullptr || governor == &draft || !governor->typed()) return;
        // `blocked the merger`: done to it, not said of it
        if (draft.minor && draft.arguments.noun && draft.modality.negative) return;
        // `rang the king to thank him`: the call does what it is made for
        if (governor->mode == "phone" && draft.modality.status == "requested") {
            draft.modality.status = "happened";
            draft.modality.why = "said in a call";
            return;
        }
        if (draft.modality.status == "happened" && governor->type() != "ACCUSE") return;
        draft.under = static_cast<std::int32_t>(governor - m_table.drafts.data());
    }

    /// `insists that X should go`: one asking, told by the verb.
    void drop_repeated_duty(Draft& draft) {
        const TokenIndex modal = draft.arguments.trigger;
        if (m_words.at(modal).tag != Tag::md) return;
        const Token& clause = m_words.at(m_words.at(modal).head);
        const Draft* above = clause.dep == Dep::ccomp ? m_table.at(clause.head) : nullptr;
        draft.dropped = above != nullptr && above->type() == "REQUEST";
    }

    /// `The talks between X and Y failed`: who talked is who did not agree.
    void take_parties_of_subject(Draft& draft) {
        if (!draft.typed() || draft.arguments.noun) return;
        const Draft* subject = m_table.at(draft.arguments.subject);
        if (subject == nullptr || !subject->arguments.noun) return;
        const bool meets = subject->type() == "CONSULT" || subject->type() == "COOPERATE";
        if (meets && !subject->roles.actors.empty()) draft.roles = subject->roles;
    }

    /// `staged a sit-in, protesting the minister's plan`: of one act told twice the participle may name at
    /// whom it aims.
    void give_party_to_clause_above(const Draft& draft) {
        const Token& token = m_words.at(draft.arguments.trigger);
        if (!draft.typed() || draft.roles.recipients.empty() || token.tag != Tag::vbg ||
            (token.dep != Dep::advcl && token.dep != Dep::acl))
            return;
        // `staged a protest demanding …`: the act may stand at the verb that carries its noun
        const Token& head = m_words.at(token.head);
        const TokenIndex carrier = head.dep == Dep::dobj ? head.head : no_token;
        for (const TokenIndex t : {token.head, m_words.parse().child(token.head, Dep::dobj), carrier}) {
            Draft* above = m_table.at(t);
            if (above == nullptr) continue;
            // `staged a sit-in, demanding that the minister go`: who is to act it is staged against
            const bool demands = above->type() == "PROTEST" && draft.type() == "REQUEST";
            if ((above->type() == draft.type() || demands) && above->roles.recipients.empty() &&
                above->roles.actors == draft.roles.actors)
                above->roles.recipients = draft.roles.recipients;
        }
    }

    /// `were deployed as peacekeeping forces along the border of X`: what they are deployed as names the
    /// party.
    void give_party_of_capacity(const Draft& draft) {
        const Token& token = m_words.at(draft.arguments.trigger);
        if (!draft.typed() || draft.roles.recipients.empty() || token.dep != Dep::pobj) return;
        const Token& preposition = m_words.at(token.head);
        Draft* above = preposition.lower == "as" ? m_table.at(preposition.head) : nullptr;
        if (above != nullptr && above->type() == draft.type() && above->roles.recipients.empty())
            above->roles.recipients = draft.roles.recipients;
    }

    void fill_counts(Draft& draft) {
        draft.counted = counted_by(word_of_result(m_words, draft), draft.type(), draft.mode);
        if (draft.typed())
            for (const auto& count :
                 {money_of(m_words, draft.arguments), weapons_of(m_words, draft.arguments)})
                if (count) draft.counts.push_back(*count);
        if (const auto toll = toll_told_by(m_words, draft.arguments)) {
            Draft* deed = m_table.at(toll->deed);
            (deed == nullptr ? draft : *deed).counts.push_back(toll->count);
        }
        if (draft.counted.empty()) return;
        const bool of_actors = draft.counted == "protesters";
        const auto& side = of_actors ? draft.roles.actors : draft.roles.recipients;
        const std::vector<Count> counts = find_counts(m_words, draft.counted, side);
        draft.counts.insert(draft.counts.end(), counts.begin(), counts.end());
    }

    const ReportWords& m_words;
    DraftTable m_table;
};

} // namespace

std::vector<Draft> find_drafts(const ReportWords& words) {
    return DraftFinder(words).find();
}

} // namespace dateline::what
