import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { keepEarlierBuild } from './scripts/earlier-builds.ts'

/** Libraries every page needs: one file that outlives our own changes. What is loaded later stays out of it. */
const FIRST_LOAD_PACKAGES = /node_modules[\\/](?:vue|@vue|vue-router|pinia|dexie|valibot|workbox-window)[\\/]/

/**
 * A part of the app is one file: on a slow line one request for ten, and the start page need not list them all. What a
 * part's words need stands with them: chunks that import each other would find each other empty.
 */
const PARTS =
  /client[\\/](?:features|i18n[\\/]vi)[\\/](resolutions|announcements|people|rosters|enrol|install|me|news|setup|kept|sync|settings|more)[\\/.]|client[\\/](?:i18n[\\/](five-points)\.ts|data[\\/](list)-)|shared[\\/](?:events[\\/](notice)-|rules[\\/](private|compare|listed|name)-|records[\\/](board)\.)|client[\\/](?:features[\\/]today[\\/](NeedsMe|PhonesWait|CommuneToday|WelcomeSteps|NoCell)|i18n[\\/]vi[\\/](welcome))\./
/** The part whose words or rules a file outside the features' folders holds. */
const PART_OF: Readonly<Record<string, string>> = {
  'five-points': 'enrol',
  notice: 'announcements',
  private: 'announcements',
  compare: 'rosters',
  list: 'rosters',
  listed: 'rosters',
  name: 'rosters',
  board: 'announcements',
  NeedsMe: 'welcome',
  PhonesWait: 'welcome',
  CommuneToday: 'welcome',
  WelcomeSteps: 'welcome',
  NoCell: 'welcome',
}
const partOf = (id: string): string => {
  const name = PARTS.exec(id)?.slice(1).find(Boolean) ?? ''
  return PART_OF[name] ?? name
}
/** Fields, dialogs and refusals, which the start page does without. */
const FORMS =
  /client[\\/](?:ui[\\/](?!AppButton|CardBox|EmptyState|IconMark|ListRow|NoticeBox|icons|now|page|tokens|base|print|install-offer)|i18n[\\/](?:vi[\\/])?(?:refusals|names|list-words)|data[\\/](?:act|form)\.)/

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
            { name: partOf, test: PARTS, priority: 2 },
            { name: 'forms', test: FORMS, priority: 1 },
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
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'service-worker',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,css,svg,woff2,webmanifest}'],
        globIgnores: ['.vite/**', 'sw.js'],
      },
    }),
  ],
})
