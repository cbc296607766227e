import type { PageNode } from '#shared/events/notice-page.ts'

/** Whatever people wrote is text: it can neither open an element nor leave an attribute. */
export function html(node: PageNode | string): string {
  if (typeof node === 'string') return text(node)
  const { tag, attributes, children } = node
  if (!NAME.test(tag)) throw new Error('not an element')
  const written = Object.entries(attributes).map(([name, value]) => {
    if (!ATTRIBUTE.test(name)) throw new Error('not an attribute')
    return ` ${name}="${text(value).replaceAll('"', '&quot;')}"`
  })
  return VOID.has(tag)
    ? `<${tag}${written.join('')}>`
    : `<${tag}${written.join('')}>${children.map(html).join('')}</${tag}>`
}

const NAME = /^[a-z][a-z0-9-]*$/
const ATTRIBUTE = /^[a-z][a-zA-Z-]*$/
const VOID = new Set(['meta', 'link', 'img'])

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
