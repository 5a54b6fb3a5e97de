// The tests of the pages: against the built program, each worker with a practice office of its own.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: join(import.meta.dirname, 'tests/support/told.ts'),
  // No story measures time, and a build server may be slow or still print what came before.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // One more than there are processors: pages wait, too.
  workers: availableParallelism() + 1,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium',
      // A build server runs as root, in a container; what is opened is our own program. There is nothing that draws but the
      // processor, and Chromium's own imitation of a graphics card costs a fifth more of it.
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
})
