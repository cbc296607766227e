import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** `npx vite --config tests/screens/vite.config.ts`: every screen with made-up data and no server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  server: { port: 5199, fs: { allow: ['../..'] } },
  cacheDir: '../../node_modules/.cache/screens',
})
