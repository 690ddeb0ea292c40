// From words to drafts of claims. First every verb, event noun and event adjective gets its best frame; then
// drafts that tell one act twice are joined: a light verb gives way to its noun (`held talks`), a noun to the
// verb that was typed by it (`imposed sanctions`), a result to its deed (`attacked …, killing five`); then
// the content of agreeing, asking, accusing, threatening is hung below its governor (coding guide,
// section 2.2).

#include "what/claim_builder.hpp"

#include <algorithm>

#include "what/clause_marks.hpp"
#include "what/counts.hpp"
#include "what/event_position.hpp"
#include "what/settled_modality.hpp"
#include "what/toll.hpp"

namespace dateline::what {

namespace {

constexpr TokenIndex max_sentence = 1000;

class DraftFinder {
  public:
    explicit DraftFinder(const ReportWords& words)
        : m_words(words), m_draft_at(static_cast<std::size_t>(words.parse().size()), -1) {}

    std::vector<Draft> find() {
        for (const Sentence& sentence : m_words.parse().sentences) {
            // no sentence of prose is so long; what hangs on one word of a table would cost its length
            // squared
            if (sentence.last - sentence.first > max_sentence) continue;
            for (TokenIndex t = sentence.first; t < sentence.last; ++t)
                if (is_event_position(m_words, t)) try_trigger(t);
        }
        for (Draft& draft : m_drafts) join_with_carrier(draft);
        for (Draft& draft : m_drafts)
            if (!draft.dropped) draft.modality = find_modality(m_words, draft.arguments.trigger);
        for (Draft& draft : m_drafts)
            if (!draft.dropped) settle_modality(m_words, draft);
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            if (!m_drafts[i].dropped) hang_below_governor(m_drafts[i]);
        for (Draft& draft : m_drafts)
            if (!draft.dropped) take_parties_of_subject(draft);
        for (Draft& draft : m_drafts)
            if (!draft.dropped) give_party_to_clause_above(draft);
        for (Draft& draft : m_drafts)
            if (!draft.dropped) fill_counts(draft);
        for (Draft& draft : m_drafts)
            if (!draft.dropped) join_result(draft);
        note_contents();
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            if (!m_drafts[i].dropped) settle_code(i);
        return std::move(m_drafts);
    }

  private:
    [[nodiscard]] Draft* draft_at(TokenIndex t) {
        const std::int32_t index = t == no_token ? -1 : m_draft_at[static_cast<std::size_t>(t)];
        return index < 0 || m_drafts[static_cast<std::size_t>(index)].dropped
                   ? nullptr
                   : &m_drafts[static_cast<std::size_t>(index)];
    }

    void try_trigger(TokenIndex t) {
        if ((m_words.built_in(t) & built_in_furniture) != 0) return;
        const Token& token = m_words.at(t);
        const bool known = !m_words.lexicon().frames_of(token.lemma, token.pos).empty();
        if (!known && (token.pos != Pos::verb || m_words.lexicon().has(WordList::state, token.lemma))) return;
        Draft draft;
        draft.arguments = find_arguments(m_words, t);
        if (token.tag == Tag::md &&
            (draft.arguments.subject == no_token || clause_marks(m_words, token.head).if_mark))
            return; // nobody asks; `should talks fail` is a condition
        if (known) draft.match = match_frames(m_words, draft.arguments);
        if (draft.match.frame == nullptr &&
            (token.pos != Pos::verb || m_words.lexicon().has(WordList::state, token.lemma)))
            return;
        if (token.dep == Dep::conj && token.pos == Pos::adj && draft.match.frame == nullptr) return;
        draft.roles = draft.match.frame != nullptr ? find_roles(m_words, draft.arguments, *draft.match.frame)
                                                   : default_roles(m_words, draft.arguments);
        if (draft.match.frame != nullptr) {
            draft.mode = draft.match.frame->mode;
            draft.cameo = draft.match.frame->cameo;
        }
        if (draft.roles.actors.empty()) look_one_clause_up(draft);
        if (draft.type() == "CONSULT" && lacks_one_side(draft)) take_subject_of_clause(draft);
        if (draft.type() == "CONSULT" && draft.mode != "visit") take_side_of_meeting(draft);
        add_speaker_of_body(draft);
        m_draft_at[static_cast<std::size_t>(t)] = static_cast<std::int32_t>(m_drafts.size());
        m_drafts.push_back(std::move(draft));
    }

