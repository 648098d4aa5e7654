/** The look of an exported page: the app's own, on paper and in the dark, and plain black on white in print. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#211f1b;--soft:#5c5750;--line:#e4e0d7;--accent:#b3261e;
--yellow:#ffe69a;--green:#c9e8bd;--blue:#c3ddf8;--pink:#f9ccd7;--purple:#dfd0f4}
@media (prefers-color-scheme:dark){:root{--paper:#1c1b19;--ink:#e6e1d8;--soft:#b3ac9f;--line:#34312c;--accent:#e5736a;
--yellow:#57490f;--green:#2c4a27;--blue:#223f5c;--pink:#57303b;--purple:#41345a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.8;overflow-wrap:anywhere;
font-family:"Songti SC","SimSun","Noto Serif CJK SC","Source Han Serif SC",serif}
main{max-width:46em;margin:0 auto;padding:2em 1.25em 4em}
header{border-bottom:2px solid var(--accent);margin-bottom:2em;text-align:center}
h1{color:var(--accent);font-size:1.7em;line-height:1.4}
h2{font-size:1.3em;line-height:1.5;margin-top:2.5em}
h3{font-size:1em;color:var(--soft);margin:0 0 .5em}
article{border-top:1px solid var(--line);padding:1em 0}
blockquote{margin:.5em 0;padding:.25em .9em;border-inline-start:6px solid var(--line)}
.yellow{border-color:var(--yellow);background:color-mix(in srgb,var(--yellow) 35%,transparent)}
.green{border-color:var(--green);background:color-mix(in srgb,var(--green) 35%,transparent)}
.blue{border-color:var(--blue);background:color-mix(in srgb,var(--blue) 35%,transparent)}
.pink{border-color:var(--pink);background:color-mix(in srgb,var(--pink) 35%,transparent)}
.purple{border-color:var(--purple);background:color-mix(in srgb,var(--purple) 35%,transparent)}
.underline{border-color:var(--accent)}
.facts,header p,footer{color:var(--soft);font-size:.875em}
.note pre,.note code{white-space:pre-wrap}
dl{display:flex;flex-wrap:wrap;gap:.25em 1.25em;margin:.5em 0 0}
dl div{display:flex;gap:.5em}
dt::after{content:"："}
dd{margin:0}
footer{border-top:1px solid var(--line);margin-top:3em;padding-top:1em;text-align:center}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333}article{break-inside:avoid}}
`;
