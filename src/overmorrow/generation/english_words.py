"""Short lists of English words whose use decides what a sentence can be made into."""

from overmorrow.generation.word_lists import words_of

PERSONAL = {
    "he": "person", "him": "person", "his": "person", "himself": "person",
    "she": "person", "her": "person", "hers": "person", "herself": "person",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
}  # fmt: skip
"""What a pronoun stands for."""
MALE = frozenset(("he", "his", "him", "himself"))
POSSESSIVE = frozenset(("his", "her", "its", "their"))
OF_SPEAKER = words_of("i me my mine we us our ours myself ourselves")
PEOPLE = words_of(
    "man woman boy girl king queen president prime minister emperor empress pope bishop priest"
    " monk writer author poet artist painter composer musician singer actor actress director"
    " scientist physicist chemist engineer inventor philosopher teacher professor student doctor"
    " nurse lawyer judge general captain admiral soldier officer governor mayor senator leader"
    " founder chairman chief ceo executive father mother son daughter brother sister wife husband"
    " child baby player coach manager journalist reporter historian economist architect explorer"
    " prince princess duke duchess lord lady friend student researcher person worker owner editor"
    " publisher clerk merchant farmer sailor carpenter banker surgeon physician astronomer"
    " mathematician biologist botanist geologist naturalist pilot astronaut servant uncle aunt"
    " nephew niece cousin grandfather grandmother pupil apprentice assistant colleague neighbour"
)
BODIES = words_of(
    "group team company family government party people committee council army police band board"
    " staff crowd majority couple pair public population community parliament press crew"
)
"""Singular words that "they" may stand for."""
BODY_NAMES = words_of(
    "Department Ministry Institute Centre Center Council Society Office Agency Fund Foundation"
    " Union Organization Convention Secretary Minister Campaign Committee Commission School Trust"
    " Association Federation Corps Academy Faculty College Museum Board Bureau Chamber"
)
"""Names that go on with "for", or with "of" and one thing or two."""
ANAPHORIC = words_of(
    "company firm corporation group organization organisation agency institution university"
    " college school museum city town village country state nation province region area district"
    " island river lake mountain building church temple castle bridge station airport team club"
    " band party government war battle conflict crisis event project program programme plan"
    " mission law act treaty agreement bill book novel film movie show series song album game"
    " report study paper author writer king queen emperor president man woman couple site system"
    " network machine device engine product service app tool method process theory element gas"
    " animal species plant tree disease virus drug committee council board commission court case"
    " election strike protest movement empire dynasty kingdom colony settlement settlers movement"
    " tribe people family term name word question problem idea decision move change result cause"
    " statement announcement incident accident attack fire flood storm earthquake ship plane train"
    " car line road festival holiday prize award race season match two three four latter former"
    " decline increase rise fall growth trip visit journey meeting conference deal ban rule"
)
"""Nouns that point back when they stand alone behind "the"."""
LEADS = words_of(
    "however moreover furthermore therefore thus hence consequently accordingly nevertheless"
    " nonetheless additionally also besides instead similarly likewise indeed finally still"
    " alternatively conversely today later then meanwhile traditionally unfortunately"
    " interestingly importantly"
    " fortunately surprisingly notably"
)
"""Adverbs that tie a sentence to the one before, and can go."""
LEADING_PHRASES = (
    "in addition", "as a result", "for example", "for instance", "in contrast", "by contrast",
    "on the other hand", "on the contrary", "of course", "in fact", "in particular",
    "at the same time", "as such", "after all", "in other words", "above all", "in short",
    "even so", "that said", "to be sure", "in turn", "as a consequence", "not surprisingly",
)  # fmt: skip
JOINERS = frozenset(("and", "but", "or", "yet", "so", "nor"))
POINTING_OPENERS = words_of(
    "another others other some one both neither either each many most such none few several all"
    " then later afterwards soon numerous"
)
"""Words that point at a sentence before when one opens with them and names nothing itself."""
POINTERS_BACK = words_of("aforementioned above-mentioned abovementioned latter foregoing")
RELATIVE_TIME = words_of("yesterday tomorrow tonight ago")
TIME_UNITS = words_of(
    "year month week day decade century night morning summer winter spring autumn fall monday"
    " tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december season weekend quarter"
)
VAGUE = words_of(
    "other such many several some certain various few more most another numerous different same"
    " further additional main major similar own fewer one much little enough half next previous"
)
"""Adjectives that open no answer."""
EMPTY_NOUNS = words_of(
    "number part way time thing example lot fact addition case order result use kind type form"
    " course terms range variety amount rest end beginning side place group set series majority"
    " many some others one ones view respect means basis addition response favor favour light"
    " process member members something anything nothing everything someone anyone people person"
    " lack level rate role area areas work others same other both all each etc approx ca"
)
"""Nouns that are no answer when they stand alone."""
BE = words_of("is are was were")
AUXILIARIES = BE | words_of("has have had will would can could may might must should does do did")
