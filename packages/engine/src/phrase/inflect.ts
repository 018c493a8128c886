/** The forms of an English word, regular ones by rule. Too many forms do no harm: nobody writes them. */

const IRREGULAR = `be am is are was were been being|have has had having|do does did done doing|go goes went gone going|get gets got gotten getting|see sees saw seen seeing
come comes came coming|give gives gave given giving|take takes took taken taking|make makes made making|feel feels felt feeling|find finds found finding|know knows knew known knowing
leave leaves left leaving|tell tells told telling|say says said saying|think thinks thought thinking|bring brings brought bringing|buy buys bought buying|catch catches caught catching
choose chooses chose chosen choosing|cut cuts cutting|eat eats ate eaten eating|fall falls fell fallen falling|forget forgets forgot forgotten forgetting|grow grows grew grown growing
hear hears heard hearing|hold holds held holding|hurt hurts hurting|keep keeps kept keeping|lead leads led leading|lose loses lost losing|mean means meant meaning|meet meets met meeting
pay pays paid paying|put puts putting|read reads reading|run runs ran running|sell sells sold selling|send sends sent sending|set sets setting|show shows showed shown showing
shut shuts shutting|sit sits sat sitting|sleep sleeps slept sleeping|speak speaks spoke spoken speaking|spend spends spent spending|stand stands stood standing|stick sticks stuck sticking
swell swells swelled swollen swelling|teach teaches taught teaching|throw throws threw thrown throwing|understand understands understood understanding|wake wakes woke waking
wear wears wore worn wearing|win wins won winning|write writes wrote written writing|beat beats beating|begin begins began begun beginning|bite bites bit bitten biting
bleed bleeds bled bleeding|break breaks broke broken breaking|build builds built building|deal deals dealt dealing|draw draws drew drawn drawing|drink drinks drank drunk drinking
drive drives drove driven driving|fight fights fought fighting|forgive forgives forgave forgiven|hide hides hid hidden hiding|let lets letting|lie lies lied lying|ride rides rode ridden riding
rise rises rose risen rising|shrink shrinks shrank shrunk shrinking|stop stops stopped stopping|wait waits waited waiting|tooth teeth|foot feet|child children|man men|woman women|person people persons
mouse mice|life lives|good better best|bad worse worst|freeze freezes froze frozen freezing|shake shakes shook shaken|sue sues sued suing|die dies died dying|tie ties tied tying|beget begets
refer refers referred referring|book books booked booking|visit visits visited visiting|look looks looked looking|heal heals healed healing|follow follows followed following|deserve deserves deserved deserving`;

const irregular = new Map<string, string[]>();
for (const group of IRREGULAR.split(/[|\n]/)) {
  const forms = group.split(" ");
  for (const form of forms) irregular.set(form, [...new Set([...(irregular.get(form) ?? []), ...forms])]);
}

const VOWEL = /[aeiou]/;

export function inflections(word: string): string[] {
  const known = irregular.get(word);
  if (known) return known;
  const forms = new Set([word]);
  const last = word.at(-1)!, stem = word.slice(0, -1);
  if (last === "e") for (const form of [`${word}s`, `${word}d`, `${stem}ing`]) forms.add(form);
  else if (last === "y" && !VOWEL.test(word.at(-2) ?? "a")) for (const form of [`${stem}ies`, `${stem}ied`, `${word}ing`]) forms.add(form);
  else {
    forms.add(/(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`);
    for (const form of [`${word}ed`, `${word}ing`]) forms.add(form);
    if (/[^aeiou][aeiou][bdglmnprt]$/.test(word)) for (const form of [`${word}${last}ed`, `${word}${last}ing`]) forms.add(form);
  }
  return [...forms];
}
