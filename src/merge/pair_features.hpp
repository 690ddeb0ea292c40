#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::merge {

// clang-format off
/// What two claims have in common or at odds; the second text is the reason that a reader sees when it speaks
/// for one event.
#define DATELINE_PAIR_FEATURES(X) \
    X(ground, "")                            /* any two claims */ \
    X(same_word, "same word")                /* one stem */ \
    X(like_word, "like words")               /* two stems of one group (`data/merge/event_words.txt`) */ \
    X(same_start, "like words")              /* neither, but the same first letters: `nominee`, `nominate` */ \
    X(plain_word, "")                        /* of these, a word that says little: `make`, `take` */ \
    X(bare_word, "")                         /* of these, and no side of either names anybody */ \
    X(word_only, "")                         /* nothing but the word is shared: no side, day, place or figure */ \
    X(long_reports, "")                      /* how much longer than short ones the reports are, up to 3 doublings */ \
    X(long_word_only, "")                    /* the same, where nothing but the word is shared */ \
    X(word_in_report, "")                    /* so in one report: nothing below 23 claims, whole from 45 on */ \
    X(long_party, "")                        /* the same, where they share a party: long reports speak of it all along */ \
    X(long_recipients, "")                   /* the same times the words that the recipients share */ \
    X(long_like, "like sentences")           /* the same times the likeness of the sentences */ \
    X(long_near, "like words around")        /* the same times the share of the words around the triggers */ \
    X(long_other_form, "")                   /* of one stem, but not one form: `question`, `questioned` */ \
    X(long_doer_on_one, "")                  /* one of them says who does it */ \
    X(long_often, "")                        /* in one report, which says the word often: times its doublings */ \
    /* from here: nothing in short reports, whole in reports as long as news */ \
    X(long_shared, "like sentences")         /* doublings of 1 + the words that both sentences have, less the usual 2 */ \
    X(long_passage, "like words around")     /* four words in a row or more around the triggers */ \
    X(long_other_behind, "")                 /* behind both triggers stand words, and none in common; of one type they may */ \
    X(long_definite, "the one already told of") /* `the raid`, `his vow` */ \
    X(long_a_and_the, "the one already told of") /* `a raid`, `the raid` */ \
    X(long_unlike_actors, "")                /* words for who does it, none shared */ \
    X(long_one_report, "")                   /* in one report, which may use a word of many things */ \
    X(long_common, "")                       /* how often news tells of something by these words, in doublings */ \
    /* to here */ \
    X(same_type, "same type") \
    X(other_type, "") \
    X(other_mode, "") \
    X(same_report, "same report") \
    X(same_sentence, "")                     /* one sentence seldom tells one event twice */ \
    X(same_story, "same story") \
    X(far_report, "") \
    X(both_lead, "")                         /* both in the title or the first sentence: what the reports are about */ \
    X(party, "same parties")                 /* a shared identified party */ \
    X(second_party, "same parties")          /* and one more */ \
    X(described_party, "same parties") \
    X(other_actors, "")                      /* both name actors, and share none */ \
    X(other_recipients, "") \
    X(other_person, "")                      /* the recipients are named people, others on each side */ \
    X(other_speaker, "")                     /* two voices are two acts, two travellers two trips */ \
    X(kin_speaker, "")                       /* a state and its leader */ \
    X(other_target, "") \
    X(unlike_target, "")                     /* described in quite other words */ \
    X(unlike_speaker, "") \
    X(nobody_shared, "")                     /* of two meetings */ \
    X(lone_party, "")                        /* two meetings share one party, who meets many */ \
    X(open_counterpart, "")                  /* other counterparts, who may be the same; visits to other sights on other days */ \
    X(actor_words, "same words for them") \
    X(recipient_words, "same words for them") \
    X(recipients_only, "")                   /* of these, and no like word: two things done to one */ \
    X(unlike_recipients, "")                 /* both sides have words for them, none shared */ \
    X(unlike_actors, "") \
    X(unlike_in_report, "")                  /* in one report: no actor and no word shared on a side */ \
    X(one_or_more_happenings, "")            /* `death`, `deaths` */ \
    X(same_weekday, "same days")             /* both sentences name it */ \
    X(other_date, "")                        /* in one report: `June 10`, `June 11` */ \
    X(old_year_on_one, "")                   /* beside one of them a year before its report's, beside the other none */ \
    X(same_thing, "same thing")              /* what is done to no actor: the same noun */ \
    X(like_thing, "same thing")              /* another noun with words in common */ \
    X(other_thing, "") \
    X(thing_or_party, "")                    /* done to a thing, done to somebody */ \
    X(turned_around, "")                     /* who does it there suffers it here */ \
    X(other_named_doer, "")                  /* named people did it, others on each side */ \
    X(group_for_person, "")                  /* a meeting of a team, and one of named people */ \
    X(wider_meeting, "")                     /* the same two, and in one claim others with them */ \
    X(other_actor_nation, "") \
    X(other_recipient_nation, "") \
    X(one_or_more_actors, "")                /* a climber, two climbers */ \
    X(one_or_more_recipients, "") \
    X(other_gender, "")                      /* a man, a woman */ \
    X(twin_in_sentence, "")                  /* one sentence, a like word, other people or another thing */ \
    X(also_in_report, "")                    /* one report says `also` of one of them */ \
    X(another, "")                           /* `another`, `further` in one of them */ \
    X(other_cause, "")                       /* the quake struck, an aftershock struck */ \
    X(host, "")                              /* a meeting with nobody told, in the country of whom the other is with */ \
    X(talks_of_meeting, "part of the same")  /* in one sentence: `met the envoy to discuss the war` */ \
    X(round_of_meetings, "")                 /* with people of several nations, with those of one of them */ \
    X(pointed_near, "")                      /* `these attacks`, and the other stands close by */ \
    X(pointed_far, "")                       /* and the other stands elsewhere */ \
    X(same_measure, "same figure")           /* a magnitude, a score, an age */ \
    X(other_measure, "") \
    X(other_number, "")                      /* one driver, two drivers; values up to 1 as they lie apart */ \
    X(sentence_words, "like sentences") \
    X(near_words, "like words around")       /* share of the words around the triggers */ \
    X(same_above, "part of the same")        /* what they are part of has the same word */ \
    X(other_above, "") \
    X(one_above, "") \
    X(same_day, "same days") \
    X(same_day_far, "same days")             /* of reports that share no story */ \
    X(other_told_day, "")                    /* each says in its own words which day, and they differ */ \
    X(next_day, "") \
    X(other_day, "") \
    X(far_day, "")                           /* more than ten days between them */ \
    X(old_and_undated, "")                   /* one long before its report, the other without a day */ \
    X(other_year, "")                        /* the sentences name other years */ \
    X(one_year, "")                          /* only one names a year */ \
    X(same_near_year, "same days")           /* years in the thing or right beside the trigger */ \
    X(other_near_year, "") \
    X(other_ordinal, "")                     /* `another`, `second`, `last` in a phrase of one of them */ \
    X(other_order, "")                       /* `another`, `second`, `earlier` before one of them only */ \
    X(same_place, "same place") \
    X(other_place, "") \
    X(other_country, "") \
    X(same_figure, "same figure") \
    X(figure_only, "")                       /* a shared figure, but no like word: cause and effect */ \
    X(other_figure, "")                      /* figures of one kind that have no value in common */ \
    X(far_figure, "")                        /* of these, by doublings beyond the first: tolls seldom rise so far */ \
    X(one_of_many, "") \
    X(other_polarity, "") \
    X(self_denial, "")                       /* one voice says in one report that it did and did not */ \
    X(other_wish, "")                        /* what two people ask for or think of */ \
    X(unreal_and_real, "") \
    X(plan_and_fact, "")                     /* and the plan is not known to be the earlier */ \
    X(stop_or_journey, "")                   /* a visit to a place and one to nowhere in particular */ \
    X(visit_or_meeting, "")                  /* of the same two: `received the envoy`, `met the envoy` */ \
    X(never, "")                             /* cannot be one, whatever speaks for it */
// clang-format on

#define DATELINE_ENUMERATOR(name, reason) name,
enum class PairFeature : std::uint8_t { DATELINE_PAIR_FEATURES(DATELINE_ENUMERATOR) count };
#undef DATELINE_ENUMERATOR

constexpr std::size_t pair_feature_count = static_cast<std::size_t>(PairFeature::count);
using PairFeatures = std::array<float, pair_feature_count>;
using PairReasons = std::bitset<pair_feature_count>;

/// The feature's name, as in the table of weights.
std::string_view pair_feature_name(PairFeature feature);

/// The weight of each feature (`data/merge/pair_weights.txt`): what it adds to the logarithm of the odds that
/// two claims tell one event.
const PairFeatures& pair_weights();

/// A table of weights: a feature and its weight a line. Throws `Error` naming the line of an unknown feature.
PairFeatures read_pair_weights(std::string_view table);

/// The reasons in words: `same word, same parties`.
std::string reason_text(const PairReasons& reasons);

} // namespace dateline::merge
