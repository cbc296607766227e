import { baseCompile } from '@intlify/message-compiler'
import type { Plugin } from 'vite'

type Messages = { [key: string]: string | Messages }

/**
 * Compiles the messages in client/i18n while building, so that the bundle carries no message compiler. While
 * developing and testing, vue-i18n compiles them itself.
 */
export function messages(): Plugin {
  return {
    name: 'messages',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/client\/i18n\/.*\.json$/ },
      handler(code, id) {
        const compileTree = (tree: Messages): object =>
          Object.fromEntries(
            Object.entries(tree).map(([key, value]) => [
              key,
              typeof value === 'string' ? compile(value, `${id} ${key}`) : compileTree(value),
            ]),
          )
        return { code: JSON.stringify(compileTree(JSON.parse(code) as Messages)), map: null }
      },
    },
  }
}

/** Plain text stays text: without a compiler vue-i18n shows it as it is. */
export function compile(message: string, where: string): unknown {
  if (!/[{}@|\\]/.test(message)) return message
  const onError = (error: Error) => {
    throw new Error(`${where}: ${error.message}`)
  }
  const { ast } = baseCompile(message, { jit: true, minify: true, location: false, onError })
  return JSON.parse(JSON.stringify(ast, (key, value: unknown) => (PLACES.has(key) ? undefined : value)))
}

/** Where a node stood in the source; only error messages use them. */
const PLACES = new Set(['start', 'end', 'loc', 'source'])
