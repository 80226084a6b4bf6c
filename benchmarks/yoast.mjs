// Measures posts with yoastseo, as the WordPress plugin does: reads one JSON object a line ({language, html}) from
// standard input, writes one a line. Run by yoast.py; its argument is the folder in which npm installed yoastseo.
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";

const folder = path.resolve(process.argv[2]);
const require = createRequire(path.join(folder, "index.js"));
const yoast = (name) => require(`yoastseo/build/${name}`);

const { Paper } = require("yoastseo");
const { build } = yoast("parse/build");
const LanguageProcessor = yoast("parse/language/LanguageProcessor").default;
const rating = yoast("scoring/interpreters/scoreToRating").default;
const locales = { en: "en_GB", fr: "fr_FR" };
const assessments = {
  text_length: "seo/TextLengthAssessment",
  paragraph_length: "readability/ParagraphTooLongAssessment",
  long_sentences: "readability/SentenceLengthInTextAssessment",
  same_starts: "readability/SentenceBeginningsAssessment",
  subheadings: "readability/SubheadingDistributionTooLongAssessment",
  passive: "readability/PassiveVoiceAssessment",
  transition: "readability/TransitionWordsAssessment",
};

// Flesch alone is not spared code and quotations by yoastseo: take out what its other figures leave out as well.
const unread = /<(code|pre|blockquote|script|style|textarea)\b[^>]*>[^]*?<\/\1>/gi;
const share = (part, whole) => (whole ? part / whole : 0);

function measure({ language, html }) {
  const paper = new Paper(html, { locale: locales[language] });
  const Researcher = yoast(`languageProcessing/languages/${language}/Researcher`).default;
  const researcher = new Researcher(paper);
  paper.setTree(build(paper, new LanguageProcessor(researcher)));
  const read = new Researcher(new Paper(html.replace(unread, " "), { locale: locales[language] }));
  let ease = null; // as the formula gives it, before it is clamped to 0 and 100
  const formula = read.getHelper("fleschReadingScore");
  read.addHelper("fleschReadingScore", (statistics) => (ease = formula(statistics)));
  read.getResearch("getFleschReadingScore");
  const lengths = researcher.getResearch("countSentencesFromText");
  const passive = researcher.getResearch("getPassiveVoiceResult");
  const transition = researcher.getResearch("findTransitionWords");
  const paragraphs = researcher.getResearch("getParagraphLength").map((one) => one.paragraphLength);
  const sections = researcher.getResearch("getSubheadingTextLengths").map((one) => one.countLength);
  const runs = researcher.getResearch("getSentenceBeginnings").filter((one) => one.count > 2);
  const lights = {};
  for (const [name, file] of Object.entries(assessments)) {
    const Assessment = yoast(`scoring/assessments/${file}`).default;
    lights[name] = rating(new Assessment().getResult(paper, researcher).getScore()) || "bad";
  }
  return {
    words: researcher.getResearch("wordCountInText").count,
    sentences: lengths.length,
    long_sentence_share: share(lengths.filter((one) => one.sentenceLength > 20).length, lengths.length),
    reading_ease: ease,
    passive_share: share(passive.passives.length, passive.total),
    transition_share: share(transition.transitionWordSentences, transition.totalSentences),
    same_starts: runs.length,
    longest_paragraph_words: Math.max(0, ...paragraphs),
    longest_section_words: Math.max(0, ...sections),
    lights,
    texts: lengths.map((one) => one.sentence.text.trim()),
    passives: passive.passives,
    transitions: transition.sentenceResults.map((one) => [one.sentence.text.trim(), one.transitionWords.join(", ")]),
    starts: runs.map((one) => [one.word, one.count]),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(measure(JSON.parse(line))));
}
