import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** A time-out ends what hangs; it is no measure of a busy machine. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    // Every core works: by itself one is kept free, which is half of a small machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          ...PATIENT,
          include: [
            'shared/**/*.test.ts',
            'sync-server/**/*.test.ts',
            'tests/*.test.ts',
            'tests/wire/**/*.test.ts',
          ],
          exclude: ['sync-server/storage/{sqlite,postgres}.test.ts'],
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'client',
          environment: 'happy-dom',
          ...PATIENT,
          setupFiles: ['fake-indexeddb/auto'],
          include: ['client/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'contract',
          environment: 'node',
          include: ['sync-server/storage/{sqlite,postgres}.test.ts'],
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'simulation',
          environment: 'node',
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
    ],
  },
})
