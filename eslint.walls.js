import { readdirSync } from 'node:fs'

/**
 * The walls between the rooms. A room is a folder; `may` lists what it may import besides `./` (regular expressions,
 * anchored at the start). Imports that `may` does not list are errors, static or dynamic.
 */
const inner = (...rooms) => rooms.map((room) => `#${room}/`)
const pkg = (...names) => names.map((name) => `${name}(?:/|$)`)

const VUE = pkg('vue', 'vue-router', 'pinia')
const RULES = inner('shared/records', 'shared/rules', 'shared/rulesets')
const WORDS = [...RULES, ...inner('shared/events', 'shared/document', 'shared/protocol', 'shared/papers')]
const COMMANDS_AND_QUERIES = [
  '#client/data/(?:commands|queries|status|views|settings|form|act|me|helping|pin|parts|list-file|list-template|handing|paper-file|calendar-file)(?:[./-]|$)',
]
const FEATURE = [
  ...VUE,
  ...COMMANDS_AND_QUERIES,
  ...inner('client/ui', 'client/i18n', 'client/editor'),
  ...RULES,
  ...inner('shared/events', 'shared/document', 'shared/papers'),
]
const SERVER = ['node:', '[a-z@]', '#server/', '#shared/']
const CLIENT = ['[a-z@]', '#client/', '#shared/']

/** General rooms first: for a file in two of them the later one holds. */
export const rooms = [
  { room: 'shared', may: [] },
  { room: 'shared/records', may: [...inner('shared/records'), ...pkg('valibot', 'lib0')] },
  { room: 'shared/rulesets', may: [...inner('shared/records', 'shared/rulesets'), ...pkg('valibot')] },
  { room: 'shared/rules', may: [...RULES, ...pkg('valibot', 'lib0')] },
  { room: 'shared/events', may: [...RULES, ...inner('shared/events'), ...pkg('valibot', 'lib0')] },
  { room: 'shared/papers', may: [...RULES, ...inner('shared/papers')] },
  {
    room: 'shared/document',
    may: [...RULES, ...inner('shared/document'), ...pkg('valibot', 'lib0', 'yjs', 'diff')],
  },
  {
    room: 'shared/protocol',
    may: [...inner('shared/records', 'shared/protocol'), ...pkg('valibot', 'lib0', 'fflate')],
  },

  { room: 'client', may: CLIENT },
  { room: 'client/ui', may: [...pkg('vue', 'uqr'), ...inner('client/ui')] },
  { room: 'client/i18n', may: [...pkg('vue'), ...inner('client/i18n'), ...WORDS] },
  { room: 'client/features', may: FEATURE },
  ...folders('client/features').map((name) => ({
    room: `client/features/${name}`,
    may: [
      ...FEATURE,
      ...inner(`client/features/${name}`),
      ...(name === 'meetings' ? pkg('@fontsource/tinos') : []),
    ],
  })),
  {
    room: 'client/editor',
    may: [
      ...VUE,
      ...pkg('prosemirror-[a-z-]+', 'yjs', 'y-[a-z-]+', 'lib0'),
      ...COMMANDS_AND_QUERIES,
      '#client/data/(?:drafts|views)[.]ts$',
      ...inner('client/editor', 'client/ui', 'client/i18n'),
      ...RULES,
      ...inner('shared/document'),
    ],
  },
  { room: 'client/data', may: ['(?!vue-router)[a-z@]', ...inner('client/data'), '#shared/'] },
  {
    room: 'client/shell',
    may: [
      ...VUE,
      ...pkg('workbox-window', 'uqr'),
      ...inner('client/shell', 'client/data', 'client/features', 'client/ui', 'client/i18n'),
      '#shared/',
    ],
  },
  {
    room: 'client/service-worker',
    may: [...pkg('workbox-[a-z-]+'), ...inner('client/service-worker', 'client/data'), '#shared/'],
  },

  { room: 'sync-server', may: SERVER },
  ...['admission', 'auth', 'pages', 'routes', 'scopes', 'storage'].map((name) => ({
    room: `sync-server/${name}`,
    may: SERVER,
  })),
]

/** Packages that only some rooms (or single files) may import, wherever else packages are free. */
export const owners = [
  {
    what: '(?:yjs|y-[a-z-]+)(?:/|$)',
    name: 'Yjs',
    rooms: ['shared/document', 'client/data', 'client/editor', 'sync-server/admission', 'sync-server/scopes'],
  },
  { what: 'prosemirror-', name: 'ProseMirror', rooms: ['client/editor'] },
  { what: 'dexie(?:/|$)', name: 'Dexie', rooms: ['client/data'] },
  {
    what: '(?:hono(?:/|$)|@hono/)',
    name: 'Hono',
    rooms: [
      'sync-server/main.ts',
      'sync-server/app.ts',
      'sync-server/routes',
      'sync-server/auth',
      'sync-server/pages',
    ],
  },
  { what: '(?:node:sqlite|pg)(?:/|$)', name: 'the database', rooms: ['sync-server/storage'] },
  { what: 'vue(?:-router|-i18n)?(?:/|$)|pinia(?:/|$)', name: 'Vue', rooms: ['client'] },
]

const NO_PARENT = {
  regex: '^\\.\\./|/\\.\\./|^\\.\\.$',
  message: 'No ../ : use #shared/, #client/, #server/ or #tests/.',
}

/** Every wall that stands around `place` (a room, or one file of it), outer walls included. */
export function wallsAround({ room, place = room, may }) {
  const outer = owners
    .filter(({ rooms: doors }) => !doors.some((door) => `${place}/`.startsWith(`${door}/`)))
    .map(({ what, name }) => ({ regex: `^(?:${what})`, message: `${room} does not know ${name}.` }))
  const allowed = ['\\./', ...may].join('|')
  return [
    NO_PARENT,
    ...outer,
    { regex: `^(?!${allowed})(?!\\.\\./)`, message: `${room} may not import this (see eslint.walls.js).` },
  ]
}

/** The two rules that hold up these walls: static imports by one, `import()` by the other. */
export function importRules(walls, otherSyntax) {
  const dynamic = walls.flatMap(({ regex, message }) => {
    const value = `[value=/${regex.replaceAll('/', '\\u002F')}/]`
    return ['ImportExpression > Literal', 'TSImportType Literal'].map((at) => ({
      selector: `${at}${value}`,
      message,
    }))
  })
  return {
    'no-restricted-imports': ['error', { patterns: walls }],
    'no-restricted-syntax': ['error', ...otherSyntax, ...dynamic],
  }
}

export const wallsOfTests = [NO_PARENT]

function folders(path) {
  try {
    return readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  } catch {
    return []
  }
}