    /// `Two men were arrested, police said`: without an agent the officers who tell of an arrest or charge
    /// made it.
    void look_one_clause_up(Draft& draft) const {
        const bool by_law = (draft.type() == "COERCE" && draft.mode == "arrest") || draft.mode == "convict" ||
                            (draft.type() == "ACCUSE" && draft.mode == "allege");
        if (!by_law || !draft.arguments.passive) return;
        TokenIndex clause = draft.arguments.trigger;
        while (m_words.at(clause).dep == Dep::conj && m_words.at(clause).head < clause)
            clause = m_words.at(clause).head;
        if (m_words.at(clause).dep != Dep::ccomp || !m_words.is_verb(m_words.at(clause).head)) return;
        const TokenIndex speaker = surface_subject(m_words, m_words.at(clause).head);
        const std::uint64_t officers = m_words.lexicon().classes().bit_of("officers");
        if (speaker != no_token && (m_words.classes(speaker) & officers) != 0)
            draft.roles.actors.push_back(speaker);
    }

    /// `The spokesman said they back the plan`, `The mayor said her party will sign`: who binds a body by
    /// saying so acts for it.
    void add_speaker_of_body(Draft& draft) const {
        if (!draft.typed() || draft.arguments.noun || draft.roles.actors.size() != 1) return;
        const bool verbal = draft.type() == "AGREE" || draft.type() == "REJECT" ||
                            draft.type() == "SUPPORT" || draft.type() == "THREATEN";
        const TokenIndex clause = draft.arguments.trigger;
        if (!verbal && !clause_marks(m_words, clause).future) return;
        const TokenIndex doer = draft.roles.actors.front();
        const Token& token = m_words.at(clause);
        if (token.dep != Dep::ccomp || !m_words.is_verb(token.head) || !is_body_spoken_for(doer)) return;
        const TokenIndex speaker = surface_subject(m_words, token.head);
        if (speaker == no_token || speaker == doer || !m_words.is_actor(speaker)) return;
        const std::int32_t known = m_words.mentions().headed_by(doer).actor;
        if (known >= 0 && known == m_words.mentions().headed_by(speaker).actor) return;
        draft.roles.actors.push_back(speaker);
    }

    /// it, they, we; his country, its government, the government
    [[nodiscard]] bool is_body_spoken_for(TokenIndex doer) const {
        const Token& token = m_words.at(doer);
        if (token.tag == Tag::prp) return token.lower == "it" || token.lower == "they" || token.lower == "we";
        if (!m_words.lexicon().has(WordList::spoken_for, token.lower)) return false;
        const TokenIndex owner = m_words.parse().child(doer, Dep::poss);
        if (owner != no_token) return m_words.at(owner).tag == Tag::prps;
        return token.left_edge + 1 == doer && m_words.at(token.left_edge).lower == "the";
    }

    /// `During his talks with the king he discussed …`: whom he met he discussed it with.
    void take_side_of_meeting(Draft& draft) const {
        if (draft.arguments.noun || draft.roles.actors.size() != 1 || !draft.roles.recipients.empty()) return;
        const std::uint64_t meetings = m_words.lexicon().classes().bit_of("meetings");
        for (const Oblique& oblique : draft.arguments.obliques) {
            const bool is_time = oblique.word == "during" || oblique.word == "in" || oblique.word == "at";
            if (!is_time || (m_words.classes(oblique.object) & meetings) == 0) continue;
            for (const TokenIndex c : m_words.parse().children(oblique.object)) {
                if (m_words.at(c).dep != Dep::prep || m_words.at(c).lower != "with") continue;
                const TokenIndex side = m_words.parse().child(c, Dep::pobj);
                if (side == no_token || !m_words.is_actor(side)) continue;
                draft.roles.recipients = with_conjuncts(m_words, side);
                return;
            }
        }
    }

