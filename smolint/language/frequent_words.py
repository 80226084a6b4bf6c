"""The most frequent words of a dozen languages and language groups, by which a text's language is told."""

from __future__ import annotations

# A word that several languages share stands in each list; "l'" is a word before an apostrophe. "nordic" and "east"
# (Romanian, Polish, Turkish, South Slavic, Czech, Slovak, Indonesian), "celtic" (Breton, Irish, Welsh) and "far"
# (Tagalog, Cebuano, Hungarian, Finnish, Swahili, Latin) are there to refuse these languages, not to name them.
FREQUENT_WORDS = {
    "fr": (
        "le la les l' d' de des du un une et est en à au aux que qu' qui ne n' pas ce c' cette ces cet dans pour par "
        "sur avec il elle on nous vous ils elles je j' tu se s' sa son ses mon ma mes notre nos votre vos leur leurs "
        "mais ou où donc si plus comme tout tous toute toutes être avoir fait été sont ont était avait a y même aussi "
        "bien sans sous entre après avant depuis très peu quand lorsque lorsqu' parce car chez cela ça moins encore "
        "toujours déjà jamais rien autre autres dont quel quelle quels faire peut doit peuvent aujourd' m' t' lui eux "
        "voici voilà merci bonjour bonsoir salut oui non chaque plusieurs beaucoup trop ici là alors ainsi puis vers "
        "jusqu' ai as es êtes sommes suis sera seront étaient avons avez aller va vont toi moi quoi comment pourquoi "
        "combien rendez mieux bravo demain hier matin soir jour jours semaine année années nouveau nouvelle nouveaux "
        "découvrez venez retrouvez faut deux trois quelque quelques"
    ),
    "en": (
        "the of and to in is that for it as was with be by on not he his but at are this have from or had an a i they "
        "which one you were all her she there would their we him been has when who will no more if out so said what "
        "up its about than into them can only other some could time these two may then do first any my now such like "
        "our over me even most made after also did many off before must through years where much your way down should "
        "because long each just those people too how little good very make world still see own work get here between "
        "both being under never day same another know while last might us great since against go came right used take "
        "three don' it' i' doesn' can' isn' you' we' let' that' what' won' didn' they' he' she' there' aren' wasn' "
        "shouldn' couldn' wouldn' hello thanks thank please today tomorrow yesterday week new news read check using "
        "use want need best why yes free find help team"
    ),
    "es": (
        "el la los las de del que y a en un una es por con no se su sus para como más pero al lo le les mi me ya este "
        "esta estos estas está están fue ha han hay son ser si sí sobre entre cuando muy sin también hasta desde todo "
        "todos toda nos donde quien porque ese esa eso cada nuestro nuestra nuestros tu te qué cómo o e muchos puede "
        "tiene hace ahora mejor después gracias hola hoy mañana años día era otro otra dos tres uno unos así aquí "
        "bien parte"
    ),
    "it": (
        "il lo la i gli le di del della dei delle dello degli che e è a al alla ai alle in nel nella nei nelle un una "
        "uno per con non si su sul sulla da dal dalla come più ma anche sono era questo questa questi queste quello "
        "ha hanno essere mi ti ci vi se o suo sua loro molto tutto tutti quando dove perché chi cosa l' d' dell' "
        "nell' all' un' dall' sull' c' ogni prima dopo ancora già solo nostro nostra grazie oggi domani ieri ciao "
        "anni due tre fare stato abbiamo"
    ),
    "de": (
        "der die das und ist ein eine einen einem einer eines zu den dem des von mit für auf nicht sich im in es er "
        "sie wir ihr ich auch als an aus bei nach wie so aber oder wenn was war sind wird werden hat haben noch nur "
        "mehr durch über um zum zur vor kann man diese dieser dieses dass sein seine unsere unser bis sehr schon mal "
        "hier alle am heute morgen danke neue mich dich uns euch ab jahr jahre zwei drei gibt muss können"
    ),
    "pt": (
        "o a os as de do da dos das que e é em no na nos nas um uma por com não se para como mais mas ao à pelo pela "
        "seu sua seus suas foi são ser está ele ela isso este esta esse essa também já até quando muito sem entre "
        "depois você vocês nós eu me meu minha ou há tem têm onde quem porque cada nosso nossa hoje aqui amanhã "
        "obrigado obrigada anos dia era dois três pode"
    ),
    "ca": (
        "el la els les l' d' de del dels que i a en un una és per amb no es s' n' al als ha han són com més però si "
        "aquest aquesta aquests aquestes ser o pel pels seva seu seus també tot tots molt quan on sense entre fins "
        "des hi ho ens us m' t' perquè què està nostre nostra cada va van fer avui demà gràcies anys dia dos tres era "
        "aquí"
    ),
    "nl": (
        "de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij of uit nog naar worden wordt "
        "door over ze zij hij ik je we wij u dit die deze heeft hebben was waren kan kunnen meer dan wat wel geen tot "
        "hun ons onze al veel zo hoe waar wie vandaag morgen bedankt jaar twee drie moet alle nieuwe mijn jouw"
    ),
    "nordic": (
        "och att det som en på är av för den till med inte jag ett om har de vi han hon du er ikke og til af der jeg "
        "kan så men var et i at fra vil skal blev blir nå när där eller være bare sig min din nye nya ja nej nei"
    ),
    "east": (
        "și în să este pe cu nu o un la de din ce mai care pentru au fost ale lui i w na z się do nie to że jest jak "
        "po za od są czy tak już dla oraz przez jego przy lub które który która może ma każdy má každý jeho bez při "
        "před nebo jako být ve ze vo alebo ako pri sale ei orice sau prin fără către sunt fi bir ve bu için ile çok "
        "da je se v že si pro jako yang dan di ini untuk dengan"
    ),
    "oc": (
        "lo la los las l' d' de del dels e es un una en a al als per amb que qu' se s' son sa sas sos dins sus mas "
        "pas ni o aquò aquel aquela aquelas tot tota totes totas lor cada pel sens entre coma o dau daus deu deus lou "
        "lous eme emé dei lei leis dóu au mai plan fa far aver èsser foguèt èra vos nos mon ma "
        "çò ont quand persona drech"
    ),
    "celtic": (
        "an ar ur ul hag ha ha en d' da dre gant evit eus gwir zo eo n' ne ket pep hep war hini vez bezañ o e ez holl "
        "agus na is sa le do go tá bhfuil ní ag ó chun nó gach aige mar gan den seo sin aon duine y yr i a yn ac neu "
        "gan eu ei mae cael bod i'r o'r a'r wedi am"
    ),
    "far": (
        "ang ng sa mga na ay at ni si ito o usa ka nga ug kay ako ikaw hindi may és az egy hogy nem van meg is vagy "
        "minden ja on ei että se kuin tai joka hän na ya wa kwa ni et in est ad non qui ut cum sed aut vel omnes"
    ),
}
