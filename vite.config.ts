import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { keepEarlierBuild } from './scripts/earlier-builds.ts'
import { extraParts } from './scripts/extra-parts.ts'

/** Libraries every page needs: one file that outlives our own changes. What is loaded later stays out of it. */
const FIRST_LOAD_PACKAGES = /node_modules[\\/](?:vue|@vue|vue-router|pinia|dexie|valibot|workbox-window)[\\/]/

/**
 * A part of the app is one file: on a slow line one request for ten, and the start page need not list them all. What a
 * part's words need stands with them: chunks that import each other would find each other empty.
 */
const FEATURES =
  'meetings resolutions announcements people rosters enrol helping install me news setup tasks kept sync settings more opinions'
const PARTS: readonly (readonly [part: string, where: RegExp])[] = [
  [
    'resolutions',
    /client\/(?:features|i18n\/vi)\/discussion[/.]|shared\/(?:document\/compare|rules\/clear-lines|rulesets\/clear-words)|node_modules\/diff\//,
  ],
  [
    'papers',
    /client\/(?:features\/meetings\/(?:papers|handbook)|i18n\/vi\/meeting-(?:papers|handbook))|shared\/papers\/(?:meeting-papers|official-paper|plain-text)|@fontsource/,
  ],
  [
    'topics',
    /client\/(?:features\/meetings\/topics\/|i18n\/vi\/meeting-topics)|shared\/(?:rulesets\/topics\/|rules\/meeting\/topics\.)/,
  ],
  [
    'handing',
    /client\/(?:features\/meetings\/handing|data\/handing\/(?:codes|camera)|i18n\/vi\/meeting-handing)|node_modules\/(?:luby-transform|pako|jsqr)\//,
  ],
  ['tasks', /shared\/rules\/(?:task-lists|clear-task)\./],
  ['matters', /client\/(?:features\/people\/(?:candidates|changes)\/|i18n\/vi\/people-matters\.)/],
  [
    'meetings',
    /client\/i18n\/vi\/meeting-|shared\/(?:rules\/(?:task-lines|handing-up\.|reminders\.)|papers\/(?!names))/,
  ],
  ['announcements', /shared\/(?:events\/notice-(?!dates|texts)|rules\/private-words|records\/board\.)/],
  ['rosters', /client\/data\/list-|shared\/rules\/(?:compare|listed|name)-/],
  ['enrol', /client\/i18n\/five-points\./],
  ['sync', /client\/data\/parts\./],
  [
    'welcome',
    /client\/(?:features\/today\/(?:NeedsMe|MyTasks|ChangesWait|ProbationDue|SealsDiffer|HeldWaits|UnknownHere|OpinionsAsk|PhonesWait|CommuneToday|WelcomeSteps|NoCell)|i18n\/vi\/welcome)\./,
  ],
  ...FEATURES.split(' ').map(
    (name) => [name, new RegExp(`client/(?:features|i18n/vi|routes)/${name}[/.]`)] as const,
  ),
]
/** The part whose own words, rules or library a file is; '' when it belongs to no single part. */
const partOf = (id: string): string =>
  PARTS.find(([, where]) => where.test(id.replaceAll('\\', '/')))?.[0] ?? ''
/** What is said about a text and what is decided about it: known by the page that shows it and by whoever judges commands. */
const DEEDS =
  /shared\/(?:events\/(?:candidate|notice-dates|notice-texts|discussion|named-version|resolution|adoption|meeting\/|minutes|numbers|reasons|schedule|handed-up|fee-names|task|opinion|forwarded-opinion)|records\/(?:candidate|task|resolution|discussion|named-version|content-schema|adoption|agenda|attendance|vote|meeting|words|numbers|handed-up|opinion|forwarded-opinion)|rules\/(?:candidates|probation|task-(?:due|pace)|discussion-course|meeting\/|register|task-course|opinion-|paper-numbers)|rulesets\/(?:task-pace|agendas|score|advice|paper|handbook|opinion|central|in-force))/
/** Fields, dialogs, refusals and who may hold which duty, which the start page does without. */
const FORMS =
  /client[\\/](?:ui[\\/](?!AppButton|CardBox|EmptyState|IconMark|ListRow|NoticeBox|icon|more-icons|now|page|tokens|base|print|install-offer)|i18n[\\/](?:vi[\\/])?(?:refusals|names|list-words)|data[\\/](?:act|form)\.)|shared[\\/]rules[\\/]duties\./

/** Parts that not every phone needs, by the modules they begin with; fetched when used, or beforehand by those whose duty it is. */
const extra = extraParts({
  lists: /client\/features\/rosters\//,
  papers: /client\/(?:features\/meetings\/(?:papers|handbook)\/|data\/paper-file(?:-zip)?\.ts)/,
  en: /client\/i18n\/en\/all\.ts/,
  de: /client\/i18n\/de\/all\.ts/,
})

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: 'client',
  publicDir: '../public',
  resolve: { dedupe: ['yjs', 'lib0'] },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Small pieces belong into their files: a service worker caches files, and the policy forbids data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'vendor', test: FIRST_LOAD_PACKAGES, priority: 3 },
            { name: partOf, test: (id: string) => partOf(id) !== '', priority: 2 },
            { name: 'forms', test: FORMS, priority: 1 },
            { name: 'deeds', test: (id: string) => DEEDS.test(id.replaceAll('\\', '/')), priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [
    vue(),
    {
      name: 'keep-earlier-build',
      apply: 'build',
      buildStart: () =>
        keepEarlierBuild({ from: at('dist/assets'), to: at('dist-earlier/assets'), now: Date.now() }),
    },
    {
      // Which rule a line of the table is, and how sure a source is, no program asks; it stays for who reads the code.
      name: 'words-for-readers-stay-here',
      apply: 'build',
      enforce: 'pre',
      transform(code, id) {
        if (id.endsWith('shared/rules/permissions.ts')) return code.replace(/\brule: 'P\d+', /gu, '')
        return id.includes('shared/rulesets/') ? code.replace(/,\s*confidence: '\w+'/gu, '') : undefined
      },
    },
    extra,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'service-worker',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,css,svg,woff2,webmanifest}', 'parts.json'],
        manifestTransforms: [
          (entries) => ({ manifest: entries.filter(({ url }) => !extra.isExtra(url)), warnings: [] }),
        ],
        globIgnores: ['.vite/**', 'sw.js'],
      },
    }),
  ],
})