    [[nodiscard]] static bool lacks_one_side(const Draft& draft) {
        if (draft.roles.actors.empty()) return true;
        const auto& obliques = draft.arguments.obliques; // `talks with X` name one side
        return draft.arguments.subject == no_token && draft.roles.recipients.empty() &&
               draft.roles.actors.size() == 1 &&
               std::any_of(obliques.begin(), obliques.end(), [&](const Oblique& oblique) {
                   return oblique.word == "with" && oblique.object == draft.roles.actors.front();
               });
    }

    /// `After talks with X, Y left`: who does what the clause tells held the talks.
    void take_subject_of_clause(Draft& draft) const {
        if (!draft.arguments.noun || m_words.at(draft.arguments.trigger).dep != Dep::pobj) return;
        const TokenIndex preposition = m_words.at(draft.arguments.trigger).head;
        const std::string_view word = m_words.at(preposition).lower;
        if (word != "after" && word != "before" && word != "during" && word != "following" && word != "in" &&
            word != "at" && word != "since")
            return;
        const TokenIndex clause = clause_of(m_words, preposition);
        if (!m_words.is_verb(clause)) return;
        const TokenIndex subject = surface_subject(m_words, clause);
        Roles& roles = draft.roles;
        if (roles.recipients.empty()) roles.recipients.swap(roles.actors);
        const auto& others = roles.recipients;
        if (subject != no_token && m_words.is_actor(subject) &&
            std::find(others.begin(), others.end(), subject) == others.end())
            roles.actors.push_back(subject);
        else if (roles.actors.empty())
            roles.recipients.swap(roles.actors);
    }

    [[nodiscard]] static bool typed_by_object(const Draft& draft) {
        if (!draft.typed()) return false;
        return std::any_of(draft.match.frame->constraints.begin(), draft.match.frame->constraints.end(),
                           [](const Constraint& c) {
                               return !c.negated && !c.any &&
                                      (c.places.front().slot == Slot::object || c.in_trigger);
                           });
    }

    /// A noun and the verb it is the object or subject of, when they tell one act.
    void join_with_carrier(Draft& noun) {
        if (!noun.arguments.noun || noun.dropped) return;
        const Token& token = m_words.at(noun.arguments.trigger);
        if (token.dep ==
            Dep::compound) { // `assassination attempt` is told by its head, where that has a type
            const Draft* head = draft_at(token.head);
            noun.dropped = head != nullptr && head->typed() && head->type() == noun.type();
            return;
        }
        const bool carried = token.dep == Dep::dobj || token.dep == Dep::nsubjpass ||
                             token.dep == Dep::conj || token.dep == Dep::pobj || token.dep == Dep::attr ||
                             token.dep == Dep::nsubj;
        TokenIndex verb = noun.arguments.carrier;
        if (verb == no_token && carried) verb = clause_of(m_words, token.head);
        Draft* carrier = draft_at(verb);
        if (carrier == nullptr || carrier == &noun) return;
        const bool direct =
            carrier->arguments.object == noun.arguments.trigger ||
            std::find(carrier->match.trigger_words.begin(), carrier->match.trigger_words.end(),
                      noun.arguments.trigger) != carrier->match.trigger_words.end();
        if (typed_by_object(*carrier) && direct) {
            const Effect* effect = m_words.lexicon().governors().find(m_words.at(verb).lemma, 'v');
            const bool content = effect != nullptr && !effect->same && effect->status != "ongoing" &&
                                 noun.typed() && noun.type() != carrier->type();
            if (content) return;
            noun.dropped = true;
            const auto& phrase = carrier->match.trigger_words;
            const bool in_phrase =
                std::find(phrase.begin(), phrase.end(), noun.arguments.trigger) != phrase.end();
            if (noun.type() == carrier->type() || (!in_phrase && may_name(noun, carrier->type())))
                carrier->named_by = noun.arguments.trigger;
        } else if (noun.arguments.carrier == verb && !carrier->typed() && !acts_on_another(noun, *carrier) &&
                   (noun.typed() ||
                    // other light verbs stay when the noun has no type itself
                    (m_words.lexicon().has(WordList::empty, m_words.at(verb).lemma) &&
                     carrier->arguments.second_object == no_token))) {
            carrier->dropped = true;
        }
    }

