import { onMounted, onUnmounted } from 'vue'
import { LAYOUT_2026, type PaperLayout } from '#shared/rulesets/paper-layout.ts'

/** Measures of the layout as the style sheet of a paper reads them, on screen and in print. */
export function measuresOf({ margins, font }: PaperLayout): Record<string, string> {
  const { top, right, bottom, left } = margins.value
  const { body, line, before, indent } = font.value
  return {
    '--paper-margins': `${top}mm ${right}mm ${bottom}mm ${left}mm`,
    '--paper-width': `${210 - left - right}mm`,
    '--paper-size': `${body}pt`,
    '--paper-line': `${line}pt`,
    '--paper-before': `${before}pt`,
    '--paper-indent': `${indent}mm`,
  }
}

/** Margins and page numbers of a printed page; a rule for pages can read no measures of an element. */
export function pageRulesOf({ margins, font, pageNumbers }: PaperLayout): string {
  const { top, right, bottom, left } = margins.value
  const letters = `font: ${font.value.body}pt '${font.value.family}', Tinos, serif`
  const unnumbered =
    pageNumbers.value.fromPage > 1 ? '@page numbered:first { @top-center { content: none } }' : ''
  return `
    @page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm }
    @page numbered { @top-center { content: counter(page); ${letters} } }
    ${unnumbered}`
}

/** [Y16] While papers are shown, pages are printed in their layout. */
export function usePageRules(): void {
  const rules = new CSSStyleSheet()
  rules.replaceSync(pageRulesOf(LAYOUT_2026))
  onMounted(() => document.adoptedStyleSheets.push(rules))
  onUnmounted(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rules)
  })
}
