// The pictures of the desk under docs/screenshots: one command, both languages, from an office with a few cases.
import { defineConfig } from '@playwright/test'
import tests from '../playwright.config'

export default defineConfig({ ...tests, testDir: '.', outputDir: '../test-results', testMatch: '*.pictures.ts', workers: 1, timeout: 1_800_000 })
