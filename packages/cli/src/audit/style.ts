/** The look of the desk, as far as one page needs it. Serif is what people wrote, sans is the desk, mono is evidence. */
const LIGHT = `color-scheme:light;--ground:#EFF4F2;--sheet:#FFFFFF;--hair:#D6DFDB;--ink:#0E201C;--ink-2:#3D4D48;--ink-3:#576661;--scrub:#115B4E;--scrub-wash:#DEF2EB;
--question:#84530F;--question-mark:#BC7806;--question-wash:#FEF3D9;--stop:#AA242B;--stop-mark:#C52B30;--stop-wash:#FFEEEE;--note:#375B7D;--note-wash:#EAF3FB;--glyph:#FFFFFF;--glyph-question:#0E201C;`;
const DARK = `color-scheme:dark;--ground:#0B1311;--sheet:#141D1B;--hair:#293431;--ink:#E5EBE9;--ink-2:#ADB9B5;--ink-3:#8D9A95;--scrub:#7DD1BA;--scrub-wash:#16302A;
--question:#EFBF6C;--question-mark:#E8AA4E;--question-wash:#362714;--stop:#F8928B;--stop-mark:#EF6661;--stop-wash:#3E1E1E;--note:#95C0E5;--note-wash:#1E2A36;--glyph:#0B1311;--glyph-question:#0B1311;`;

export const STYLE = `
:root{${LIGHT}--sans:"Schibsted Grotesk",system-ui,sans-serif;--serif:"Literata",Georgia,serif;--mono:"Commit Mono",ui-monospace,"SFMono-Regular",Menlo,monospace}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:.9375rem/1.4375rem var(--sans)}
main,header,footer{max-width:960px;margin:0 auto;padding:0 24px}
header{padding-top:56px}
h1{font-size:2rem;line-height:2.5rem;font-weight:600;margin:0 0 8px;text-wrap:balance}
h2{font-size:1.125rem;line-height:1.5rem;margin:0 0 16px}
.lead{color:var(--ink-2);margin:0 0 32px;max-width:44rem}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:12px;margin:0 0 24px;padding:0}
.counts>div{background:var(--sheet);border:1px solid var(--hair);border-radius:12px;padding:16px 20px}
.counts dt{display:flex;gap:8px;align-items:center;color:var(--ink-2)}
.counts dd{margin:4px 0 0;font-size:1.5rem;line-height:1.9375rem;font-variant-numeric:tabular-nums}
section.sheet,article{background:var(--sheet);border:1px solid var(--hair);border-radius:12px;margin:0 0 16px;padding:24px}
section.sheet{overflow-x:auto}
.chart{width:100%;min-width:520px;height:auto;display:block;overflow:visible}
.chart text{font:12px var(--sans);fill:var(--ink-2)}
.chart .number{fill:var(--ink)}
.chart .floor{stroke:var(--hair)}
.chart .stop{fill:var(--stop-mark)}.chart .question{fill:var(--question-mark)}.chart .clear{fill:color-mix(in oklab,var(--scrub) 45%,var(--sheet))}
.key{display:flex;flex-wrap:wrap;gap:16px;margin:0 0 16px;padding:0;list-style:none;color:var(--ink-2);font-size:.8125rem}
.key li{display:flex;gap:6px;align-items:center}
article>header{max-width:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;color:var(--ink-3);font-size:.8125rem}
.pill{display:inline-flex;gap:8px;align-items:center;border-radius:999px;padding:2px 12px 2px 8px;font-size:.875rem}
.pill.stop{background:var(--stop-wash);color:var(--stop)}.pill.question{background:var(--question-wash);color:var(--question)}
blockquote{margin:16px 0;font:1.0625rem/1.8 var(--serif);white-space:pre-wrap;overflow-wrap:anywhere}
.answered{border-left:4px double var(--hair);padding-left:16px;color:var(--ink-2);font:.9375rem/1.5 var(--serif);white-space:pre-wrap;overflow-wrap:anywhere;margin:16px 0 0}
mark{color:inherit;background:none;text-decoration:underline;text-underline-offset:4px}
mark.stop{background:var(--stop-wash);text-decoration-color:var(--stop-mark);text-decoration-thickness:3px}
mark.question{background:var(--question-wash);text-decoration-color:var(--question-mark);text-decoration-style:wavy;text-decoration-thickness:2px}
mark.note{background:var(--note-wash);text-decoration-color:var(--note);text-decoration-style:dotted}
sup{font:600 .6875rem var(--sans);color:var(--ink-3);padding-left:1px}
ol{margin:0;padding:16px 0 0;border-top:4px double color-mix(in oklab,var(--scrub) 42%,var(--hair));list-style-position:outside;padding-left:24px}
ol>li{margin:0 0 16px}ol>li:last-child{margin:0}
ol>li::marker{font-weight:600;color:var(--ink-3)}
.what{font-weight:600}.more{font-weight:400}
dl.rows{display:grid;grid-template-columns:64px 1fr;gap:4px 12px;margin:6px 0 0}
dl.rows dt{color:var(--ink-3);font-size:.8125rem}
dl.rows dd{margin:0;color:var(--ink-2);overflow-wrap:anywhere}
dl.rows dd.instead{font-family:var(--serif);color:var(--ink)}
.also{font-size:.8125rem;line-height:1.25rem;color:var(--ink-3)}
.mono{font:.8125rem/1.25rem var(--mono)}
a{color:var(--scrub)}
.shape{flex:none}.shape.stop{fill:var(--stop-mark)}.shape.question{fill:var(--question-mark)}.shape.clear{fill:var(--scrub)}
.shape .glyph{fill:none;stroke:var(--glyph);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}.shape.question .glyph{stroke:var(--glyph-question)}
footer{color:var(--ink-3);font-size:.8125rem;line-height:1.25rem;padding-top:16px;padding-bottom:56px}
@media print{@page{margin:16mm}body{background:none;font-size:10pt}main,header,footer{max-width:none;padding:0}section.sheet,article{border-radius:0;border-width:1px 0 0;padding:12pt 0;margin:0}
.counts>div{border-radius:0;padding:8pt 12pt}article>header,ol>li,.chart,.counts{break-inside:avoid}article>header{break-after:avoid}blockquote{orphans:3;widows:3}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit;text-decoration:none}}
`;