    /// `a pledge did not stop the bullet`: the verb does not carry its subject out.
    [[nodiscard]] bool acts_on_another(const Draft& noun, const Draft& carrier) const {
        const TokenIndex object = carrier.arguments.object;
        return m_words.at(noun.arguments.trigger).dep == Dep::nsubj && object != no_token &&
               m_words.at(object).lower != "place";
    }

    /// `raised concerns`: the noun names the act though it says too little to be typed by itself.
    [[nodiscard]] bool may_name(const Draft& noun, std::string_view type) const {
        const Token& token = m_words.at(noun.arguments.trigger);
        const auto frames = m_words.lexicon().frames_of(token.lemma, token.pos);
        return !noun.typed() && std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
            return m_words.lexicon().frames()[f].type == type;
        });
    }

    void hang_below_governor(Draft& draft) {
        Draft* governor = draft_at(draft.modality.governor);
        if (governor == nullptr || governor == &draft || !governor->typed()) return;
        // `rang the king to thank him`: the call does what it is made for
        if (governor->mode == "phone" && draft.modality.status == "requested") {
            draft.modality.status = "happened";
            draft.modality.why = "said in a call";
            return;
        }
        if (draft.modality.status == "happened" && governor->type() != "ACCUSE") return;
        draft.under = static_cast<std::int32_t>(governor - m_drafts.data());
    }

    /// `The talks between X and Y failed`, `Cooperation between X and Y was stepped up`: who talked is who
    /// did not agree.
    void take_parties_of_subject(Draft& draft) {
        if (!draft.typed() || draft.arguments.noun) return;
        const bool passive = draft.arguments.passive && draft.arguments.subject == no_token;
        const Draft* subject = draft_at(passive ? draft.arguments.object : draft.arguments.subject);
        if (subject == nullptr || !subject->arguments.noun) return;
        const bool meets = subject->type() == "CONSULT" || subject->type() == "COOPERATE";
        if (meets && !subject->roles.actors.empty()) draft.roles = subject->roles;
    }

    /// `staged a sit-in, protesting the minister's plan`: of one act told twice the participle may name at
    /// whom it aims.
    void give_party_to_clause_above(const Draft& draft) {
        const Token& token = m_words.at(draft.arguments.trigger);
        if (!draft.typed() || draft.roles.recipients.empty() || token.dep != Dep::advcl ||
            token.tag != Tag::vbg)
            return;
        for (const TokenIndex t : {token.head, m_words.parse().child(token.head, Dep::dobj)}) {
            Draft* above = draft_at(t);
            if (above != nullptr && above->type() == draft.type() && above->roles.recipients.empty() &&
                above->roles.actors == draft.roles.actors)
                above->roles.recipients = draft.roles.recipients;
        }
    }

    void fill_counts(Draft& draft) {
        const Token& token = m_words.at(draft.arguments.trigger);
        draft.counted = counted_by(token.lemma, draft.type(), draft.mode);
        if (draft.typed())
            for (const auto& count :
                 {money_of(m_words, draft.arguments), weapons_of(m_words, draft.arguments)})
                if (count) draft.counts.push_back(*count);
        if (const auto toll = toll_told_by(m_words, draft.arguments)) {
            Draft* deed = draft_at(toll->deed);
            (deed == nullptr ? draft : *deed).counts.push_back(toll->count);
        }
        if (draft.counted.empty()) return;
        const bool of_actors = draft.counted == "protesters";
        const auto& side = of_actors ? draft.roles.actors : draft.roles.recipients;
        const std::vector<Count> counts = find_counts(m_words, draft.counted, side);
        draft.counts.insert(draft.counts.end(), counts.begin(), counts.end());
    }

