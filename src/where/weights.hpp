#pragma once

namespace dateline::where {

/// What each kind of evidence is worth, in units of a tenfold population.
struct Weights {
    double population = 1.0;
    double fame = 2.0; // of a town: ten times as many names in the world's languages
    double country = 7.0;
    double region = 10.0; // of our own table, where it gives no population
    double water = 8.0;
    double area = 6.5;
    double building = 5.5;
    double admin1 = 2.0;
    double admin2 = -1.5;
    double point = -1.0;
    double capital = 3.0; // of a country
    double seat = 0.3;    // of a first-order division
    double part = -0.7;   // a part of a town

    double other_name = -4.0;    // known by this name in another language or at another time
    double part_name = -1.5;     // a division without the word for it
    double beside_region = -4.0; // a small town with the name of a region or a sea
    double own_city = -2.5;      // a division whose main city has the same name
    double hint = 2.5;           // the words beside it name its kind

    double container = 12.0;      // the mention behind a comma holds it
    double loose_container = 4.0; // the same, where both may as well be items of a list
    double holds = 0.8;           // what the mention in front of it is worth, if this holds it

    double closeness = 5.5;       // other mentions are near
    double government = 0.3;      // presence of a capital or a palace, which mostly stand for a government
    double party_home = 0.3;      // voice of `R-Ill.`
    double country_votes = 3.0;   // other mentions are in its country
    double division_votes = 1.5;  // other mentions are in its first-order division
    double listed = 3.0;          // of a division: another of its country stands beside it in a list
    double kin = 4.5;             // of a division named like a country: others of its own country are named
    double named_division = 1.0;  // its division is named
    double named_country = 2.0;   // its country is named
    double demonym = 1.0;         // a people of its country is named
    double most_of_country = 2.5; // what all that speaks for the country can be worth together
    double cues = 1.5;            // words of its country's newspapers
    double outlet_country = 2.0;  // the address of the outlet ends with its country
};
constexpr Weights weights;

} // namespace dateline::where
