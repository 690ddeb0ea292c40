// Coded reports and merged objects, which come back from pipes and databases.

#include "base/error.hpp"
#include "driver.hpp"
#include "record/read_json.hpp"
#include "record/read_merged_json.hpp"
#include "record/write_json.hpp"

namespace dateline::fuzz {

std::vector<std::string> seeds() {
    return {
        R"({"id":"r1","source":"S","url":null,"title":null,"authors":[],"language":"en","published":{"value":"2023-11-06","precision":"day","from":"given"},"text":"Mali met Chad.","body_start":0,"dateline":null,"sentences":[[0,14]],"names":[{"start":0,"end":4,"type":"GPE"}],"times":[{"start":5,"end":8,"type":"DATE","value":"2023-11-06","from":"2023-11-06","to":"2023-11-06","anchor":"published"}],"places":[{"start":0,"end":4,"name":"Mali","geonames":"2453866","lat":17.0,"lon":-4.0,"country":"MLI","admin1":null,"precision":"country","use":"actor"}],"actors":[{"id":"a1","name":"Mali","kind":"state","country":"MLI","sectors":["GOV"],"role":null,"code":"MLIGOV","wikidata":null,"mentions":[{"start":0,"end":4,"form":"name"}]}],"quotes":[{"start":0,"end":4,"kind":"speech","direct":false,"cue":[5,8],"speaker":"a1","speaker_span":[0,4]}],"claims":[{"id":"c1","sentence":0,"trigger":[5,8],"type":"CONSULT","mode":"meet","contexts":[],"cameo":"040","quad":1,"score":1.0,"goldstein":1.0,"actors":[{"actor":"a1","span":[0,4]}],"recipients":[],"place":0,"time":0,"from":"2023-11-06","to":"2023-11-06","time_precision":"day","status":"happened","polarity":"positive","certainty":"certain","said_by":[],"counts":[{"what":"killed","low":1,"high":2,"of":null,"start":0,"end":4}],"confidence":0.5,"under":null,"speech":false,"rule":"x"}],"tokens":[{"start":0,"end":4,"lemma":"Mali","tag":"NNP","pos":"PROPN","head":1,"dep":"nsubj"},{"start":5,"end":8,"lemma":"meet","tag":"VBD","pos":"VERB","head":1,"dep":"ROOT"},{"start":9,"end":13,"lemma":"Chad","tag":"NNP","pos":"PROPN","head":1,"dep":"dobj"},{"start":13,"end":14,"lemma":".","tag":".","pos":"PUNCT","head":1,"dep":"punct"}]})", R"({"kind":"event","id":"e1","type":"CONSULT","mode":null,"contexts":[],"cameo":"040","quad":1,"score":1,"actors":["x1"],"recipients":[],"place":{"name":"Lima","geonames":"3936456","lat":-12.0,"lon":-77.0,"country":"PER","admin1":null,"precision":"city"},"from":"2023-11-06","to":"2023-11-06","time_precision":"day","status":"happened","polarity":"positive","history":[{"status":"planned","published":"2023-11-05","claims":[["r1","c1"]]}],"claims":[["r1","c1"]],"reports":1,"origins":1,"counts":{"killed":{"low":1,"high":2,"best":1}},"disputes":[{"field":"killed","values":[{"value":1,"claims":[["r1","c1"]]}]}],"story":"s1","why":["same words"]})",
        R"({"kind":"story","id":"s1","title":"T","from":"2023-11-05","to":"2023-11-06","reports":["r1"],"events":["e1"]})",
        R"({"kind":"itinerary","actor":"x1","stops":[{"place":null,"from":null,"to":null,"status":"planned","events":["e1"]}]})",
        R"({"kind":"actor","id":"x1","name":"A","aliases":["B"],"kind_of":"person","country":null,"sectors":[],"code":null,"wikidata":null,"members":[["r1","a1"]]})"};
}

void read(std::string_view bytes) {
    bool any = false;
    const auto attempt = [&](auto&& reader) {
        try {
            reader();
            any = true;
        } catch (const Error&) {
        }
    };
    attempt([&] {
        const CodedReport coded = read_coded_report(bytes);
        std::string line;
        write_json(line, coded, WithTokens::yes); // what was taken in can be written
    });
    attempt([&] { read_event(bytes); });
    attempt([&] { read_merged_actor(bytes); });
    attempt([&] { read_itinerary(bytes); });
    attempt([&] { read_story(bytes); });
    if (!any) throw error("none of these");
}

} // namespace dateline::fuzz