    /// `attacked the market, killing five`; `were killed when gunmen attacked`: one act, the figures go to
    /// the deed.
    void join_result(Draft& result) {
        const std::string_view lemma = m_words.at(result.arguments.trigger).lemma;
        if (join_impact(result)) return;
        if (lemma != "kill" && lemma != "wound" && lemma != "injure") return;
        Draft* deed = deed_of(result);
        if (deed == nullptr || deed->type() != "ASSAULT" || deed->modality.status != result.modality.status)
            return;
        deed->counts.insert(deed->counts.end(), result.counts.begin(), result.counts.end());
        const auto acts = [&](TokenIndex t) { return m_words.is_actor(t); };
        auto& hit = deed->roles.recipients;
        if (std::none_of(hit.begin(), hit.end(), acts)) { // the place was hit and the people in it
            hit.insert(hit.end(), result.roles.recipients.begin(), result.roles.recipients.end());
        }
        if (result.arguments.subject == deed->arguments.trigger)
            deed->arguments.carrier = result.arguments.trigger; // the clause is the deed's
        else if (deed->roles.actors.empty())
            deed->roles.actors = result.roles.actors;
        result.dropped = true;
    }

    /// `Air strikes by X hit a town`: the strikes are the act, the town is where it strikes.
    bool join_impact(Draft& impact) {
        if (impact.arguments.noun || impact.arguments.passive || impact.arguments.object == no_token)
            return false;
        if (!m_words.lexicon().has(WordList::impact, m_words.at(impact.arguments.trigger).lemma))
            return false;
        Draft* deed = draft_at(impact.arguments.subject);
        if (deed == nullptr || !deed->arguments.noun || deed->type() != "ASSAULT") return false;
        if (deed->roles.recipients.empty())
            deed->roles.recipients = with_conjuncts(m_words, impact.arguments.object);
        if (m_words.at(impact.arguments.subject).head ==
            impact.arguments.trigger) { // the clause is the deed's
            deed->modality = impact.modality;
            deed->arguments.carrier = impact.arguments.trigger;
        }
        impact.dropped = true;
        return true;
    }

    /// `a shooting at offices in Lima that killed five`: parsers hang the clause at the last noun.
    Draft* deed_above(TokenIndex noun) {
        for (int i = 0; i < 4 && !m_words.is_actor(noun); ++i) {
            if (m_words.at(noun).dep != Dep::pobj) break;
            noun = m_words.at(m_words.at(noun).head).head;
            if (Draft* deed = draft_at(noun); deed != nullptr && deed->arguments.noun) return deed;
        }
        return nullptr;
    }

    /// `killed 20, while 60 were abducted`: another act.
    [[nodiscard]] bool is_contrast(TokenIndex verb) const {
        const TokenIndex mark = m_words.parse().child(verb, Dep::mark);
        if (mark == no_token) return false;
        const std::string_view word = m_words.at(mark).lower;
        return word == "while" || word == "whereas" || word == "although" || word == "though";
    }

