/**
 * How a public notice looks: paper, ink, one thin gold line, one red. Stands in the page itself, allowed by its hash,
 * and in the app's preview as a style sheet of its own, so that both are the same.
 */
export const NOTICE_STYLE = `
.page{margin:0;min-height:100%;background:#fbf7ef;color:#1f1a17;font:400 1.25rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
.notice{box-sizing:border-box;max-width:40rem;margin:0 auto;padding:0 1.25rem 2.5rem;overflow-wrap:anywhere}
.notice *{margin:0;padding:0}
.notice .from{padding:1.25rem 0 .75rem;border-bottom:2px solid #b8860b;font-size:1.0625rem;line-height:1.4}
.notice .superior{color:#5b5049}
.notice .unit{font-weight:700}
.notice .title{margin:1.25rem 0;font-size:1.75rem;line-height:1.25;font-weight:700}
.notice .facts{margin:0 0 1.25rem;padding:1rem 1.25rem;background:#fff;border:1px solid #e6dccd;border-left:.3rem solid #a4161a;border-radius:.75rem}
.notice .fact+.fact{margin-top:.75rem}
.notice .name{font-size:1.0625rem;color:#5b5049}
.notice .value{font-weight:700}
.notice .body{white-space:pre-line}
.notice .about{margin-top:2rem;padding-top:1rem;border-top:1px solid #e6dccd;font-size:1.0625rem;color:#5b5049}
.notice .hint{margin-top:.25rem}
.notice .calendar{margin:-.5rem 0 1.25rem}
.notice .calendar a{display:inline-block;padding:.6rem 1rem;border:1px solid #8a7c6e;border-radius:.75rem;background:#fff;color:inherit;font-weight:700}
.notice .board a{color:inherit}
.notice .picture{margin:1.5rem 0 0}
.notice .picture img{display:block;max-width:100%;height:auto;border-radius:.75rem}
.notice .caption{margin-top:.5rem;font-size:1.0625rem;color:#5b5049}
.notice .waits{padding:1rem 1.25rem;background:#f3ead9;border-radius:.75rem;font-size:1.0625rem}
.notice .lines{list-style:none}
.notice .line{padding:1rem 1.25rem;background:#fff;border:1px solid #e6dccd;border-left:.3rem solid #a4161a;border-radius:.75rem}
.notice .line+.line{margin-top:1rem}
.notice .line-title a{display:block;padding:.25rem 0;color:inherit;font-weight:700;text-underline-offset:.2em}
.notice .place,.notice .said{font-size:1.0625rem}
.notice .said{color:#5b5049}
.print-only{display:none}
@page{margin:15mm}
@media print{.page{background:#fff;font-size:14pt}.notice{max-width:none;padding:0}.notice .from{padding-top:0}.notice .facts{border-color:#000;border-left:.3rem solid #000}.notice .calendar,.notice .about .board{display:none}.notice .picture img{max-height:70mm;width:auto}.notice .about{margin-top:1rem;padding-top:.5rem}.notice .line{border-color:#000;break-inside:avoid}.notice .line-title a{text-decoration:none}.notice .title{font-size:24pt}.print-only{display:flex;gap:1rem;align-items:center;margin-top:.75rem;font-size:11pt;break-inside:avoid}.print-only svg{width:28mm;height:28mm;flex:none}}
`.trim()
