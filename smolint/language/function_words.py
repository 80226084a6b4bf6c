"""Words that hold a sentence together and name no topic: nobody looks for a page about “the” or « avec ».

Written by hand from the closed classes of both grammars: articles, pronouns, prepositions, conjunctions, question
words, auxiliaries, and the adverbs that go with anything. French nouns that are spelled like one are left out
(or, car, été, est): « collier en or » is about gold.
"""

_LISTED = {
    "en": (
        "a an the this that these those each every either neither some any no all both half several many much more "
        "most few fewer little less least other another such same own enough "
        "i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its "
        "itself we us our ours ourselves they them their theirs themselves one ones someone somebody something "
        "anyone anybody anything everyone everybody everything nobody nothing none "
        "who whom whose which what where when why how whoever whatever whichever wherever whenever however "
        "about above across after against along among amid around as at before behind below beneath beside "
        "besides between beyond by despite down during except for from in inside into like near of off on onto out "
        "outside over past per since than through throughout till to toward towards under underneath until up upon "
        "via versus vs with within without "
        "and but or nor so yet if unless because although though while whereas whether "
        "am is are was were be been being do does did doing done have has had having can could may might must "
        "shall should will would ought get gets got getting let lets "
        "not never ever always often sometimes usually again also too very really quite rather just only even "
        "still already almost here there now then thus therefore maybe perhaps please "
        "s t d ll re ve m don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn cannot"
    ),
    "fr": (
        "le la les l un une des du de d au aux ce cet cette ces c mon ma mes ton ta tes son sa ses notre nos votre "
        "vos leur leurs quel quelle quels quelles chaque tout toute tous toutes aucun aucune certain certaine "
        "certains certaines plusieurs quelque quelques autre autres même mêmes tel telle tels telles "
        "je j tu il elle on nous vous ils elles me m te t se s lui eux moi toi soi y en ceci cela ça celui celle "
        "ceux celles rien personne quelqu "
        "qui que qu quoi dont où quand comment pourquoi combien lequel laquelle lesquels lesquelles "
        "à dans par pour sur sous avec sans chez vers entre contre depuis pendant durant avant après dès jusque "
        "jusqu selon malgré parmi hors outre envers via voici voilà "
        "et ou mais ni donc si comme lorsque lorsqu puisque puisqu quoique quoiqu parce afin "
        "être suis es sommes êtes sont étais était étions étiez étaient serai sera serons serez seront serait "
        "sois soit soyez ai as a avons avez ont avais avait avions aviez avaient avoir aura auront aurait ayant "
        "étant faut fait fais font faire peut peux peuvent pouvez pouvoir doit dois doivent devez devoir "
        "ne n pas plus moins jamais toujours souvent parfois très trop peu assez aussi encore déjà bien mal mieux "
        "ici là alors ainsi puis ensuite enfin seulement vraiment presque plutôt surtout oui non hui"
    ),
}

FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _LISTED.items()}
"""Lower case, with accents, cut at apostrophes and hyphens; by language."""
