#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace dateline::who {

// What speaks for or against an antecedent; each is 0 or 1 unless it says otherwise.
// clang-format off
#define DATELINE_ANTECEDENT_FEATURES(X) \
    X(same_sentence) X(sentence_back) X(two_back) X(far) \
    X(rank)              /* actors mentioned in between that would fit, up to four, in quarters */ \
    X(subject) X(passive) X(object) X(oblique) X(possessor) X(agent) X(other_role) \
    X(conjunct)          /* a later member of a list */ \
    X(main_clause) X(first_in_sentence) \
    X(parallel_subject) X(parallel_object) X(parallel_possessor) \
    X(subject_possesses) /* the pronoun is a possessor in the clause of this subject */ \
    X(object_possesses) \
    X(owner_possesses)   /* owner of the subject of the clause that the pronoun is a possessor in */ \
    X(matrix_subject)    /* the pronoun's clause stands inside the clause of this subject */ \
    X(matrix_object) \
    X(said)              /* subject of the speech verb whose content the pronoun is the subject of */ \
    X(coordinate_subject) /* the clauses are joined by `and`, the pronoun's has a subject of its own */ \
    X(coordinate_object) \
    X(inner)             /* the candidate's clause stands inside the pronoun's */ \
    X(sister)            /* the same sentence, neither clause inside the other */ \
    X(pronoun_last) X(pronoun_subject) \
    X(mentions)          /* log2 of one and the mentions so far, in quarters */ \
    X(topic) X(first_met) X(named) X(noun) \
    X(gender_known) \
    X(gender_like)       /* what a single name and pronouns say of the gender, 2 voices being 1 */ \
    X(gender_unlike) X(maybe_person) \
    X(speaker)           /* of the quotation that the pronoun stands in */ \
    X(other_quote) X(ahead) \
    X(both_speak)        /* candidate and pronoun are subjects of speech verbs */ \
    X(thing_speaks)      /* the pronoun is, the candidate is a thing */ \
    X(owns_subject)      /* the possessor of a subject */ \
    X(continuing)        /* main subject of the sentence before, the pronoun is main subject too */ \
    X(conjoined)         /* `Ada and her brother` */ \
    X(near) \
    X(relative)          /* the pronoun is a possessor in a relative clause of this noun */ \
    X(bracketed)         /* named in brackets */ \
    X(subject_again)     /* main subject of the sentence before, the pronoun's owner is main subject too */ \
    X(owner_again)       /* owner of the main subject of the sentence before, and of this one's */ \
    X(owner_to_subject)  /* owner of the main subject of the sentence before, main subject of this one */ \
    X(object_to_subject)  /* roles of candidate and pronoun, the sentence before */ \
    X(subject_to_object) X(subject_to_possessor) X(object_to_possessor) \
    X(outer_subject)     /* the pronoun is an object, the candidate subject of another clause of the sentence */ \
    X(outer_object)      /* the pronoun is subject of another clause than the candidate, an object */ \
    X(embedded)          /* inside another phrase: `the house of Ada` */ \
    X(listed)            /* has others joined to it: `Ada and Eve` */ \
    X(apposed)           /* in apposition to something */ \
    X(kin)               /* named as somebody's kin */ \
    X(beside)            /* behind `with`, `alongside`, `against`, `opposite` */ \
    X(according)         /* behind `according to` */ \
    X(own)               /* the pronoun is followed by `own`, the candidate is subject of its clause */ \
    X(companion)         /* the pronoun goes along with this subject: `took Ada with her` */ \
    X(again_behind)      /* named again behind the pronoun in its sentence */ \
    X(names)             /* log2 of one and its names in the whole report, in quarters */ \
    X(pair)              /* two that are no group of their own: `Ada and Eve`, `Ada met Eve` */ \
    X(last_pronoun)      /* the actor of the last pronoun of the same gender, no more than a sentence back */ \
    X(surname)           /* never named by more than one word */ \
    X(titled)            /* has a title */ \
    X(share)             /* its mentions by those of people so far */ \
    X(verbs)             /* verbs in between, up to eight, in eighths */ \
    X(own_subject) X(own_object) X(own_possessor) X(opens) /* of the pronoun, for products */ \
    X(thing)             /* no actor at all */ \
    X(none) X(pleonastic) X(state) X(body) X(group)
// clang-format on

#define DATELINE_ENUMERATOR(name) name,
enum class Feature : std::size_t { DATELINE_ANTECEDENT_FEATURES(DATELINE_ENUMERATOR) count };
#undef DATELINE_ENUMERATOR

constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count);

/// The features of one candidate of one pronoun.
class Features {
  public:
    void set(Feature feature, float value = 1) { m_values[static_cast<std::size_t>(feature)] = value; }
    void set_if(bool holds, Feature feature) {
        if (holds) set(feature);
    }
    [[nodiscard]] float operator[](std::size_t feature) const { return m_values[feature]; }

  private:
    std::array<float, feature_count> m_values{};
};

/// Pronouns that find their antecedents in different ways: he and she; it; they.
enum class PronounClass : std::size_t { person, neuter, plural };
constexpr std::size_t pronoun_class_count = 3;

/// The name of a feature as in `data/who/pronoun_weights.txt`.
std::string_view feature_name(std::size_t feature);

/// The log-odds that a candidate is the antecedent, up to a constant for each pronoun: a weighed sum of the
/// features and of products of two. Weights stand in `data/who/pronoun_weights.txt`; a fault there throws
/// `Error` at the first call.
double antecedent_score(PronounClass pronoun_class, const Features& features);

} // namespace dateline::who
