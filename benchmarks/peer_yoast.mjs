// Lints Markdown files with yoastseo's readability, SEO and inclusive-language assessments, as an editor with the
// WordPress plugin sees them. Arguments: the folder in which npm installed yoastseo, then files; `--rules` and
// `--version` in their place print the number of assessments and the version. Run by peers.py.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [prefix, ...files] = process.argv.slice(2);
const require = createRequire(path.resolve(prefix, "index.js"));

if (files[0] === "--version") {
  console.log(JSON.parse(readFileSync(path.resolve(prefix, "node_modules/yoastseo/package.json"))).version);
  process.exit(0);
}
const { Paper, assessors } = require("yoastseo");
const Researcher = require("yoastseo/build/languageProcessing/languages/en/Researcher").default;
const markdown = require("markdown-it")({ html: true });
const kinds = [assessors.ContentAssessor, assessors.SEOAssessor, assessors.InclusiveLanguageAssessor];

if (files[0] === "--rules") {
  const researcher = new Researcher(new Paper(""));
  console.log(kinds.map((Kind) => new Kind(researcher)._assessments.length).reduce((sum, one) => sum + one));
  process.exit(0);
}
for (const file of files) {
  const [, front, body] = /^(?:(?:---|\+\+\+)\n([^]*?)\n(?:---|\+\+\+)\n)?([^]*)$/.exec(readFileSync(file, "utf8"));
  const title = /^title\s*[:=]\s*"?(.*?)"?$/m.exec(front ?? "")?.[1] ?? "";
  const paper = new Paper(markdown.render(body), { locale: "en_US", title, titleWidth: title.length * 8 });
  const researcher = new Researcher(paper);
  for (const Kind of kinds) {
    const assessor = new Kind(researcher);
    assessor.assess(paper);
    for (const result of assessor.getValidResults()) {
      if (result.getScore() < 7) console.log(`${file}: ${result.getText().replace(/<[^>]+>/g, "")}`);
    }
  }
}