    Draft* deed_of(const Draft& result) {
        const TokenIndex trigger = result.arguments.trigger;
        const Token& token = m_words.at(trigger);
        if ((token.dep == Dep::advcl || token.dep == Dep::conj || token.dep == Dep::relcl) &&
            token.head != trigger) {
            Draft* above = draft_at(told_verb(m_words, token.head, trigger));
            if (above != nullptr && above->type() == "ASSAULT") return above;
            if (token.dep == Dep::relcl) above = deed_above(token.head);
            if (above != nullptr && above->type() == "ASSAULT") return above;
        }
        if (result.arguments.subject != no_token && !m_words.is_actor(result.arguments.subject)) {
            Draft* subject = draft_at(result.arguments.subject); // `the bombing killed five`
            if (subject != nullptr) return subject;
        }
        for (const TokenIndex c : m_words.parse().children(trigger)) {
            if (m_words.at(c).dep == Dep::advcl && m_words.is_verb(c) && !is_contrast(c)) {
                Draft* below = draft_at(c);
                if (below != nullptr && below->type() == "ASSAULT") return below;
            }
            if (m_words.at(c).dep == Dep::prep && m_words.at(c).lower == "in") { // `killed in an air strike`
                Draft* below = draft_at(m_words.parse().child(c, Dep::pobj));
                if (below != nullptr && below->type() == "ASSAULT") return below;
            }
        }
        return nullptr;
    }

    /// Mode and code of agreeing, asking, refusing, threatening follow from the content.
    void settle_code(std::size_t index) {
        Draft& draft = m_drafts[index];
        if (draft.type() == "AGREE" || draft.mode == "*") {
            const Draft* content = content_of(index);
            const std::string_view type = content == nullptr ? std::string_view{} : content->type();
            const std::string_view mode =
                content == nullptr ? std::string_view{} : std::string_view(content->mode);
            const std::string_view cameo =
                content == nullptr ? std::string_view{} : std::string_view(content->cameo);
            const ContentCodes& codes = m_words.lexicon().contents();
            const bool threat = draft.type() == "THREATEN";
            const ContentCode* code =
                threat ? codes.threat(type, mode, cameo) : codes.content(type, mode, cameo);
            if (code != nullptr) apply(*code, draft, content != nullptr);
            if (draft.mode == "*") draft.mode.clear();
        }
        if (draft.type() == "ASSAULT" && draft.mode.empty()) draft.mode = weapon_mode(draft);
    }

    static void apply(const ContentCode& code, Draft& draft, bool known) {
        if (draft.type() == "AGREE") {
            if (known) draft.cameo = code.meant;
            return;
        }
        const bool demanded = draft.cameo.starts_with("10");
        draft.mode = code.mode;
        if (draft.type() == "REQUEST") draft.cameo = demanded ? code.demanded : code.asked;
        if (draft.type() == "REJECT") draft.cameo = code.refused;
        if (draft.type() == "THREATEN") draft.cameo = code.threatened;
    }

    /// For each governor its first typed content, noted once so that long reports stay linear.
    void note_contents() {
        m_content.assign(m_drafts.size(), -1);
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            const Draft& draft = m_drafts[i];
            if (draft.under < 0 || draft.dropped || !draft.typed()) continue;
            std::int32_t& noted = m_content[static_cast<std::size_t>(draft.under)];
            if (noted < 0) noted = static_cast<std::int32_t>(i);
        }
    }

    [[nodiscard]] const Draft* content_of(std::size_t governor) const {
        const std::int32_t content = m_content[governor];
        return content < 0 ? nullptr : &m_drafts[static_cast<std::size_t>(content)];
    }

    /// `gunmen, snipers` and `warplanes` name the weapon where the verb does not.
    [[nodiscard]] std::string weapon_mode(const Draft& draft) const {
        for (const TokenIndex t : draft.roles.actors) {
            const std::string_view lemma = m_words.at(t).lemma;
            if (lemma == "gunman" || lemma == "sniper" || lemma == "shooter") return "firearms";
            if (lemma == "warplane" || lemma == "jet" || lemma == "bomber" || lemma == "helicopter")
                return "aerial";
            if (lemma == "drone") return "drone";
            if (lemma == "tank" || lemma == "artillery") return "heavy-weapons";
        }
        return "";
    }

    const ReportWords& m_words;
    std::vector<Draft> m_drafts;
    std::vector<std::int32_t> m_draft_at;
    std::vector<std::int32_t> m_content;
};

} // namespace

std::vector<Draft> find_drafts(const ReportWords& words) {
    return DraftFinder(words).find();
}

} // namespace dateline::what
