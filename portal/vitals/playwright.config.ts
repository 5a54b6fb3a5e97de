// Measures the main pages: one command, one worker, so that nothing else of ours runs beside it.
import { defineConfig } from '@playwright/test'
import tests from '../playwright.config'

export default defineConfig({ ...tests, testDir: '.', outputDir: '../test-results', testMatch: '*.measures.ts', workers: 1, timeout: 900_000, use: { ...tests.use, actionTimeout: 30_000 } })
